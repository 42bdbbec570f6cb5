import { expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import { createContext } from '../context.ts';
import { manualClock, type TestPorts, testPorts } from '../testing/index.ts';
import { createIdempotency, type Idempotency, type StoredResponse } from './create-idempotency.ts';

const ACTOR: Actor = { clientId: 'acme', userId: 1, name: 'user:1', traceId: null };
const REQUEST = { operation: 'enrolOtpFactor', reference: 'ref-1', payload: { channel: 'SMS' } };
const OK: StoredResponse = { status: 200, headers: { 'x-trace-id': 'header-secret' }, body: '{"id":"body-secret"}' };

interface Fixture extends TestPorts {
  readonly idempotency: Idempotency;
  readonly pauses: number[];
}

/** The timer moves the clock, and lets other work run. */
function build(): Fixture {
  const ports = testPorts();
  const pauses: number[] = [];
  const timer = {
    async wait(milliseconds: number) {
      pauses.push(milliseconds);
      ports.clock.advance(milliseconds);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
  return { ...ports, idempotency: createIdempotency(createContext({ ...ports, timer })), pauses };
}

/** Counts its runs. The n-th run returns the n-th response. */
function work(...responses: StoredResponse[]): (() => Promise<StoredResponse>) & { runs: number } {
  const run = async (): Promise<StoredResponse> => {
    run.runs += 1;
    return responses[Math.min(run.runs, responses.length) - 1] ?? OK;
  };
  run.runs = 0;
  return run;
}

const deferred = () => Promise.withResolvers<StoredResponse>();

test('a repeat gets the first response and does not run again', async () => {
  const { idempotency } = build();
  const first = work(OK, { ...OK, body: 'second' });
  await expect(idempotency.once(ACTOR, REQUEST, first)).resolves.toEqual({ response: OK, replayed: false });
  await expect(idempotency.once(ACTOR, REQUEST, first)).resolves.toEqual({ response: OK, replayed: true });
  expect(first.runs).toBe(1);
});

test.each([
  ['another reference', ACTOR, { ...REQUEST, reference: 'ref-2' }],
  ['another operation', ACTOR, { ...REQUEST, operation: 'enrolPushFactor' }],
  ['another payload', ACTOR, { ...REQUEST, payload: { channel: 'AUTHY' } }],
  ['another user', { ...ACTOR, userId: 2 }, REQUEST],
  ['the client itself', { ...ACTOR, userId: null }, REQUEST],
  ['another client', { ...ACTOR, clientId: 'other' }, REQUEST],
])('a request with %s runs separately', async (_what, actor, request) => {
  const { idempotency } = build();
  const run = work();
  await idempotency.once(ACTOR, REQUEST, run);
  await expect(idempotency.once(actor, request, run)).resolves.toMatchObject({ replayed: false });
  expect(run.runs).toBe(2);
});

test("the order of the payload's members does not matter", async () => {
  const { idempotency } = build();
  const run = work();
  await idempotency.once(ACTOR, { ...REQUEST, payload: { a: 1, b: 2 } }, run);
  await idempotency.once(ACTOR, { ...REQUEST, payload: { b: 2, a: 1 } }, run);
  expect(run.runs).toBe(1);
});

test('a response is stored for exactly 24 hours', async () => {
  const { idempotency, clock } = build();
  const run = work();
  await idempotency.once(ACTOR, REQUEST, run);
  clock.advance(24 * 3_600_000 - 1);
  await idempotency.once(ACTOR, REQUEST, run);
  expect(run.runs).toBe(1);
  clock.advance(1);
  await expect(idempotency.once(ACTOR, REQUEST, run)).resolves.toMatchObject({ replayed: false });
  expect(run.runs).toBe(2);
});

test('error responses below 500 are stored as well', async () => {
  const { idempotency } = build();
  const run = work({ status: 409, headers: {}, body: '{"errorCode":"CHANNEL_ALREADY_REGISTERED"}' });
  await idempotency.once(ACTOR, REQUEST, run);
  await expect(idempotency.once(ACTOR, REQUEST, run)).resolves.toMatchObject({
    response: { status: 409 },
    replayed: true,
  });
});

test.each([429, 500, 503])('a first response with status %i is not stored', async (status) => {
  const { idempotency } = build();
  const run = work({ status, headers: {}, body: null }, OK);
  await expect(idempotency.once(ACTOR, REQUEST, run)).resolves.toMatchObject({ response: { status }, replayed: false });
  await expect(idempotency.once(ACTOR, REQUEST, run)).resolves.toEqual({ response: OK, replayed: false });
  await expect(idempotency.once(ACTOR, REQUEST, run)).resolves.toEqual({ response: OK, replayed: true });
});

test('a first request that throws stores nothing', async () => {
  const { idempotency } = build();
  const failing = () => Promise.reject(new Error('broken'));
  await expect(idempotency.once(ACTOR, REQUEST, failing)).rejects.toThrow('broken');
  await expect(idempotency.once(ACTOR, REQUEST, work())).resolves.toEqual({ response: OK, replayed: false });
});

test('one of 200 concurrent requests runs, and all get its response', async () => {
  const { idempotency, pauses } = build();
  const run = work(OK, { ...OK, body: 'second' });
  const responses = await Promise.all(Array.from({ length: 200 }, () => idempotency.once(ACTOR, REQUEST, run)));
  expect(run.runs).toBe(1);
  expect(responses.filter(({ replayed }) => !replayed)).toHaveLength(1);
  for (const { response } of responses) expect(response).toEqual(OK);
  expect(pauses.length).toBeGreaterThan(0);
});

test('a concurrent repeat waits with growing pauses', async () => {
  const { idempotency, pauses } = build();
  const gate = deferred();
  const first = idempotency.once(ACTOR, REQUEST, () => gate.promise);
  const second = idempotency.once(ACTOR, REQUEST, work());
  while (pauses.length < 8) await new Promise((resolve) => setImmediate(resolve));
  gate.resolve(OK);
  await expect(first).resolves.toEqual({ response: OK, replayed: false });
  await expect(second).resolves.toEqual({ response: OK, replayed: true });
  expect(pauses.slice(0, 8)).toEqual([10, 20, 40, 80, 160, 250, 250, 250]);
});

test('one of the waiting repeats runs when the first request fails', async () => {
  const { idempotency, pauses } = build();
  const gate = deferred();
  const first = idempotency.once(ACTOR, REQUEST, () => gate.promise);
  const run = work();
  const others = Array.from({ length: 20 }, () => idempotency.once(ACTOR, REQUEST, run));
  while (pauses.length < 20) await new Promise((resolve) => setImmediate(resolve));
  gate.resolve({ status: 503, headers: {}, body: null });
  await expect(first).resolves.toMatchObject({ response: { status: 503 } });
  const responses = await Promise.all(others);
  expect(run.runs).toBe(1);
  expect(responses.filter(({ replayed }) => !replayed)).toHaveLength(1);
});

test('a crashed first request is replaced after 30 seconds', async () => {
  const { idempotency, clock } = build();
  const crashed = idempotency.once(ACTOR, REQUEST, () => new Promise<StoredResponse>(() => {}));
  const started = clock.now();
  const run = work();
  await expect(idempotency.once(ACTOR, REQUEST, run)).resolves.toEqual({ response: OK, replayed: false });
  expect(clock.now() - started).toBeGreaterThanOrEqual(30_000);
  expect(run.runs).toBe(1);
  await expect(Promise.race([crashed, 'still waiting'])).resolves.toBe('still waiting');
});

test.each([31_000, 25 * 3_600_000])(
  "a client's clock that is moved by %i does not make a waiting repeat run",
  async (move) => {
    const { idempotency, store, pauses } = build();
    const { clientId } = ACTOR;
    const client = { clientId, secret: 's', apiKeyDigest: null, clockOffset: 0, createdAt: 0 };
    await store.transaction({ clientId }, (tx) => tx.clients.insert(client));
    const gate = deferred();
    const first = idempotency.once(ACTOR, REQUEST, () => gate.promise);
    const run = work();
    const waiting = idempotency.once(ACTOR, REQUEST, run);
    while (pauses.length < 2) await new Promise((resolve) => setImmediate(resolve));
    await store.transaction({ clientId }, (tx) => tx.clients.advanceClock(clientId, move));
    const later = idempotency.once(ACTOR, REQUEST, run);
    while (pauses.length < 8) await new Promise((resolve) => setImmediate(resolve));
    gate.resolve(OK);
    await first;
    await Promise.all([waiting, later]);
    expect(run.runs).toBe(0);
  },
);

test('a request that counted as crashed returns the response of its replacement', async () => {
  const { idempotency, clock } = build();
  const gate = deferred();
  const slow = idempotency.once(ACTOR, REQUEST, () => gate.promise);
  await new Promise((resolve) => setImmediate(resolve));
  clock.advance(30_000);
  await idempotency.once(ACTOR, REQUEST, work());
  gate.resolve({ ...OK, body: 'late' });
  await expect(slow).resolves.toEqual({ response: OK, replayed: true });
});

test('a request that counted as crashed and fails does not release the claim of its replacement', async () => {
  const { idempotency, clock } = build();
  const slow = deferred();
  const next = deferred();
  const first = idempotency.once(ACTOR, REQUEST, () => slow.promise);
  await new Promise((resolve) => setImmediate(resolve));
  clock.advance(30_000);
  const second = idempotency.once(ACTOR, REQUEST, () => next.promise);
  await new Promise((resolve) => setImmediate(resolve));
  slow.resolve({ status: 500, headers: {}, body: null });
  await first;
  const run = work();
  const third = idempotency.once(ACTOR, REQUEST, run);
  next.resolve(OK);
  await expect(second).resolves.toEqual({ response: OK, replayed: false });
  await expect(third).resolves.toEqual({ response: OK, replayed: true });
  expect(run.runs).toBe(0);
});

test('a repeat stops waiting after a limit', async () => {
  const clock = manualClock();
  let pauses = 0;
  const timer = {
    async wait() {
      pauses += 1;
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
  const idempotency = createIdempotency(createContext({ ...testPorts(), clock, timer }));
  void idempotency.once(ACTOR, REQUEST, () => new Promise<StoredResponse>(() => {}));
  await expect(idempotency.once(ACTOR, REQUEST, work())).rejects.toMatchObject({
    code: 'service.unavailable',
    details: { retryAfter: 1 },
  });
  expect(pauses).toBeLessThan(200);
});

test('a stored response without a body is returned without one', async () => {
  const { idempotency } = build();
  const response: StoredResponse = { status: 204, headers: {}, body: null };
  await idempotency.once(ACTOR, REQUEST, work(response));
  await expect(idempotency.once(ACTOR, REQUEST, work())).resolves.toEqual({ response, replayed: true });
});

test('neither payload nor response is stored in plain text', async () => {
  const { idempotency, store } = build();
  await idempotency.once(ACTOR, { ...REQUEST, payload: { verificationCode: 'payload-secret' } }, work());
  for (const secret of ['payload-secret', 'header-secret', 'body-secret']) expect(store.dump()).not.toContain(secret);
});
