import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { openStore, type Stores } from '../index.ts';
import { addTenant, NOW, type Tenant, within } from '../testing/contract/fixtures.ts';
import { createDatabase } from '../testing/index.ts';

/** A way to the server that can stop passing anything on, with every connection left open. */
async function silenceable(port: number, host: string): Promise<{ port: string; silent: boolean; close(): void }> {
  const state = { port: '', silent: false, close: (): void => void server.close() };
  const server = createServer((near) => {
    const far = connect(port, host);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (bytes) => state.silent || to.write(bytes));
      from.on('close', () => to.destroy());
      from.on('error', () => to.destroy());
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  state.port = String((server.address() as AddressInfo).port);
  return state;
}

const OTHERS = 'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';

describe('a PostgreSQL database', () => {
  let url: string;
  let stores: Stores;
  let operator: pg.Client;
  let tenant: Tenant;
  const brokenIdle: Error[] = [];

  beforeAll(async () => {
    url = await createDatabase(inject('postgres'), inject('migrated'));
    stores = await openStore(url, {
      auditKey: new Uint8Array(32),
      onConnectionError: (error) => brokenIdle.push(error),
    });
    operator = new pg.Client({ connectionString: url });
    await operator.connect();
    tenant = await addTenant(stores);
  });
  afterAll(async () => {
    await stores.close();
    await operator.end();
  });

  const terminateOthers = () => operator.query(`select pg_terminate_backend(pid) from (${OTHERS}) others`);

  it('answers service.unavailable when the connection is lost in a transaction, then goes on', async () => {
    const lost = within(stores, tenant, async (tx) => {
      await tx.storedSecrets.insert({ ...tenant.profile, factor: 'PIN', secret: 's', createdAt: NOW });
      await terminateOthers();
      return await tx.storedSecrets.find(tenant.profile, 'PIN');
    });
    await expect(lost).rejects.toMatchObject({ code: 'service.unavailable', status: 503 });
    expect(await within(stores, tenant, (tx) => tx.storedSecrets.find(tenant.profile, 'PIN'))).toBeUndefined();
  });

  it('takes a new connection when an idle one broke', async () => {
    await Promise.all(Array.from({ length: 5 }, () => within(stores, tenant, async () => {})));
    await terminateOthers();
    expect(await within(stores, tenant, async (tx) => tx.clockOffset)).toBe(0);
    await vi.waitFor(() => expect(brokenIdle.length).toBeGreaterThan(0));
  });

  it.each(['40001', '40P01'])('repeats a transaction that failed with %s', async (code) => {
    let tries = 0;
    const answer = await within(stores, tenant, async () => {
      tries += 1;
      if (tries < 3) throw Object.assign(new pg.DatabaseError('again', 0, 'error'), { code });
      return tries;
    });
    expect(answer).toBe(3);
  });

  it('repeats a transaction that a real deadlock ended', async () => {
    const other = await addTenant(stores);
    const meeting = Promise.withResolvers<void>();
    let arrived = 0;
    let tries = 0;
    const cross = (first: Tenant, second: Tenant) =>
      stores.engine.transaction({ clientId: first.clientId }, async (tx) => {
        tries += 1;
        arrived += 1;
        if (arrived === 2) meeting.resolve();
        await meeting.promise;
        return await tx.clients.advanceClock(second.clientId, 1);
      });
    expect(await Promise.all([cross(tenant, other), cross(other, tenant)])).toEqual([1, 1]);
    // On a busy machine the two can meet more than once.
    expect(tries).toBeGreaterThanOrEqual(3);
  });

  it('shows a read one snapshot', async () => {
    const fresh = await addTenant(stores);
    await stores.engine.read(fresh.user, async (tx) => {
      await stores.engine.transaction(fresh.user, (it) => it.clients.advanceClock(fresh.clientId, 7));
      expect((await tx.clients.find(fresh.clientId))?.clockOffset).toBe(0);
    });
  });

  it('gives up on a server that falls silent, and goes on when it is back', async () => {
    const { port, hostname } = new URL(url);
    const between = await silenceable(Number(port), hostname);
    const behind = await openStore(Object.assign(new URL(url), { hostname: '127.0.0.1', port: between.port }).href, {
      auditKey: new Uint8Array(32),
      queryTimeout: 300,
    });
    const read = () => within(behind, tenant, async () => 'read');
    expect(await read()).toBe('read');
    between.silent = true;
    // One takes the connection that is there, the other waits for a new one.
    for (const lost of await Promise.allSettled([read(), read()])) {
      expect(lost).toMatchObject({ reason: { code: 'service.unavailable' } });
    }
    expect(await behind.health()).toEqual({ reachable: false, migrated: false });
    between.silent = false;
    expect(await read()).toBe('read');
    await behind.close();
    between.close();
  });

  it('is not healthy when it is gone', async () => {
    const gone = await createDatabase(inject('postgres'), inject('migrated'));
    const orphan = await openStore(gone, { auditKey: new Uint8Array(32) });
    await operator.query(`drop database ${new URL(gone).pathname.slice(1)} with (force)`);
    expect(await orphan.health()).toEqual({ reachable: false, migrated: false });
    await expect(addTenant(orphan)).rejects.toMatchObject({ code: 'service.unavailable' });
    await orphan.close();
  });

  it('cannot be opened when nothing listens, and the error keeps the password', async () => {
    const opening = openStore('postgres://sca:top-secret@127.0.0.1:1/sca', { auditKey: new Uint8Array(32) });
    const error: unknown = await opening.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: 'service.unavailable' });
    expect(String((error as Error).stack) + JSON.stringify(error)).not.toContain('top-secret');
  });
});
