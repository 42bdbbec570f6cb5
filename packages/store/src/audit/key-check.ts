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

/** Compares the key with the database. `unmarked`: the database has no key check yet. */
async function checkAuditKey(db: Queries, auditKey: Uint8Array): Promise<'own' | 'foreign' | 'unmarked'> {
  const check = await db.selectFrom('keyChecks').select('mac').where('name', '=', NAME).executeTakeFirst();
  if (check && sameMac(check.mac, keyCheck(auditKey))) return 'own';
  // A key check that somebody changed must not make the key look wrong.
  const made = await wroteAuditLogs(db, auditKey);
  if (check) return made ? 'own' : 'foreign';
  return made === false ? 'foreign' : 'unmarked';
}

/**
 * Rejects a key that the database was not written with. With such keys nobody could log in, and the audit log would look
 * forged.
 * @throws StoreError `database.foreign`
 */
export async function assertAuditKeyFits(database: Database, auditKey: Uint8Array): Promise<'own' | 'unmarked'> {
  const keys = await database.read((db) => checkAuditKey(db, auditKey));
  if (keys !== 'foreign') return keys;
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
  if ((await assertAuditKeyFits(database, auditKey)) === 'own') return;
  const mark = { name: NAME, mac: keyCheck(auditKey) };
  await database.write((db) =>
    db
      .insertInto('keyChecks')
      .values(mark)
      .onConflict((it) => it.doNothing())
      .execute(),
  );
  // Another process may have stored the check of another key meanwhile.
  await assertAuditKeyFits(database, auditKey);
}
