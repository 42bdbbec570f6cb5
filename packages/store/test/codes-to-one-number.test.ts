import { join } from 'node:path';
import { type Actor, createEngine, type Engine, ScaError } from '@sca-kit/engine';
import { recordingDelivery, testPorts } from '@sca-kit/engine/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openStore, type Stores } from '../src/index.ts';
import { NOW } from '../src/testing/contract/fixtures.ts';
import { createDatabase } from '../src/testing/index.ts';
import { removeAfterAll, temporaryFolder } from './temporary-folder.ts';

const PROFILES = 12;
const CLIENT: Actor = { clientId: 'acme', userId: null, name: 'application', traceId: null };
const folder = await temporaryFolder();
removeAfterAll(() => folder);

describe.each([
  ['SQLite', async () => join(folder, 'codes.db')],
  ['PostgreSQL', () => createDatabase(inject('postgres'), inject('migrated'))],
])('the hourly limit of a phone number on %s', (_, createLocation) => {
  const delivery = recordingDelivery();
  let stores: Stores;
  let engine: Engine;
  beforeAll(async () => {
    stores = await openStore(await createLocation(), {
      auditKey: new Uint8Array(32),
      poolSize: PROFILES + 1,
      durability: 'off',
    });
    // Time passes between concurrent requests, as on a real clock.
    let time = NOW;
    engine = createEngine({
      ...testPorts(),
      store: stores.engine,
      clock: { now: () => ++time },
      delivery,
    });
    await engine.identity.createClient(CLIENT);
  });
  afterAll(() => stores.close());

  it('allows five codes when 12 profiles and an enrolment request one concurrently', async () => {
    const profiles = Array.from({ length: PROFILES }, () => ({ type: 'personal', requiredFactors: 1 }) as const);
    const { userId, profiles: made } = await engine.identity.createUser(CLIENT, { profiles });
    const actor: Actor = { ...CLIENT, userId, name: `user:${userId}` };
    await engine.phoneNumbers.create(CLIENT, { ...CLIENT, userId }, '+6588888888');
    const tokens: string[] = [];
    for (const profile of made) {
      const approval = await engine.approvals.decide(actor, profile, {
        actionType: 'BALANCE__GET_STATEMENT',
        risk: 'low',
      });
      if ('oneTimeToken' in approval) tokens.push(approval.oneTimeToken);
    }
    expect(tokens).toHaveLength(PROFILES);
    const results = await Promise.allSettled([
      ...tokens.map((token) => engine.challenges.trigger(actor, token, 'SMS')),
      engine.authenticationFactors.enrolOtp(actor, { ...CLIENT, userId }, 'SMS'),
    ]);
    const rejections = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    for (const rejection of rejections) {
      expect(rejection).toBeInstanceOf(ScaError);
      expect(rejection).toMatchObject({ code: 'otp.hourly.limit.reached', details: { limit: 5 } });
    }
    expect(rejections).toHaveLength(PROFILES + 1 - 5);
    expect(delivery.otps).toHaveLength(5);
  });
});
