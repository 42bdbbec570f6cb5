import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openStore, type Stores } from '../src/index.ts';
import { addTenant, aToken, within } from '../src/testing/contract/fixtures.ts';
import { createDatabase } from '../src/testing/index.ts';
import { type Racers, startRacers, startWorker } from './processes.ts';
import { removeAfterAll, temporaryFolder } from './temporary-folder.ts';

const PROCESSES = 4;
/** In flight at once in each process. */
const TRIES = 50;

const folder = await temporaryFolder();
removeAfterAll(() => folder);

describe.each([
  ['one SQLite file', async () => join(folder, 'races.db')],
  ['PostgreSQL', () => createDatabase(inject('postgres'))],
])(`${PROCESSES} processes on %s`, (_, locate) => {
  let location: string;
  let racers: Racers;
  let stores: Stores;
  beforeAll(async () => {
    location = await locate();
    racers = await startRacers(location, PROCESSES);
    stores = await openStore(location, { auditKey: new Uint8Array(32).fill(7) });
  });
  afterAll(async () => {
    await stores.close();
    await racers.stop();
  });

  it.each(['consume', 'consumeStale'] as const)('one wins a one-time token (%s)', async (job) => {
    const tenant = await addTenant(stores);
    await within(stores, tenant, (tx) => tx.oneTimeTokens.insert(aToken(tenant, 'high-risk')));
    expect(await racers.race(job, tenant, TRIES)).toBe(1);
  });

  it('never more than five attempts are counted', async () => {
    const tenant = await addTenant(stores);
    expect(await racers.race('guess', tenant, TRIES)).toBe(5);
  });

  it('three fingerprints fit a profile', async () => {
    const tenant = await addTenant(stores);
    expect(await racers.race('fingerprint', tenant, TRIES)).toBe(3);
  });

  it('one user gets a phone number', async () => {
    const tenant = await addTenant(stores);
    expect(await racers.race('phone', tenant, TRIES)).toBe(1);
  });

  it('one request gets an idempotency record', async () => {
    const tenant = await addTenant(stores);
    expect(await racers.race('idempotency', tenant, TRIES)).toBe(1);
  });

  it('the audit chain is whole after 500 concurrent appends', async () => {
    const tenant = await addTenant(stores);
    expect(await racers.race('append', tenant, 125)).toBe(500);
    expect(await stores.auditLog.verify(tenant.clientId)).toEqual({ ok: true, count: 500, pruned: 0 });
  });

  it('a writer killed in the middle loses nothing that was acknowledged and breaks nothing', async () => {
    const worker = await startWorker(location);
    let acknowledged = 0;
    const died = new Promise((resolve) => worker.once('exit', resolve));
    worker.on('message', (index: number) => {
      acknowledged = index;
      if (index === 100) worker.kill('SIGKILL');
    });
    worker.send('append-forever');
    await died;
    const reopened = await openStore(location, { auditKey: new Uint8Array(32).fill(7) });
    const verdict = await reopened.auditLog.verify('crash');
    await reopened.close();
    expect(verdict.ok && verdict.count).toBeGreaterThanOrEqual(acknowledged);
    expect(acknowledged).toBeGreaterThanOrEqual(100);
  });
});
