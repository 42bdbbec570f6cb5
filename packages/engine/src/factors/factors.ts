import { type Actor, createAuditEvent } from '../actor.ts';
import type { Context } from '../context.ts';
import { ScaError } from '../errors.ts';
import type { ProfileKey } from '../ports/index.ts';
import type { ChallengeType } from './challenge-type.ts';
import { closeSession, type EnrolmentOptions, inEnrolment, inProfile } from './enrolment-transaction.ts';
import { type Factor, ownerContext } from './factor.ts';
import { factorOf } from './registry.ts';

/** The factors that store one secret for each profile: `PIN`, `FACE_MAP`. */
export interface Factors {
  /**
   * @param secret in the documented form: the four digits of a PIN, a face map as RFC 4648 base64 of at most 1 MiB
   * @throws ScaError `pin.invalid`, `pin.already.exists` and the like of other factors; `sca.required`
   * @throws TypeError for a factor that does not store one secret
   */
  enrol(
    actor: Actor,
    profile: ProfileKey,
    type: ChallengeType,
    secret: string,
    options?: EnrolmentOptions,
  ): Promise<void>;
  /**
   * @throws ScaError `pin.not.setup` and the like of other factors
   * @throws TypeError for a factor that does not store one secret
   */
  remove(actor: Actor, profile: ProfileKey, type: ChallengeType): Promise<void>;
}

export function createFactors(context: Context): Factors {
  return {
    async enrol(actor, profile, type, secret, options = {}) {
      const factor = storedSecretOf(type);
      const stored = await factor.protect(context, ownerContext(profile), secret);
      if (stored === undefined) throw new ScaError(`${factor.name}.invalid`);
      await inEnrolment(context, profile, options, async ({ tx, now }) => {
        const { clientId, userId, profileId } = profile;
        const record = { clientId, userId, profileId, factor: type, secret: stored, createdAt: now };
        if (!(await tx.storedSecrets.insert(record))) throw new ScaError(`${factor.name}.already.exists`);
        await tx.audit.append(createAuditEvent(actor, now, { ...profile, type: `${factor.name}.created` }));
      });
    },

    async remove(actor, profile, type) {
      const { name } = storedSecretOf(type);
      await inProfile(context, profile, async (transaction) => {
        const { tx, now } = transaction;
        if (!(await tx.storedSecrets.delete(profile, type))) throw new ScaError(`${name}.not.setup`);
        await closeSession(transaction, actor, profile);
        await tx.audit.append(createAuditEvent(actor, now, { ...profile, type: `${name}.deleted` }));
      });
    },
  };
}

function storedSecretOf(type: ChallengeType): NonNullable<Factor['storedSecret']> {
  const { storedSecret } = factorOf(type);
  if (!storedSecret) throw new TypeError(`The factor ${type} does not store one secret for each profile.`);
  return storedSecret;
}
