import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { REVERT_TO_STEP_2 } from '../test/revert-schema.ts';
import { removeAfterAll, temporaryFolder } from '../test/temporary-folder.ts';
import { openAuditLog, openStore } from './index.ts';
import { addTenant, anEvent, within } from './testing/contract/fixtures.ts';
import { createDatabase } from './testing/index.ts';

const auditKey = new Uint8Array(32).fill(7);
const folder = await temporaryFolder();
removeAfterAll(() => folder);

/** Runs statements in a database. Returns the rows of the last one. */
type Run = (location: string, ...statements: readonly string[]) => Promise<readonly unknown[]>;

const inFile: Run = async (location, ...statements) => {
  const file = new DatabaseSync(location);
  const rows = statements.map((statement) => file.prepare(statement).all());
  file.close();
  return rows.at(-1) ?? [];
};

const inPostgres: Run = async (location, ...statements) => {
  const client = new pg.Client({ connectionString: location });
  await client.connect();
  let rows: readonly unknown[] = [];
  for (const statement of statements) ({ rows } = await client.query(statement));
  await client.end();
  return rows;
};

const aFile = async (): Promise<string> => join(folder, `${randomUUID()}.db`);
const STEPS = 'select name from kysely_migration order by name';

describe.each([
  ['SQLite', aFile, inFile, 'select name from sqlite_schema'],
  [
    'PostgreSQL',
    () => createDatabase(inject('postgres')),
    inPostgres,
    "select table_name from information_schema.tables where table_schema = 'public'",
  ],
] as const)('opening an audit log on %s', (_, createLocation, run, listTables) => {
  it('lists and verifies events while a server writes, and after it has stopped', async () => {
    const location = await createLocation();
    const stores = await openStore(location, { auditKey, durability: 'off' });
    const { clientId, ...tenant } = await addTenant(stores);
    const append = () => within(stores, { clientId, ...tenant }, (tx) => tx.audit.append(anEvent(clientId)));
    await append();
    const during = await openAuditLog(location, { auditKey });
    await append();
    expect(await during.auditLog.clients()).toEqual([clientId]);
    expect(await during.auditLog.verify(clientId)).toMatchObject({ ok: true, count: 2, pruned: 0 });
    await stores.close();
    await during.close();
    const after = await openAuditLog(location, { auditKey });
    expect(await after.auditLog.list(clientId, '0', 10)).toHaveLength(2);
    await after.close();
  });

  it('rejects an older database without migrating it, and says to start the server', async () => {
    const location = await createLocation();
    await (await openStore(location, { auditKey, durability: 'off' })).close();
    const before = await run(location, ...REVERT_TO_STEP_2, STEPS);
    await expect(openAuditLog(location, { auditKey })).rejects.toMatchObject({
      code: 'database.older',
      message: expect.stringContaining('Start the server once'),
    });
    expect(await run(location, STEPS)).toEqual(before);
  });

  it('creates no tables in an empty database', async () => {
    const location = await createLocation();
    await run(location, 'select 1');
    await expect(openAuditLog(location, { auditKey })).rejects.toMatchObject({ code: 'database.older' });
    expect(await run(location, listTables)).toEqual([]);
  });

  it('rejects a database that a newer version or another key wrote', async () => {
    const location = await createLocation();
    const stores = await openStore(location, { auditKey, durability: 'off' });
    await addTenant(stores);
    await stores.close();
    const others = openAuditLog(location, { auditKey: new Uint8Array(32).fill(8) });
    await expect(others).rejects.toMatchObject({ code: 'database.foreign' });
    await run(location, "insert into kysely_migration values ('9999-from-the-future', '2030-01-01T00:00:00.000Z')");
    await expect(openAuditLog(location, { auditKey })).rejects.toMatchObject({ code: 'database.newer' });
  });
});

describe('opening an audit log in a file', () => {
  it('rejects a missing file without creating it', async () => {
    const location = join(folder, 'not-there', 'audit.db');
    await expect(openAuditLog(location, { auditKey })).rejects.toMatchObject({ code: 'location.invalid' });
    expect(existsSync(join(folder, 'not-there'))).toBe(false);
  });

  it('rejects a file that is not a database without changing it', async () => {
    const location = join(folder, 'notes-to-read.txt');
    await writeFile(location, 'Not a database, but something that matters to somebody.\n'.repeat(100));
    const before = await readFile(location);
    await expect(openAuditLog(location, { auditKey })).rejects.toMatchObject({ code: 'location.invalid' });
    expect(await readFile(location)).toEqual(before);
  });

  it('leaves no journal files after closing', async () => {
    const location = join(folder, 'alone', 'alone.db');
    await (await openStore(location, { auditKey, durability: 'off' })).close();
    await (await openAuditLog(location, { auditKey })).close();
    expect(await readdir(join(location, '..'))).toEqual(['alone.db', 'alone.db-limits']);
  });
});
