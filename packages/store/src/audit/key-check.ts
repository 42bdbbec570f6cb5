import type { Database, Queries } from '../database/database.ts';
import { StoreError } from '../store-error.ts';
import { isChainHeadValid } from './append-events.ts';
import { keyCheck, sameMac } from './chain.ts';
import { checkpointOf, entryError, readableAfter } from './entries.ts';

const NAME = 'audit';

/** Audit logs to test the key on if the stored check is missing or differs: a single changed one must not decide. */
const SAMPLE_SIZE = 8;

/** Whether the key wrote any of a few audit logs; undefined if there are none. */
async function wroteAuditLogs(db: Queries, auditKey: Uint8Array): Promise<boolean | undefined> {
  const heads = await db
    .selectFrom('auditChainHeads')
    .selectAll()
    .where((it) => it.or([it('mac', '!=', ''), it('sequence', '>', 0)]))
    .limit(SAMPLE_SIZE)
    .execute();
  for (const head of heads) {
    if (isChainHeadValid(auditKey, head)) return true;
    const checkpoint = checkpointOf(head);
    const [first] = (await readableAfter(db, head.clientId, checkpoint.sequence, 1)) ?? [];
    if (first && !entryError(auditKey, checkpoint, first)) return true;
  }
  return heads.length > 0 ? false : undefined;
}

/** Compares the key with the database. `no-check`: the database has no key check yet. */
async function checkAuditKey(db: Queries, auditKey: Uint8Array): Promise<'match' | 'mismatch' | 'no-check'> {
  const check = await db.selectFrom('keyChecks').select('mac').where('name', '=', NAME).executeTakeFirst();
  if (check && sameMac(check.mac, keyCheck(auditKey))) return 'match';
  // A key check that somebody changed must not make the key look wrong.
  const wroteThem = await wroteAuditLogs(db, auditKey);
  if (check) return wroteThem ? 'match' : 'mismatch';
  return wroteThem === false ? 'mismatch' : 'no-check';
}

/**
 * Rejects a key that the database was not written with. With such keys nobody could log in, and the audit log would look
 * forged.
 * @throws StoreError `database.foreign`
 */
export async function assertAuditKeyFits(database: Database, auditKey: Uint8Array): Promise<'match' | 'no-check'> {
  const result = await database.read((db) => checkAuditKey(db, auditKey));
  if (result !== 'mismatch') return result;
  throw new StoreError(
    'database.foreign',
    'The database was written with other keys. Restore the keys that belong to it, or use another database.',
  );
}

/**
 * Stores the key check, unless the database has one.
 * @throws StoreError `database.foreign`
 */
export async function storeKeyCheck(database: Database, auditKey: Uint8Array): Promise<void> {
  if ((await assertAuditKeyFits(database, auditKey)) === 'match') return;
  const check = { name: NAME, mac: keyCheck(auditKey) };
  await database.write((db) =>
    db
      .insertInto('keyChecks')
      .values(check)
      .onConflict((it) => it.doNothing())
      .execute(),
  );
  // Another process may have stored the check of another key meanwhile.
  await assertAuditKeyFits(database, auditKey);
}
