import { type Actor, eventBy } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { ScaError } from '../../errors.ts';
import type { ProfileKey } from '../../ports/index.ts';
import { type Enrolment, enrolIn, inProfile, withdrawSession } from '../factor-change.ts';

export interface Pins {
  /**
   * @param pin four digits
   * @throws ScaError `pin.invalid`, `pin.already.exists`, `sca.required`
   */
  create(actor: Actor, profile: ProfileKey, pin: string, enrolment?: Enrolment): Promise<void>;
  /** @throws ScaError `pin.not.setup` */
  delete(actor: Actor, profile: ProfileKey): Promise<void>;
}

export function createPins(context: Context): Pins {
  return {
    async create(actor, profile, pin, enrolment = {}) {
      if (!/^[0-9]{4}$/.test(pin)) throw new ScaError('pin.invalid', 'A PIN is four digits');
      const secret = await context.keys.hash('pin', pin);
      await enrolIn(context, profile, enrolment, async ({ tx, now }) => {
        const { clientId, userId, profileId } = profile;
        if (!(await tx.pins.insert({ clientId, userId, profileId, secret, createdAt: now }))) {
          throw new ScaError('pin.already.exists', 'PIN has already been created');
        }
        await tx.audit.append(eventBy(actor, now, { ...profile, type: 'pin.created' }));
      });
    },

    async delete(actor, profile) {
      await inProfile(context, profile, async (change) => {
        if (!(await change.tx.pins.delete(profile))) throw new ScaError('pin.not.setup', 'PIN has not been set up');
        await withdrawSession(change, actor, profile);
        await change.tx.audit.append(eventBy(actor, change.now, { ...profile, type: 'pin.deleted' }));
      });
    },
  };
}
