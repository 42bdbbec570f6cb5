import type { Handlers } from '@sca-kit/hono';
import { toStatus } from '../wire/one-time-token.ts';
import { toTimestamp } from '../wire/time.ts';
import { requireProfile } from './require-profile.ts';
import type { Services } from './services.ts';

type Operation = 'getOneTimeTokenStatus' | 'createDeviceFingerprint' | 'deleteDeviceFingerprint' | 'createScaSession';

/** The v2 family. */
export function strongCustomerAuthentication({ engine }: Services): Pick<Handlers, Operation> {
  const { deviceFingerprints, oneTimeTokens, sessions } = engine;
  return {
    async getOneTimeTokenStatus({ actor, header, loaded }) {
      return { status: 200, body: toStatus(await oneTimeTokens.status(actor, header['One-Time-Token'], loaded)) };
    },
    async createDeviceFingerprint({ actor, profile, body, approved }) {
      const created = await deviceFingerprints.create(actor, requireProfile(profile), body.deviceFingerprint, {
        approved,
      });
      return { status: 200, body: { ...created, createdAt: toTimestamp(created.createdAt) } };
    },
    async deleteDeviceFingerprint({ actor, profile, path }) {
      await deviceFingerprints.delete(actor, requireProfile(profile), path.deviceFingerprintId);
      return { status: 204 };
    },
    async createScaSession({ actor, profile }) {
      return { status: 200, body: toStatus(await sessions.authorise(actor, requireProfile(profile))) };
    },
  };
}
