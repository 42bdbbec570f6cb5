import type { Actor, UserKey } from '@sca-kit/engine';
import type { HandlerRequest, Handlers } from '@sca-kit/hono';
import { toTimestamp } from '../wire/time.ts';
import { requireProfile } from './require-profile.ts';
import type { Services } from './services.ts';

type Operation =
  | 'createUserDeviceFingerprint'
  | 'listUserDeviceFingerprints'
  | 'listUserDeviceFingerprintsByPost'
  | 'deleteUserDeviceFingerprint'
  | 'listPhoneNumbers'
  | 'listPhoneNumbersAlias'
  | 'createPhoneNumber'
  | 'createPhoneNumberAlias'
  | 'updatePhoneNumber'
  | 'updatePhoneNumberAlias'
  | 'deletePhoneNumber'
  | 'deletePhoneNumberAlias';

/** The v1 user security family (deprecated): it acts on the user's default profile. */
export function userSecurity({ engine }: Services): Pick<Handlers, Operation> {
  const { deviceFingerprints, phoneNumbers, profiles } = engine;
  const userOf = ({ clientId }: Actor, userId: number): UserKey => ({ clientId, userId });

  const listFingerprints = async ({
    actor,
    path,
  }: Pick<HandlerRequest<'listUserDeviceFingerprints'>, 'actor' | 'path'>) => {
    const found = await deviceFingerprints.list(actor, await profiles.default(actor, path.userId));
    return { status: 200 as const, body: found.map((one) => ({ ...one, createdAt: toTimestamp(one.createdAt) })) };
  };
  const list = async ({ actor, path }: Pick<HandlerRequest<'listPhoneNumbers'>, 'actor' | 'path'>) => ({
    status: 200 as const,
    body: await phoneNumbers.list(actor, userOf(actor, path.userId)),
  });
  const create = async ({
    actor,
    path,
    body,
  }: Pick<HandlerRequest<'createPhoneNumber'>, 'actor' | 'path' | 'body'>) => ({
    status: 200 as const,
    body: await phoneNumbers.create(actor, userOf(actor, path.userId), body.phoneNumber),
  });
  const update = async ({
    actor,
    path,
    body,
  }: Pick<HandlerRequest<'updatePhoneNumber'>, 'actor' | 'path' | 'body'>) => ({
    status: 200 as const,
    body: await phoneNumbers.update(actor, userOf(actor, path.userId), path.phoneNumberId, body.phoneNumber),
  });
  const remove = async ({ actor, path }: Pick<HandlerRequest<'deletePhoneNumber'>, 'actor' | 'path'>) => {
    await phoneNumbers.delete(actor, userOf(actor, path.userId), path.phoneNumberId);
    return { status: 204 as const };
  };

  return {
    async createUserDeviceFingerprint({ actor, profile, body, approved }) {
      const created = await deviceFingerprints.create(actor, requireProfile(profile), body.deviceFingerprint, {
        approved,
      });
      return { status: 200, body: { ...created, createdAt: toTimestamp(created.createdAt) } };
    },
    listUserDeviceFingerprints: listFingerprints,
    listUserDeviceFingerprintsByPost: listFingerprints,
    async deleteUserDeviceFingerprint({ actor, path }) {
      await deviceFingerprints.delete(actor, await profiles.default(actor, path.userId), path.deviceFingerprintId);
      return { status: 204 };
    },
    listPhoneNumbers: list,
    listPhoneNumbersAlias: list,
    createPhoneNumber: create,
    createPhoneNumberAlias: create,
    updatePhoneNumber: update,
    updatePhoneNumberAlias: update,
    deletePhoneNumber: remove,
    deletePhoneNumberAlias: remove,
  };
}
