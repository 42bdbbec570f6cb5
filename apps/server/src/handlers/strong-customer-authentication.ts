import type { Handlers } from '@sca-kit/hono';
import { toEnvelope, toResource } from '../wire/one-time-token.ts';
import { toTimestamp } from '../wire/time.ts';
import { profileOf } from './profile-of.ts';
import type { Services } from './services.ts';

type Operation =
  | 'getOneTimeTokenStatus'
  | 'createPin'
  | 'deletePin'
  | 'verifyPin'
  | 'createDeviceFingerprint'
  | 'verifyDeviceFingerprint'
  | 'deleteDeviceFingerprint'
  | 'createFaceMap'
  | 'verifyFaceMap'
  | 'deleteFaceMap'
  | 'createScaSession';

/** The v2 family. */
export function strongCustomerAuthentication({ engine }: Services): Pick<Handlers, Operation> {
  const { pins, deviceFingerprints, faceMaps, oneTimeTokens, challenges, sessions } = engine;
  return {
    async getOneTimeTokenStatus({ actor, header }) {
      return { status: 200, body: toEnvelope(await oneTimeTokens.status(actor, header['One-Time-Token'])) };
    },
    async createPin({ actor, profile, body, approved }) {
      await pins.create(actor, profileOf(profile), body.pin, { approved });
      return { status: 200, body: {} };
    },
    async deletePin({ actor, profile }) {
      await pins.delete(actor, profileOf(profile));
      return { status: 204 };
    },
    async verifyPin({ actor, profile, header, body }) {
      const view = await challenges.verify(actor, header['One-Time-Token'], 'PIN', body.pin, profileOf(profile));
      return { status: 200, body: toResource(view) };
    },
    async createDeviceFingerprint({ actor, profile, body, approved }) {
      const created = await deviceFingerprints.create(actor, profileOf(profile), body.deviceFingerprint, { approved });
      return { status: 200, body: { ...created, createdAt: toTimestamp(created.createdAt) } };
    },
    async verifyDeviceFingerprint({ actor, profile, header, body }) {
      const token = header['One-Time-Token'];
      const view = await challenges.verify(
        actor,
        token,
        'PARTNER_DEVICE_FINGERPRINT',
        body.deviceFingerprint,
        profileOf(profile),
      );
      return { status: 200, body: toResource(view) };
    },
    async deleteDeviceFingerprint({ actor, profile, path }) {
      await deviceFingerprints.delete(actor, profileOf(profile), path.deviceFingerprintId);
      return { status: 204 };
    },
    async createFaceMap({ actor, profile, body, approved }) {
      await faceMaps.create(actor, profileOf(profile), body.faceMap, { approved });
      return { status: 204 };
    },
    async verifyFaceMap({ actor, profile, header, body }) {
      const view = await challenges.verify(
        actor,
        header['One-Time-Token'],
        'FACE_MAP',
        body.faceMap,
        profileOf(profile),
      );
      return { status: 200, body: toResource(view) };
    },
    async deleteFaceMap({ actor, profile }) {
      await faceMaps.delete(actor, profileOf(profile));
      return { status: 204 };
    },
    async createScaSession({ actor, profile }) {
      return { status: 200, body: toEnvelope(await sessions.authorise(actor, profileOf(profile))) };
    },
  };
}
