import { ScaError } from '../errors.ts';
import type { ProfileKey, ProfileRecord, Transaction } from '../ports/index.ts';

/** @throws ScaError `profile.not.found`, also when the profile belongs to another user */
export async function findProfile(tx: Transaction, profile: ProfileKey): Promise<ProfileRecord> {
  const record = await tx.profiles.find(profile.clientId, profile.profileId);
  if (record?.userId !== profile.userId) throw new ScaError('profile.not.found');
  return record;
}
