import type { Database, Queries } from '../database/database.ts';
import { StoreError } from '../store-error.ts';
import { isChainHeadValid } from './append-events.ts';
import { keyCheck, sameMac } from './chain.ts';
import { checkpointOf, entryError, readableAfter } from './entries.ts';

const NAME = 'audit';

/** Trails that are looked at where the check does not tell: one that somebody changed must not decide. */
const LOOKED_AT = 8;

/** Whether the key made anything of a few trails; undefined when there is nothing that it could have made. */
async function wroteAuditLogs(db: Queries, auditKey: Uint8Array): Promise<boolean | undefined> {
  const heads = await db
    .selectFrom('auditChainHeads')
    .selectAll()
    .where((it) => it.or([it('mac', '!=', ''), it('sequence', '>', 0)]))
    .limit(LOOKED_AT)
    .execute();
  for (const head of heads) {
    if (isChainHeadValid(auditKey, head)) return true;
    const checkpoint = checkpointOf(head);
    const [first] = (await readableAfter(db, head.clientId, checkpoint.sequence, 1)) ?? [];
    if (first && !entryError(auditKey, checkpoint, first)) return true;
  }
  return heads.length > 0 ? false : undefined;
}

/** `own`; `foreign`; or `unmarked`, when the check is still to be made. */
async function checkAuditKey(db: Queries, auditKey: Uint8Array): Promise<'own' | 'foreign' | 'unmarked'> {
  const check = await db.selectFrom('keyChecks').select('mac').where('name', '=', NAME).executeTakeFirst();
  if (check && sameMac(check.mac, keyCheck(auditKey))) return 'own';
  // Whoever changed the check must not make the keys look like others either.
  const made = await wroteAuditLogs(db, auditKey);
  if (check) return made ? 'own' : 'foreign';
  return made === false ? 'foreign' : 'unmarked';
}

/**
 * With other keys nobody could log in, no code would fit, and the trail would look forged: better not to start.
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
 * Marks the database as one of these keys, unless it is marked.
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
  // Another process may have been faster, with other keys.
  await assertAuditKeyFits(database, auditKey);
}
