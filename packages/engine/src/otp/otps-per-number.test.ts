import { expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import { createEngine } from '../create-engine.ts';
import type { Engine } from '../engine.ts';
import type { Limits } from '../limits/limits.ts';
import {
  digestFaceMatcher,
  fakeKeys,
  type ManualClock,
  type MemoryStore,
  manualClock,
  memoryStore,
  type RecordingDelivery,
  recordingDelivery,
  seededRandom,
} from '../testing/index.ts';

const MOBILE = '+447911123456';

interface Fixture {
  readonly engine: Engine;
  readonly clock: ManualClock;
  readonly store: MemoryStore;
  readonly delivery: RecordingDelivery;
  /** A user with the number in a client of its own, who asks for a code: of an enrolment, or of a one-time token. */
  readonly ask: (family?: 'additional' | 'one-time-token', number?: string) => Promise<unknown>;
}

function fixture(limits: Partial<Limits> = {}): Fixture {
  const [clock, store, delivery] = [manualClock(), memoryStore(), recordingDelivery()];
  const engine = createEngine({
    ...{ store, clock, delivery, limits, keys: fakeKeys(), random: seededRandom(), faceMatcher: digestFaceMatcher() },
    timer: { wait: async () => {} },
  });
  let clients = 0;
  const ask: Fixture['ask'] = async (family = 'additional', number = MOBILE) => {
    clients += 1;
    const client: Actor = { clientId: `client-${clients}`, userId: null, name: 'application', traceId: null };
    await engine.identity.createClient(client);
    const created = await engine.identity.createUser(client, { profiles: [{ type: 'personal', requiredFactors: 1 }] });
    const { clientId, userId } = created;
    const actor: Actor = { ...client, userId, name: `user:${userId}` };
    await engine.phoneNumbers.create(client, { clientId, userId }, number);
    // Each client's clock may be moved as far as it likes.
    await store.transaction({ clientId }, (tx) => tx.clients.advanceClock(clientId, clients * 7_200_000));
    if (family === 'additional') return engine.authenticationFactors.enrolOtp(actor, { clientId, userId }, 'SMS');
    const [profile] = created.profiles;
    if (!profile) throw new Error('There is no profile');
    const asked = { actionType: 'BALANCE__GET_STATEMENT', risk: 'low' } as const;
    const approval = await engine.approvals.decide(actor, profile, asked);
    return engine.challenges.trigger(actor, 'oneTimeToken' in approval ? approval.oneTimeToken : '', 'SMS');
  };
  return { engine, clock, store, delivery, ask };
}

const refused = { code: 'otp.hourly.limit.reached', details: { limit: 5 } };

test('a number gets five codes an hour from all clients together, whatever they are for and what their clocks say', async () => {
  const { ask, clock, delivery } = fixture();
  for (const family of ['additional', 'one-time-token', 'additional', 'one-time-token', 'additional'] as const) {
    await ask(family);
    clock.advance(60_000);
  }
  await expect(ask('additional')).rejects.toMatchObject(refused);
  await expect(ask('one-time-token')).rejects.toMatchObject({ ...refused, details: { retryAfter: 55 * 60 } });
  await ask('additional', '+447911123457');
  expect(delivery.otps).toHaveLength(6);
  clock.advance(55 * 60_000);
  await ask('one-time-token');
});

test('of many clients that ask at once five are served', async () => {
  const { ask, delivery } = fixture();
  const answers = await Promise.allSettled(Array.from({ length: 12 }, () => ask()));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  expect(delivery.otps).toHaveLength(5);
});

test('a message that was refused is given back to all clients, one that may have gone out is not', async () => {
  const { ask, delivery } = fixture();
  delivery.down = true;
  for (let count = 0; count < 6; count += 1)
    await expect(ask()).rejects.toMatchObject({ code: 'delivery.unavailable' });
  for (let count = 0; count < 6; count += 1) {
    await expect(ask('one-time-token')).rejects.toMatchObject({ code: 'delivery.unavailable' });
  }
  delivery.down = false;
  delivery.beforeSend = () => Promise.reject(new Error('No answer in time'));
  for (let count = 0; count < 5; count += 1)
    await expect(ask()).rejects.toMatchObject({ code: 'delivery.unavailable' });
  delivery.beforeSend = async () => {};
  await expect(ask()).rejects.toMatchObject(refused);
});

test('where messages reach nobody, each client may count for itself', async () => {
  const { ask, delivery } = fixture({ otpsPerNumberOfAllClients: null });
  for (let count = 0; count < 7; count += 1) await ask();
  expect(delivery.otps).toHaveLength(7);
});

test('what is counted does not show the number', async () => {
  const { ask, store } = fixture();
  await ask();
  expect(store.dump()).not.toContain(MOBILE.slice(1));
});
