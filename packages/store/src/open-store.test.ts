import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { REVERT_TO_STEP_2 } from '../test/revert-schema.ts';
import { removeAfterAll, temporaryFolder } from '../test/temporary-folder.ts';
import { openStore, type Stores } from './index.ts';
import { addTenant, anEvent, NOW, type Tenant, within } from './testing/contract/fixtures.ts';
import { createDatabase } from './testing/index.ts';

const auditKey = new Uint8Array(32);
const folder = await temporaryFolder();
removeAfterAll(() => folder);

function insertOldRows<T>({ profile }: Tenant, run: (sql: string) => T): T {
  const { clientId, userId, profileId } = profile;
  const hit = (at: number): string => `('${clientId}', 'failures:${userId}:${profileId}', ${at}, ${at})`;
  return run(`insert into pins values ('${clientId}', ${userId}, ${profileId}, 'argon2id:1', ${NOW});
    insert into rate_limit_hits values ${hit(NOW + 1)}, ${hit(NOW)}`);
}

async function expectOldRows({ engine }: Stores, { profile, user }: Tenant): Promise<void> {
  const { clientId, profileId } = profile;
  const [pin, attempts] = await engine.read(user, async (tx) => [
    await tx.storedSecrets.find(profile, 'PIN'),
    await tx.profiles.find(clientId, profileId),
  ]);
  expect(pin).toEqual({ ...profile, factor: 'PIN', secret: 'argon2id:1', createdAt: NOW });
  expect(attempts).toMatchObject({ recentFailures: [NOW, NOW + 1] });
}

describe('opening a store', () => {
  it.each(['', 'mysql://localhost/x', 'http://example.com'])('rejects the location %j', async (location) => {
    await expect(openStore(location, { auditKey, durability: 'off' })).rejects.toMatchObject({
      code: 'location.invalid',
    });
  });

  it('rejects a folder as location', async () => {
    await mkdir(join(folder, 'folder'));
    await expect(openStore(join(folder, 'folder'), { auditKey, durability: 'off' })).rejects.toMatchObject({
      code: 'location.invalid',
    });
  });

  it('rejects a file that is not a database without changing it', async () => {
    const location = join(folder, 'notes.txt');
    await writeFile(location, 'Not a database, but something that matters to somebody.\n'.repeat(100));
    const before = await readFile(location);
    await expect(openStore(location, { auditKey, durability: 'off' })).rejects.toMatchObject({
      code: 'location.invalid',
    });
    expect(await readFile(location)).toEqual(before);
  });

  it('rejects an audit key of fewer than 32 bytes', async () => {
    await expect(openStore(':memory:', { auditKey: new Uint8Array(31) })).rejects.toBeInstanceOf(TypeError);
  });

  it('finds stored rows after it is reopened', async () => {
    const location = join(folder, 'reopened.db');
    const first = await openStore(location, { auditKey, durability: 'off' });
    const tenant = await addTenant(first);
    await first.close();
    const second = await openStore(location, { auditKey, durability: 'off' });
    expect(await second.engine.read(tenant.user, (tx) => tx.users.find(tenant.user))).toBeDefined();
    await second.close();
  });

  it('migrates an SQLite file of an older version and keeps its rows', async () => {
    const location = join(folder, 'older.db');
    const first = await openStore(location, { auditKey, durability: 'off' });
    const tenant = await addTenant(first);
    await within(first, tenant, (tx) => tx.audit.append(anEvent(tenant.clientId)));
    await first.close();
    const file = new DatabaseSync(location);
    for (const statement of REVERT_TO_STEP_2) file.exec(statement);
    file.exec("delete from kysely_migration where name > '0001-initial'");
    insertOldRows(tenant, (sql) => file.exec(sql));
    file.close();
    const second = await openStore(location, { auditKey, durability: 'off' });
    expect(await second.health()).toEqual({ reachable: true, migrated: true });
    expect(await second.engine.read(tenant.user, (tx) => tx.users.find(tenant.user))).toBeDefined();
    await expectOldRows(second, tenant);
    expect(await second.auditLog.list(tenant.clientId, '0', 10)).toHaveLength(1);
    await second.close();
  });

  it('rejects a file that another audit key wrote, and opens it with its own', async () => {
    const location = join(folder, 'other-keys.db');
    const first = await openStore(location, { auditKey, durability: 'off' });
    await addTenant(first);
    await first.close();
    const opening = openStore(location, { auditKey: new Uint8Array(32).fill(1) });
    await expect(opening).rejects.toMatchObject({ code: 'database.foreign' });
    await (await openStore(location, { auditKey, durability: 'off' })).close();
  });

  it('rejects an SQLite file of a newer version without changing it', async () => {
    const location = join(folder, 'newer.db');
    await (await openStore(location, { auditKey, durability: 'off' })).close();
    const file = new DatabaseSync(location);
    file.exec("insert into kysely_migration values ('9999-from-the-future', '2030-01-01T00:00:00.000Z')");
    const steps = () => file.prepare('select name from kysely_migration order by name').all();
    const before = steps();
    await expect(openStore(location, { auditKey, durability: 'off' })).rejects.toMatchObject({
      code: 'database.newer',
      message: expect.stringContaining('9999-from-the-future'),
    });
    expect(steps()).toEqual(before);
    file.close();
  });

  it('migrates a PostgreSQL database of an older version and keeps its rows', async () => {
    const location = await createDatabase(inject('postgres'));
    const first = await openStore(location, { auditKey, durability: 'off' });
    const tenant = await addTenant(first);
    await within(first, tenant, (tx) => tx.audit.append(anEvent(tenant.clientId)));
    await first.close();
    const client = new pg.Client({ connectionString: location });
    await client.connect();
    for (const statement of REVERT_TO_STEP_2) await client.query(statement);
    await insertOldRows(tenant, (sql) => client.query(sql));
    await client.end();
    const second = await openStore(location, { auditKey, durability: 'off' });
    await expectOldRows(second, tenant);
    expect(await second.auditLog.list(tenant.clientId, '0', 10)).toHaveLength(1);
    await second.close();
  });

  it('rejects a PostgreSQL database of a newer version', async () => {
    const location = await createDatabase(inject('postgres'));
    const stores = await openStore(location, { auditKey, durability: 'off' });
    const client = new pg.Client({ connectionString: location });
    await client.connect();
    await client.query("insert into kysely_migration values ('9999-from-the-future', '2030-01-01T00:00:00.000Z')");
    await client.end();
    expect(await stores.health()).toEqual({ reachable: true, migrated: false });
    await stores.close();
    await expect(openStore(location, { auditKey, durability: 'off' })).rejects.toMatchObject({
      code: 'database.newer',
    });
  });

  it('rejects a file with tables of another application and adds none', async () => {
    const location = join(folder, 'foreign.db');
    const file = new DatabaseSync(location);
    file.exec('create table pins (a)');
    await expect(openStore(location, { auditKey, durability: 'off' })).rejects.toMatchObject({
      code: 'migration.failed',
    });
    const tables = file.prepare("select name from sqlite_schema where type = 'table'").all();
    expect(tables.map((table) => table.name)).not.toContain('clients');
    file.close();
  });

  it.each([
    ['one SQLite file', async () => join(folder, 'together.db')],
    ['PostgreSQL', () => createDatabase(inject('postgres'))],
  ])('migrates once when %s is opened eight times concurrently', async (_, createLocation) => {
    const location = await createLocation();
    const all = await Promise.all(
      Array.from({ length: 8 }, () => openStore(location, { auditKey, durability: 'off' })),
    );
    for (const stores of all) expect(await stores.health()).toEqual({ reachable: true, migrated: true });
    await Promise.all(all.map((stores) => stores.close()));
  });
});
