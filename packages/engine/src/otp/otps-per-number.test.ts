import { expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import { createEngine } from '../create-engine.ts';
import type { Limits } from '../limits/limits.ts';
import { type TestPorts, testPorts } from '../testing/index.ts';

const MOBILE = '+447911123456';

interface Fixture extends TestPorts {
  /** Returns a function that requests a code for the number, as a user of a new client. */
  readonly ask: (family?: 'additional' | 'one-time-token', number?: string) => Promise<unknown>;
}

function fixture(limits: Partial<Limits> = {}): Fixture {
  const ports = testPorts();
  const engine = createEngine({ ...ports, limits });
  let clients = 0;
  const ask: Fixture['ask'] = async (family = 'additional', number = MOBILE) => {
    clients += 1;
    const client: Actor = { clientId: `client-${clients}`, userId: null, name: 'application', traceId: null };
    await engine.identity.createClient(client);
    const created = await engine.identity.createUser(client, { profiles: [{ type: 'personal', requiredFactors: 1 }] });
    const { clientId, userId } = created;
    const actor: Actor = { ...client, userId, name: `user:${userId}` };
    await engine.phoneNumbers.create(client, { clientId, userId }, number);
    // The clock of a client does not affect the limit.
    await ports.store.transaction({ clientId }, (tx) => tx.clients.advanceClock(clientId, clients * 7_200_000));
    if (family === 'additional') return engine.authenticationFactors.enrolOtp(actor, { clientId, userId }, 'SMS');
    const [profile] = created.profiles;
    if (!profile) throw new Error('There is no profile');
    const asked = { actionType: 'BALANCE__GET_STATEMENT', risk: 'low' } as const;
    const approval = await engine.approvals.decide(actor, profile, asked);
    return engine.challenges.trigger(actor, 'oneTimeToken' in approval ? approval.oneTimeToken : '', 'SMS');
  };
  return { ...ports, ask };
}

const rejected = { code: 'otp.hourly.limit.reached', details: { limit: 5 } };

test('a number gets at most five codes an hour from all clients together, whatever their purposes and clocks', async () => {
  const { ask, clock, delivery } = fixture();
  for (const family of ['additional', 'one-time-token', 'additional', 'one-time-token', 'additional'] as const) {
    await ask(family);
    clock.advance(60_000);
  }
  await expect(ask('additional')).rejects.toMatchObject(rejected);
  await expect(ask('one-time-token')).rejects.toMatchObject({ ...rejected, details: { retryAfter: 55 * 60 } });
  await ask('additional', '+447911123457');
  expect(delivery.otps).toHaveLength(6);
  clock.advance(55 * 60_000);
  await ask('one-time-token');
});

test('five of many concurrent clients can send a code to one number', async () => {
  const { ask, delivery } = fixture();
  const results = await Promise.allSettled(Array.from({ length: 12 }, () => ask()));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  expect(delivery.otps).toHaveLength(5);
});

test('a code that was not sent is released for all clients, one that may have been sent is not', async () => {
  const { ask, delivery } = fixture();
  delivery.down = true;
  for (let count = 0; count < 6; count += 1)
    await expect(ask()).rejects.toMatchObject({ code: 'delivery.unavailable' });
  for (let count = 0; count < 6; count += 1) {
    await expect(ask('one-time-token')).rejects.toMatchObject({ code: 'delivery.unavailable' });
  }
  delivery.down = false;
  delivery.beforeSend = () => Promise.reject(new Error('No response in time'));
  for (let count = 0; count < 5; count += 1)
    await expect(ask()).rejects.toMatchObject({ code: 'delivery.unavailable' });
  delivery.beforeSend = async () => {};
  await expect(ask()).rejects.toMatchObject(rejected);
});

test('without the limit of all clients each client counts for itself', async () => {
  const { ask, delivery } = fixture({ otpsPerNumberOfAllClients: null });
  for (let count = 0; count < 7; count += 1) await ask();
  expect(delivery.otps).toHaveLength(7);
});

test('the bucket does not contain the number', async () => {
  const { ask, store } = fixture();
  await ask();
  expect(store.dump()).not.toContain(MOBILE.slice(1));
});
