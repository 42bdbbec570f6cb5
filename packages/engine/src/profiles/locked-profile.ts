import { ScaError } from '../errors.ts';
import type { ProfileRecord, Transaction } from '../ports/index.ts';

/**
 * Returns the profile that the transaction locks.
 * @throws ScaError `profile.not.found`, also when the profile belongs to another user
 */
export function lockedProfile({ profile }: Transaction): ProfileRecord {
  if (!profile) throw new ScaError('profile.not.found');
  return profile;
}
