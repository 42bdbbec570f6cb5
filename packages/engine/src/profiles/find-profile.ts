import { ScaError } from '../errors.ts';
import type { ProfileKey, ProfileRecord, Transaction } from '../ports/index.ts';

/** @throws ScaError `profile.not.found`, also when the profile belongs to another user */
export async function findProfile(tx: Transaction, key: ProfileKey): Promise<ProfileRecord> {
  const profile = await tx.profiles.find(key.clientId, key.profileId);
  if (profile?.userId !== key.userId) throw new ScaError('profile.not.found');
  return profile;
}
