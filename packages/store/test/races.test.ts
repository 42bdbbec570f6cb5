import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openStore, type Stores } from '../src/index.ts';
import { addTenant, aToken, within } from '../src/testing/contract/fixtures.ts';
import { createDatabase } from '../src/testing/index.ts';
import { openReplicas, type Racers, startProcesses, startWorker } from './racers.ts';
import { removeAfterAll, temporaryFolder } from './temporary-folder.ts';

const RACERS = 4;
/** Attempts that each racer makes at once. */
const ATTEMPTS = 50;

const folder = await temporaryFolder();
removeAfterAll(() => folder);

describe.each([
  ['processes on one SQLite file', async () => join(folder, 'races.db'), startProcesses],
  ['replicas on PostgreSQL', () => createDatabase(inject('postgres')), openReplicas],
])(`${RACERS} %s`, (_, createLocation, start) => {
  let location: string;
  let racers: Racers;
  let stores: Stores;
  beforeAll(async () => {
    location = await createLocation();
    racers = await start(location, RACERS);
    stores = await openStore(location, { auditKey: new Uint8Array(32).fill(7), durability: 'off' });
  });
  afterAll(async () => {
    await stores.close();
    await racers.stop();
  });

  it.each(['consume', 'consumeStale'] as const)(
    'let one of 200 attempts consume a one-time token (%s)',
    async (job) => {
      const tenant = await addTenant(stores);
      await within(stores, tenant, (tx) => tx.oneTimeTokens.insert(aToken(tenant, 'high-risk')));
      expect(await racers.race(job, tenant, ATTEMPTS)).toBe(1);
    },
  );

  it('count five failed attempts and then lock the profile', async () => {
    const tenant = await addTenant(stores);
    expect(await racers.race('countAttempt', tenant, ATTEMPTS)).toBe(5);
  });

  it('add at most three fingerprints to a profile', async () => {
    const tenant = await addTenant(stores);
    expect(await racers.race('addFingerprint', tenant, ATTEMPTS)).toBe(3);
  });

  it('let one of 200 users register a phone number', async () => {
    const tenant = await addTenant(stores);
    expect(await racers.race('addPhoneNumber', tenant, ATTEMPTS)).toBe(1);
  });

  it('let one of 200 requests insert an idempotency key', async () => {
    const tenant = await addTenant(stores);
    expect(await racers.race('insertIdempotencyRecord', tenant, ATTEMPTS)).toBe(1);
  });

  it('keep the audit chain unbroken through 500 concurrent appends', async () => {
    const tenant = await addTenant(stores);
    expect(await racers.race('appendEvent', tenant, 125)).toBe(500);
    expect(await stores.auditLog.verify(tenant.clientId)).toEqual({ ok: true, count: 500, pruned: 0 });
  });

  it('lose no acknowledged event when a writing process is killed', async () => {
    const worker = await startWorker(location, 'full');
    let acknowledged = 0;
    const exited = new Promise((resolve) => worker.once('exit', resolve));
    worker.on('message', (index: number) => {
      acknowledged = index;
      if (index === 100) worker.kill('SIGKILL');
    });
    worker.send('append-forever');
    await exited;
    const reopened = await openStore(location, { auditKey: new Uint8Array(32).fill(7) });
    const result = await reopened.auditLog.verify('crash');
    await reopened.close();
    expect(result.ok && result.count).toBeGreaterThanOrEqual(acknowledged);
    expect(acknowledged).toBeGreaterThanOrEqual(100);
  });
});
