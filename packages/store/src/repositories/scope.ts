import type { Scope } from '@sca-kit/engine';
import { sql } from 'kysely';
import type { Dialect, Queries } from '../database/database.ts';
import { profileKey, userKey } from './statements.ts';

function scopeRow(db: Queries, scope: Scope) {
  if ('profileId' in scope) {
    return db
      .selectFrom('profiles')
      .select('clientId')
      .where((eb) => eb.and(profileKey(scope)));
  }
  if ('userId' in scope) {
    return db
      .selectFrom('users')
      .select('clientId')
      .where((eb) => eb.and(userKey(scope)));
  }
  return db.selectFrom('clients').select('clientId').where('clientId', '=', scope.clientId);
}

/** Never negative, whatever the row says: a clock behind the system clock would write events that look old. */
const offsetIn = (row: { readonly clockOffset: number } | undefined): number => Math.max(0, row?.clockOffset ?? 0);

/** Reads the clock offset of a client in milliseconds, 0 if the client does not exist. */
export async function readClockOffset(db: Queries, clientId: string): Promise<number> {
  const row = await db.selectFrom('clients').select('clockOffset').where('clientId', '=', clientId).executeTakeFirst();
  return offsetIn(row);
}

/**
 * Locks the row of the scope until the transaction ends, and returns the clock offset of the client, in one statement.
 * A missing row locks nothing. On SQLite a write transaction has locked the file already.
 */
export async function lockScope(db: Queries, dialect: Dialect, scope: Scope): Promise<number> {
  if (dialect === 'sqlite') return await readClockOffset(db, scope.clientId);
  const row = await db
    .with('locked', () => scopeRow(db, scope).forUpdate())
    .selectFrom('clients')
    .select(['clockOffset', (eb) => eb.selectFrom('locked').select(sql`count(*)`.as('rows')).as('locked')])
    .where('clientId', '=', scope.clientId)
    .executeTakeFirst();
  return offsetIn(row);
}
