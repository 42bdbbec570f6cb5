import type { Database, Queries } from '../database/database.ts';
import { StoreError } from '../store-error.ts';
import { keyCheck, sameMac } from './chain.ts';
import { anchorOf, faultOf, readableAfter } from './entries.ts';
import { isSealed } from './log.ts';

const NAME = 'audit';

/** Trails that are looked at where the check does not tell: one that somebody changed must not decide. */
const LOOKED_AT = 8;

/** Whether the key made anything of a few trails; undefined when there is nothing that it could have made. */
async function madeTrails(db: Queries, auditKey: Uint8Array): Promise<boolean | undefined> {
  const heads = await db
    .selectFrom('auditHeads')
    .selectAll()
    .where((it) => it.or([it('headMac', '!=', ''), it('sequence', '>', 0)]))
    .limit(LOOKED_AT)
    .execute();
  for (const head of heads) {
    if (isSealed(auditKey, head)) return true;
    const anchor = anchorOf(head);
    const [first] = (await readableAfter(db, head.clientId, anchor.sequence, 1)) ?? [];
    if (first && !faultOf(auditKey, anchor, first)) return true;
  }
  return heads.length > 0 ? false : undefined;
}

/** `own`; `foreign`; or `unmarked`, when the check is still to be made. */
async function judgeKeys(db: Queries, auditKey: Uint8Array): Promise<'own' | 'foreign' | 'unmarked'> {
  const check = await db.selectFrom('keyChecks').select('mac').where('name', '=', NAME).executeTakeFirst();
  if (check && sameMac(check.mac, keyCheck(auditKey))) return 'own';
  // Whoever changed the check must not make the keys look like others either.
  const made = await madeTrails(db, auditKey);
  if (check) return made ? 'own' : 'foreign';
  return made === false ? 'foreign' : 'unmarked';
}

/**
 * With other keys nobody could log in, no code would fit, and the trail would look forged: better not to start.
 * @throws StoreError `database.foreign`
 */
export async function assertOwnKeys(database: Database, auditKey: Uint8Array): Promise<'own' | 'unmarked'> {
  const keys = await database.read((db) => judgeKeys(db, auditKey));
  if (keys !== 'foreign') return keys;
  throw new StoreError(
    'database.foreign',
    'The database was written with other keys; put the keys back that belong to it, or choose another database',
  );
}

/**
 * Marks the database as one of these keys, unless it is marked.
 * @throws StoreError `database.foreign`
 */
export async function markOwnKeys(database: Database, auditKey: Uint8Array): Promise<void> {
  if ((await assertOwnKeys(database, auditKey)) === 'own') return;
  const mark = { name: NAME, mac: keyCheck(auditKey) };
  await database.write((db) =>
    db
      .insertInto('keyChecks')
      .values(mark)
      .onConflict((it) => it.doNothing())
      .execute(),
  );
  // Another process may have been faster, with other keys.
  await assertOwnKeys(database, auditKey);
}
