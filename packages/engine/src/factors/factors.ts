import { type Actor, createAuditEvent } from '../actor.ts';
import type { Context } from '../context.ts';
import { type FactorRefusal, ScaError } from '../errors.ts';
import type { ProfileKey } from '../ports/index.ts';
import { type Enrolment, enrolIn, inProfile, withdrawSession } from './enrolment-transaction.ts';
import { type Factor, ownerContext } from './factor.ts';
import { type ChallengeType, factorOf } from './registry.ts';
import type { StoredSecret } from './stored-secret.ts';

/** The factors that keep one secret a profile: `PIN`, `FACE_MAP`. */
export interface Factors {
  /**
   * @param secret in the documented form: four digits of a PIN, a face map as RFC 4648 base64 of at most 1 MiB
   * @throws ScaError `pin.invalid`, `pin.already.exists`, the same of other factors; `sca.required`
   * @throws TypeError for a factor of another kind
   */
  enrol(actor: Actor, profile: ProfileKey, type: ChallengeType, secret: string, enrolment?: Enrolment): Promise<void>;
  /**
   * @throws ScaError `pin.not.setup`, the same of other factors
   * @throws TypeError for a factor of another kind
   */
  withdraw(actor: Actor, profile: ProfileKey, type: ChallengeType): Promise<void>;
}

export function createFactors(context: Context): Factors {
  return {
    async enrol(actor, profile, type, secret, enrolment = {}) {
      const factor = keepingFactor(type);
      const kept = await factor.kept.keep(context, ownerContext(profile), secret);
      if (kept === undefined) throw refusal(factor, 'invalid');
      await enrolIn(context, profile, enrolment, async ({ tx, now }) => {
        const { clientId, userId, profileId } = profile;
        const record = { clientId, userId, profileId, factor: type, secret: kept, createdAt: now };
        if (!(await tx.storedSecrets.insert(record))) throw refusal(factor, 'already.exists');
        await tx.audit.append(createAuditEvent(actor, now, { ...profile, type: `${factor.name}.created` }));
      });
    },

    async withdraw(actor, profile, type) {
      const factor = keepingFactor(type);
      await inProfile(context, profile, async (change) => {
        if (!(await change.tx.storedSecrets.delete(profile, type))) throw refusal(factor, 'not.setup');
        await withdrawSession(change, actor, profile);
        await change.tx.audit.append(
          createAuditEvent(actor, change.now, { ...profile, type: `${factor.name}.deleted` }),
        );
      });
    },
  };
}

type KeepingFactor = Factor & { readonly kept: StoredSecret };

function keepingFactor(type: ChallengeType): KeepingFactor {
  const factor = factorOf(type);
  if (!factor.kept) throw new TypeError(`${type} does not keep one secret a profile`);
  return { ...factor, kept: factor.kept };
}

function refusal({ name, kept }: KeepingFactor, what: Exclude<FactorRefusal, 'verification.failed'>): ScaError {
  return new ScaError(`${name}.${what}`, kept.messages[what]);
}
