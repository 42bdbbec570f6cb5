import { type Actor, eventBy } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { ScaError } from '../../errors.ts';
import type { ProfileKey } from '../../ports/index.ts';
import { ownerContext } from '../factor.ts';
import { type Enrolment, enrolIn, inProfile, withdrawSession } from '../factor-change.ts';
import { faceMapBytes } from './bytes.ts';

export interface FaceMaps {
  /**
   * @param base64 RFC 4648 base64 of 1 MiB at most
   * @throws ScaError `facemap.invalid`, `facemap.already.exists`, `sca.required`
   */
  create(actor: Actor, profile: ProfileKey, base64: string, enrolment?: Enrolment): Promise<void>;
  /** @throws ScaError `facemap.not.setup` */
  delete(actor: Actor, profile: ProfileKey): Promise<void>;
}

export function createFaceMaps(context: Context): FaceMaps {
  return {
    async create(actor, profile, base64, enrolment = {}) {
      const bytes = faceMapBytes(base64);
      if (!bytes) throw new ScaError('facemap.invalid', 'A face map is base64 of at most 1 MiB');
      const secret = await context.keys.seal('face-map', ownerContext(profile), bytes);
      await enrolIn(context, profile, enrolment, async ({ tx, now }) => {
        const { clientId, userId, profileId } = profile;
        if (!(await tx.faceMaps.insert({ clientId, userId, profileId, secret, createdAt: now }))) {
          throw new ScaError('facemap.already.exists', 'FaceMap has already been enrolled');
        }
        await tx.audit.append(eventBy(actor, now, { ...profile, type: 'facemap.created' }));
      });
    },

    async delete(actor, profile) {
      await inProfile(context, profile, async (change) => {
        if (!(await change.tx.faceMaps.delete(profile))) {
          throw new ScaError('facemap.not.setup', 'FaceMap has not been set up');
        }
        await withdrawSession(change, actor, profile);
        await change.tx.audit.append(eventBy(actor, change.now, { ...profile, type: 'facemap.deleted' }));
      });
    },
  };
}
