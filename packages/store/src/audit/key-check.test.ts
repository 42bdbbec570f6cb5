import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { openRawPostgres, openRawSqlite, type RawConnection } from '../../test/raw-connection.ts';
import { REVERT_TO_STEP_2 } from '../../test/revert-schema.ts';
import { removeAfterAll, temporaryFolder } from '../../test/temporary-folder.ts';
import { openAuditLog, openStore } from '../index.ts';
import { addTenant, anEvent, type Tenant, within } from '../testing/contract/fixtures.ts';
import { createDatabase } from '../testing/index.ts';

const folder = await temporaryFolder();
removeAfterAll(() => folder);
let files = 0;

const auditKey = new Uint8Array(32).fill(7);
const own = { auditKey, durability: 'off' } as const;
const others = { auditKey: new Uint8Array(32).fill(8) };

const aFile = async (): Promise<string> => {
  files += 1;
  return join(folder, `keys-${files}.db`);
};

describe.each([
  ['SQLite', aFile, openRawSqlite],
  ['PostgreSQL', () => createDatabase(inject('postgres'), inject('migrated')), openRawPostgres],
])('the key check of a database on %s', (_, createLocation, openRaw) => {
  let location: string;
  let raw: RawConnection;
  beforeEach(async () => {
    location = await createLocation();
    await (await openStore(location, own)).close();
    raw = await openRaw(location);
  });
  afterEach(() => raw.close());

  async function withClient(): Promise<Tenant> {
    const stores = await openStore(location, own);
    const tenant = await addTenant(stores);
    await within(stores, tenant, (tx) => tx.audit.append(anEvent(tenant.clientId)));
    await stores.close();
    return tenant;
  }

  async function expectForeign(): Promise<void> {
    for (const open of [openStore, openAuditLog]) {
      await expect(open(location, others)).rejects.toMatchObject({ code: 'database.foreign' });
    }
  }

  /** Opens the database with its own key, for writing and for reading, and verifies an audit log. */
  async function verifications(clientId: string): Promise<readonly unknown[]> {
    const opened = [await openStore(location, own), await openAuditLog(location, own)];
    const found = await Promise.all(opened.map(({ auditLog }) => auditLog.verify(clientId)));
    await Promise.all(opened.map(({ close }) => close()));
    return found;
  }

  it('rejects another audit key before the database has a client', () => expectForeign());

  it('accepts its own key and rejects others when every audit log has a break', async () => {
    const { clientId } = await withClient();
    await raw.execute(`update audit_chain_heads set mac = 'x'`);
    const head = { ok: false, shard: 0, firstBreak: 1, reason: 'chain-head' };
    expect(await verifications(clientId)).toEqual([head, head]);
    await raw.execute('delete from audit_events');
    expect(await verifications(clientId)).toMatchObject([{ ok: false }, { ok: false }]);
    await expectForeign();
  });

  it.each(['delete from key_checks', `update key_checks set mac = 'x'`])(
    'accepts its own key and rejects others after "%s"',
    async (statement) => {
      const { clientId } = await withClient();
      await raw.execute(statement);
      await expectForeign();
      expect(await verifications(clientId)).toMatchObject([{ ok: true }, { ok: true }]);
      await raw.execute(statement);
      await raw.execute(`update audit_chain_heads set mac = 'x'`);
      expect(await verifications(clientId)).toMatchObject([{ reason: 'chain-head' }, { reason: 'chain-head' }]);
      await expectForeign();
    },
  );

  it('rejects a key file without a key that it was opened with, or with another one of its id', async () => {
    const open = async (keyChecks: Readonly<Record<string, string>>): Promise<void> =>
      (await openStore(location, { ...own, keyChecks })).close();
    await open({ k1: 'one' });
    await open({ k2: 'two', k1: 'one' });
    for (const keys of [{ k1: 'one' }, { k3: 'two', k1: 'one' }, { k2: 'other', k1: 'one' }]) {
      await expect(open(keys)).rejects.toMatchObject({
        code: 'database.foreign',
        message: expect.stringContaining("'k2'"),
      });
    }
    await open({ k1: 'one', k2: 'two' });
    await (await openStore(location, own)).close();
    await raw.execute(`insert into key_checks (name, mac) values ('key/k9/nine', 'x')`);
    await open({ k2: 'two', k1: 'one' });
  });

  it('recognises the key by the events of a database from before chain heads had an HMAC', async () => {
    const { clientId } = await withClient();
    for (const statement of REVERT_TO_STEP_2) await raw.execute(statement);
    await expect(openStore(location, others)).rejects.toMatchObject({ code: 'database.foreign' });
    expect(await verifications(clientId)).toMatchObject([
      { reason: 'chain-head-unsigned' },
      { reason: 'chain-head-unsigned' },
    ]);
    await expectForeign();
  });
});
