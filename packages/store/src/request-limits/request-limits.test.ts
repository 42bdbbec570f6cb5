import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { removeAfterAll, temporaryFolder } from '../../test/temporary-folder.ts';
import { openStore, type Stores } from '../index.ts';
import { NOW } from '../testing/contract/fixtures.ts';
import { createDatabase } from '../testing/index.ts';

const folder = await temporaryFolder();
removeAfterAll(() => folder);
const opened: Stores[] = [];
afterEach(async () => {
  for (const stores of opened.splice(0)) await stores.close();
});

async function open(location: string): Promise<Stores> {
  const stores = await openStore(location, { auditKey: new Uint8Array(32), durability: 'off' });
  opened.push(stores);
  return stores;
}

const buckets = ['caller', 'profile'].map((name) => ({ name, rate: { limit: 2, window: 1000 } }));
const passes = async ({ engine }: Stores) => !(await engine.requestLimits.consume('acme', buckets, NOW));

describe('request limits beside an SQLite file', () => {
  it('write nothing to the database, and are readable by the owner only', async () => {
    const location = join(folder, 'beside.db');
    const stores = await open(location);
    const before = (await stat(`${location}-wal`)).size;
    expect(await passes(stores)).toBe(true);
    expect((await stat(`${location}-wal`)).size).toBe(before);
    for (const suffix of ['', '-wal', '-shm']) {
      expect((await stat(`${location}-limits${suffix}`)).mode & 0o777).toBe(0o600);
    }
  });

  it('are shared by all who open the file, and kept when it is closed', async () => {
    const location = join(folder, 'shared.db');
    const [first, second] = [await open(location), await open(location)];
    expect([await passes(first), await passes(second), await passes(first)]).toEqual([true, true, false]);
    for (const stores of [first, second, second]) await stores.close();
    expect(await passes(await open(location))).toBe(false);
  });

  it('start again when their file is damaged before it is opened', async () => {
    const location = join(folder, 'damaged.db');
    await writeFile(`${location}-limits`, 'Not a database.'.repeat(1000));
    expect(await passes(await open(location))).toBe(true);
  });

  it('start again when their file becomes damaged, and stay shared', async () => {
    const location = join(folder, 'becomes-damaged.db');
    const [first, second] = [await open(location), await open(location)];
    const other = new DatabaseSync(pathToFileURL(`${location}-limits`), { defensive: false });
    other.exec('pragma writable_schema = on; update sqlite_schema set rootpage = 9999');
    other.close();
    expect(await Promise.all([passes(first), passes(first), passes(second)])).toEqual([true, true, false]);
  });
});

describe('request limits on PostgreSQL', () => {
  it('are one statement on an unlogged table', async () => {
    const location = await createDatabase(inject('postgres'), inject('migrated'));
    const stores = await open(location);
    const query = vi.spyOn(pg.Client.prototype, 'query');
    expect(await passes(stores)).toBe(true);
    const statements = query.mock.calls.length;
    query.mockRestore();
    expect(statements).toBe(1);
    const client = new pg.Client({ connectionString: location });
    await client.connect();
    const { rows } = await client.query("select relpersistence from pg_class where relname = 'request_limits'");
    await client.end();
    expect(rows).toEqual([{ relpersistence: 'u' }]);
  });
});
