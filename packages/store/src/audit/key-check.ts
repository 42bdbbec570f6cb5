import type { Database, Queries } from '../database/database.ts';
import { StoreError } from '../store-error.ts';
import type { Tables } from '../tables.ts';
import { signedShards } from './append-events.ts';
import { keyCheck, otherKeyCheck, sameMac } from './chain.ts';
import { checkpointOf, entryError, readableAfter } from './entries.ts';

const NAME = 'audit';

/** Audit logs to test the key on if the stored check is missing or differs: a single changed one must not decide. */
const SAMPLE_SIZE = 8;

/** Whether the key wrote any of a few audit logs; undefined if there are none. */
async function wroteAuditLogs(db: Queries, auditKey: Uint8Array): Promise<boolean | undefined> {
  const heads = await db
    .selectFrom('auditChainHeads')
    .selectAll()
    .where('shard', '=', 0)
    .where((eb) => eb.or([eb('mac', '!=', ''), eb('sequence', '>', 0)]))
    .limit(SAMPLE_SIZE)
    .execute();
  for (const head of heads) {
    if (signedShards(auditKey, head)) return true;
    const checkpoint = checkpointOf(head);
    const [first] = (await readableAfter(db, head, checkpoint.sequence, 1)) ?? [];
    if (first && !entryError(auditKey, checkpoint, first)) return true;
  }
  return heads.length > 0 ? false : undefined;
}

/** Whether the database was written with the key, as far as it shows. */
async function fits(db: Queries, auditKey: Uint8Array): Promise<boolean> {
  const check = await db.selectFrom('keyChecks').select('mac').where('name', '=', NAME).executeTakeFirst();
  if (check && sameMac(check.mac, keyCheck(auditKey))) return true;
  // A key check that somebody changed must not make the key look wrong.
  const wroteThem = await wroteAuditLogs(db, auditKey);
  return check ? wroteThem === true : wroteThem !== false;
}

/**
 * Rejects a key that the database was not written with. With such keys nobody could log in, and the audit log would look
 * forged.
 * @throws StoreError `database.foreign`
 */
export async function assertAuditKeyFits(database: Database, auditKey: Uint8Array): Promise<void> {
  if (await database.read((db) => fits(db, auditKey))) return;
  throw new StoreError(
    'database.foreign',
    'The database was written with other keys. Restore the keys that belong to it, or use another database.',
  );
}

/** A name in `key_checks`: the id and the check of a key. */
const nameOf = ([keyId, check]: readonly [string, string]): string => `key/${keyId}/${check}`;

/**
 * Rejects keys that lack one that the database was opened with before. A row without the HMAC of the audit key does not count:
 * somebody with access to the table must not be able to make the correct keys look wrong.
 * @throws StoreError `database.foreign`
 */
function assertKeysFit(stored: readonly Tables['keyChecks'][], auditKey: Uint8Array, names: readonly string[]): void {
  const [missing] = stored.filter(
    ({ name, mac }) => name !== NAME && !names.includes(name) && sameMac(mac, otherKeyCheck(auditKey, name)),
  );
  if (!missing) return;
  const keyId = missing.name.split('/').slice(1, -1).join('/');
  throw new StoreError(
    'database.foreign',
    `The database contains values of the key '${keyId}', which was removed or replaced. Restore the key file from a backup.`,
  );
}

/**
 * Stores the checks of the keys, unless the database has them.
 * @param keyChecks of the keys that protect stored values, by key id
 * @throws StoreError `database.foreign`
 */
export async function storeKeyChecks(
  database: Database,
  auditKey: Uint8Array,
  keyChecks: Readonly<Record<string, string>> | undefined,
): Promise<void> {
  await assertAuditKeyFits(database, auditKey);
  const names = Object.entries(keyChecks ?? {}).map(nameOf);
  const stored = await database.read((db) => db.selectFrom('keyChecks').selectAll().execute());
  if (keyChecks) assertKeysFit(stored, auditKey, names);
  const checks = [
    { name: NAME, mac: keyCheck(auditKey) },
    ...names.map((name) => ({ name, mac: otherKeyCheck(auditKey, name) })),
  ].filter(({ name }) => !stored.some((row) => row.name === name));
  if (checks.length === 0) return;
  await database.write((db) =>
    db
      .insertInto('keyChecks')
      .values(checks)
      .onConflict((oc) => oc.doNothing())
      .execute(),
  );
  // Another process may have stored the check of another key meanwhile.
  await assertAuditKeyFits(database, auditKey);
}
