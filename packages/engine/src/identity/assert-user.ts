import { ScaError } from '../errors.ts';
import type { Transaction, UserKey, UserRecord } from '../ports/index.ts';

/** @throws ScaError `user.not.found` */
export async function assertUser(tx: Transaction, user: UserKey): Promise<UserRecord> {
  const record = await tx.users.find(user);
  if (!record) throw new ScaError('user.not.found');
  return record;
}

/** Returns the key of a user without other members, such as those of a record. */
export function userKeyOf({ clientId, userId }: UserKey): UserKey {
  return { clientId, userId };
}
