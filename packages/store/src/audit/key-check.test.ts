import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { type Intruder, intruderInFile, intruderInPostgres } from '../../test/intruder.ts';
import { BACK_TO_STEP_2 } from '../../test/older-schema.ts';
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
  ['SQLite', aFile, intruderInFile],
  ['PostgreSQL', () => createDatabase(inject('postgres'), inject('migrated')), intruderInPostgres],
])('the keys of a database on %s', (_, locate, intrude) => {
  let location: string;
  let intruder: Intruder;
  beforeEach(async () => {
    location = await locate();
    await (await openStore(location, own)).close();
    intruder = await intrude(location);
  });
  afterEach(() => intruder.close());

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

  /** Opens with its own keys, to write and to read, and checks a trail. */
  async function verdicts(clientId: string): Promise<readonly unknown[]> {
    const opened = [await openStore(location, own), await openAuditLog(location, own)];
    const found = await Promise.all(opened.map(({ auditLog }) => auditLog.verify(clientId)));
    await Promise.all(opened.map((it) => it.close()));
    return found;
  }

  it('are known from its first opening on, before there is any client', () => expectForeign());

  it('are known where no trail holds, so that the break is named', async () => {
    const { clientId } = await withClient();
    await intruder.change(`update audit_chain_heads set mac = 'x'`);
    const head = { ok: false, firstBreak: 1, reason: 'chain-head' };
    expect(await verdicts(clientId)).toEqual([head, head]);
    await intruder.change('delete from audit_events');
    expect(await verdicts(clientId)).toMatchObject([{ ok: false }, { ok: false }]);
    await expectForeign();
  });

  it.each(['delete from key_checks', `update key_checks set mac = 'x'`])('are known after %s', async (statement) => {
    const { clientId } = await withClient();
    await intruder.change(statement);
    await expectForeign();
    expect(await verdicts(clientId)).toMatchObject([{ ok: true }, { ok: true }]);
    await intruder.change(statement);
    await intruder.change(`update audit_chain_heads set mac = 'x'`);
    expect(await verdicts(clientId)).toMatchObject([{ reason: 'chain-head' }, { reason: 'chain-head' }]);
    await expectForeign();
  });

  it('are known by the events of a database from before seals', async () => {
    const { clientId } = await withClient();
    for (const statement of BACK_TO_STEP_2) await intruder.change(statement);
    await expect(openStore(location, others)).rejects.toMatchObject({ code: 'database.foreign' });
    expect(await verdicts(clientId)).toMatchObject([
      { reason: 'chain-head-unsigned' },
      { reason: 'chain-head-unsigned' },
    ]);
    await expectForeign();
  });
});
