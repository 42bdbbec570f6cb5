import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { openStore, type Stores } from '../index.ts';
import { addTenant, NOW, type Tenant, within } from '../testing/contract/fixtures.ts';
import { createDatabase } from '../testing/index.ts';

/** Starts a TCP proxy that can stop forwarding while all connections stay open. */
async function startProxy(port: number, host: string): Promise<{ port: string; paused: boolean; close(): void }> {
  const state = { port: '', paused: false, close: (): void => void server.close() };
  const server = createServer((near) => {
    const far = connect(port, host);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (bytes) => state.paused || to.write(bytes));
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
  const idleErrors: Error[] = [];

  beforeAll(async () => {
    url = await createDatabase(inject('postgres'), inject('migrated'));
    stores = await openStore(url, {
      auditKey: new Uint8Array(32),
      onConnectionError: (error) => idleErrors.push(error),
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

  it('rejects with service.unavailable when the connection is lost in a transaction, and recovers', async () => {
    const lost = within(stores, tenant, async (tx) => {
      await tx.storedSecrets.insert({ ...tenant.profile, factor: 'PIN', secret: 's', createdAt: NOW });
      await terminateOthers();
      return await tx.storedSecrets.find(tenant.profile, 'PIN');
    });
    await expect(lost).rejects.toMatchObject({ code: 'service.unavailable' });
    expect(await within(stores, tenant, (tx) => tx.storedSecrets.find(tenant.profile, 'PIN'))).toBeUndefined();
  });

  it('opens a new connection after an idle one broke', async () => {
    await Promise.all(Array.from({ length: 5 }, () => within(stores, tenant, async () => {})));
    await terminateOthers();
    expect(await within(stores, tenant, async (tx) => tx.clockOffset)).toBe(0);
    await vi.waitFor(() => expect(idleErrors.length).toBeGreaterThan(0), { timeout: 60_000 });
  });

  it.each(['40001', '40P01'])('retries a transaction that failed with SQLSTATE %s', async (code) => {
    let attempts = 0;
    const result = await within(stores, tenant, async () => {
      attempts += 1;
      if (attempts < 3) throw Object.assign(new pg.DatabaseError('again', 0, 'error'), { code });
      return attempts;
    });
    expect(result).toBe(3);
  });

  it('retries a transaction that a deadlock aborted', async () => {
    const other = await addTenant(stores);
    const meeting = Promise.withResolvers<void>();
    let arrived = 0;
    let attempts = 0;
    const cross = (first: Tenant, second: Tenant) =>
      stores.engine.transaction({ clientId: first.clientId }, async (tx) => {
        attempts += 1;
        arrived += 1;
        if (arrived === 2) meeting.resolve();
        await meeting.promise;
        return await tx.clients.advanceClock(second.clientId, 1);
      });
    expect(await Promise.all([cross(tenant, other), cross(other, tenant)])).toEqual([1, 1]);
    // On a busy machine the two can meet more than once.
    expect(attempts).toBeGreaterThanOrEqual(3);
  });

  it('runs a read on one snapshot', async () => {
    const fresh = await addTenant(stores);
    await stores.engine.read(fresh.user, async (tx) => {
      await stores.engine.transaction(fresh.user, (tx) => tx.clients.advanceClock(fresh.clientId, 7));
      expect((await tx.clients.find(fresh.clientId))?.clockOffset).toBe(0);
    });
  });

  it('rejects with service.unavailable while the server does not respond, and recovers', async () => {
    const { port, hostname } = new URL(url);
    const proxy = await startProxy(Number(port), hostname);
    const proxied = await openStore(Object.assign(new URL(url), { hostname: '127.0.0.1', port: proxy.port }).href, {
      auditKey: new Uint8Array(32),
      queryTimeout: 3_000,
    });
    const read = () => within(proxied, tenant, async () => 'read');
    expect(await read()).toBe('read');
    proxy.paused = true;
    // One uses the open connection, the other waits for a new one.
    for (const lost of await Promise.allSettled([read(), read()])) {
      expect(lost).toMatchObject({ reason: { code: 'service.unavailable' } });
    }
    expect(await proxied.health()).toEqual({ reachable: false, migrated: false });
    proxy.paused = false;
    expect(await read()).toBe('read');
    await proxied.close();
    proxy.close();
  });

  it('is unhealthy before a request times out when the server does not respond, and is checked once at a time', async () => {
    const { port, hostname } = new URL(url);
    const proxy = await startProxy(Number(port), hostname);
    const proxied = await openStore(Object.assign(new URL(url), { hostname: '127.0.0.1', port: proxy.port }).href, {
      auditKey: new Uint8Array(32),
    });
    proxy.paused = true;
    const settled: string[] = [];
    const request = within(proxied, tenant, async () => 'read').finally(() => settled.push('request'));
    const connects = vi.spyOn(pg.Pool.prototype, 'connect');
    const checks = await Promise.all(Array.from({ length: 20 }, () => proxied.health()));
    settled.push('checks');
    expect(connects.mock.calls).toHaveLength(1);
    connects.mockRestore();
    proxy.paused = false;
    await Promise.allSettled([request]);
    await proxied.close();
    proxy.close();
    expect(checks).toEqual(Array(20).fill({ reachable: false, migrated: false }));
    expect(settled).toEqual(['checks', 'request']);
  });

  it('is unhealthy while its disk is full', async () => {
    await operator.query(`create function fail() returns trigger language plpgsql
      as $$ begin raise exception using errcode = 'disk_full'; end $$`);
    await operator.query(
      'create trigger fail before insert or update on write_probes for each row execute function fail()',
    );
    expect(await stores.health()).toEqual({ reachable: false, migrated: false });
    await operator.query('drop trigger fail on write_probes');
    expect(await stores.health()).toEqual({ reachable: true, migrated: true });
  });

  it('is unhealthy after it was dropped', async () => {
    const gone = await createDatabase(inject('postgres'), inject('migrated'));
    const dropped = await openStore(gone, { auditKey: new Uint8Array(32) });
    await operator.query(`drop database ${new URL(gone).pathname.slice(1)} with (force)`);
    expect(await dropped.health()).toEqual({ reachable: false, migrated: false });
    await expect(addTenant(dropped)).rejects.toMatchObject({ code: 'service.unavailable' });
    await dropped.close();
  });

  it('rejects without the password in the error when no server listens', async () => {
    const opening = openStore('postgres://sca:top-secret@127.0.0.1:1/sca', { auditKey: new Uint8Array(32) });
    const error: unknown = await opening.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: 'service.unavailable' });
    expect(String((error as Error).stack) + JSON.stringify(error)).not.toContain('top-secret');
  });
});
