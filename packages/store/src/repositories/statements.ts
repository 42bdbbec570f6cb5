import type { ProfileKey, UserKey } from '@sca-kit/engine';
import type { DeleteResult, InsertQueryBuilder, InsertResult, UpdateResult } from 'kysely';

/** The columns that identify a user, without the other members of the object. */
export function userKey({ clientId, userId }: UserKey): UserKey {
  return { clientId, userId };
}

/**
 * The columns that identify a profile, without the other members of the object.
 * @example
 * const rows = db.selectFrom('balances').selectAll().where((eb) => eb.and(profileKey(profile)));
 */
export function profileKey({ clientId, userId, profileId }: ProfileKey): ProfileKey {
  return { clientId, userId, profileId };
}

/**
 * Runs a conditional statement. Returns whether it changed a row.
 * @example
 * const wasPaid = await changesRow(db.updateTable('transfers').set({ state: 'paid' }).where('transferId', '=', 7));
 */
export async function changesRow(statement: {
  executeTakeFirst(): Promise<InsertResult | UpdateResult | DeleteResult | undefined>;
}): Promise<boolean> {
  const result = await statement.executeTakeFirst();
  if (!result) return false;
  if ('numDeletedRows' in result) return result.numDeletedRows > 0n;
  if ('numUpdatedRows' in result) return result.numUpdatedRows > 0n;
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/**
 * Inserts a row unless a unique constraint forbids it. Returns whether it was inserted.
 * @example
 * const isNew = await insertNew(db.insertInto('balances').values(balance));
 */
export function insertNew<DB, Table extends keyof DB>(
  statement: InsertQueryBuilder<DB, Table, InsertResult>,
): Promise<boolean> {
  return changesRow(statement.onConflict((oc) => oc.doNothing()));
}
