import { inspect } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FakeTime, fakeTime } from '../../test/fake-time.ts';
import { type Listening, listen } from '../../test/listen.ts';
import { CODE, failureOf, NUMBER, otp, push } from '../../test/messages.ts';
import { createMemoryDeadLetters } from '../dead-letters/memory-dead-letters.ts';
import { createWebhookDelivery } from './create-webhook-delivery.ts';
import type { WebhookMessage } from './message.ts';
import type { WebhookDeliveryOptions } from './options.ts';
import { SIGNATURE_HEADER, verifyWebhookSignature } from './signature.ts';

const KEY = 'a-webhook-key-of-the-tests-and-of-nothing-else';
const NEXT_KEY = 'another-webhook-key-that-takes-over-from-it';

interface Received {
  readonly message: WebhookMessage;
  readonly signature: string;
}

type Respond = (signal: AbortSignal) => Response | Promise<Response>;

let receiver: Listening;
let received: Received[];
let responses: Respond[];
let time: FakeTime;

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Respond =>
  () =>
    new Response(null, { status: code, headers });

beforeAll(async () => {
  const app = new Hono();
  app.post('/sca', async (context) => {
    const body = await context.req.text();
    // Verifies the signature first, as the endpoint of an operator should.
    const message = verifyWebhookSignature(context.req.raw.headers, body, [KEY], { now: time.now() });
    received.push({ message, signature: context.req.header(SIGNATURE_HEADER) ?? '' });
    const respond = responses.shift();
    return respond ? respond(context.req.raw.signal) : context.body(null, 204);
  });
  receiver = await listen(getRequestListener(app.fetch));
});
beforeEach(() => {
  received = [];
  responses = [];
  // Skips the waits between attempts, but not the timeouts.
  time = fakeTime({ skip: (milliseconds) => milliseconds < 3000 });
});
afterEach(() => expect(time.pending).toBe(0));
afterAll(() => receiver.close());

/** Draws the highest number each time; ids count up. */
function predictable(): WebhookDeliveryOptions['random'] {
  let next = 0;
  return {
    uuid: () => `00000000-0000-4000-8000-${String(++next).padStart(12, '0')}`,
    integer: (_min, max) => max,
  };
}

function webhook(change: Partial<WebhookDeliveryOptions> = {}) {
  return createWebhookDelivery({
    url: `${receiver.url}/sca`,
    keys: [KEY],
    clock: time,
    timer: time,
    random: predictable(),
    ...change,
  });
}

/** The pauses among all waits. */
const pauses = (): readonly number[] => time.waits.filter((milliseconds) => milliseconds < 3000);

describe('createWebhookDelivery', () => {
  test('posts a code with its text, without the one-time token', async () => {
    await webhook().sendOtp(otp());
    expect(received.map(({ message }) => message)).toEqual([
      {
        type: 'otp',
        id: '00000000-0000-4000-8000-000000000001',
        clientId: 'demo-client',
        userId: 7301842,
        channel: 'SMS',
        recipient: NUMBER,
        code: CODE,
        text: `${CODE} is your code to confirm: transfer fund 100.00 EUR to Ann Lee. Do not share it with anyone.`,
        purpose: 'one-time-token',
        action: 'TRANSFER__FUND 100.00 EUR to Ann Lee',
        expiresAt: '2026-11-01T00:05:00.000Z',
      },
    ]);
    expect(JSON.stringify(received)).not.toContain(otp().reference);
  });

  test('posts a push', async () => {
    await webhook().sendPush(push());
    expect(received[0]?.message).toEqual({
      type: 'push',
      id: '00000000-0000-4000-8000-000000000001',
      clientId: 'demo-client',
      userId: 7301842,
      channel: 'AUTHY',
      challengeId: '184467440737',
      purpose: 'step-up',
      expiresAt: '2026-11-01T00:05:00.000Z',
    });
  });

  test('signs with both keys during a rotation', async () => {
    await webhook({ keys: [NEXT_KEY, KEY] }).sendOtp(otp());
    expect(received[0]?.signature).toMatch(/^t=\d+,v1=[0-9a-f]{64},v1=[0-9a-f]{64}$/);
  });

  test('posts a custom text', async () => {
    await webhook({ text: ({ code }) => `Code ${code}` }).sendOtp(otp());
    expect(received[0]?.message).toMatchObject({ text: `Code ${CODE}` });
  });
});

describe('retries of createWebhookDelivery', () => {
  test.each([408, 425, 429, 500, 502, 503, 504])(
    'retries after status %i with the same id and a new timestamp',
    async (code) => {
      responses = [status(code), status(code)];
      await webhook({ backoff: { first: 1500, most: 2500 } }).sendOtp(otp());
      expect(received).toHaveLength(3);
      expect(new Set(received.map(({ message }) => message.id)).size).toBe(1);
      expect(new Set(received.map(({ signature }) => signature.split(',')[0])).size).toBe(3);
      expect(pauses()).toEqual([1500, 2500]);
    },
  );

  test('back off exponentially with jitter, up to the maximum', async () => {
    const drawn: [number, number][] = [];
    const random = { ...predictable(), integer: (min: number, max: number) => drawn.push([min, max]) };
    responses = Array.from({ length: 5 }, () => status(500));
    await webhook({ attempts: 6, backoff: { first: 100, most: 500 }, random }).sendOtp(otp());
    expect(drawn).toEqual([100, 200, 400, 500, 500].map((most) => [0, most]));
    expect(pauses()).toEqual([1, 2, 3, 4, 5]);
  });

  test('wait for the time in Retry-After', async () => {
    responses = [status(503, { 'Retry-After': '2' })];
    await webhook().sendOtp(otp());
    expect(pauses()).toEqual([2000]);
  });

  test.each([301, 307, 308, 400, 401, 403, 404, 409, 410, 422])(
    'fails without a retry after status %i',
    async (code) => {
      responses = [status(code, { Location: `${receiver.url}/sca` })];
      expect(await failureOf(webhook().sendOtp(otp()))).toMatchObject({
        failure: 'rejected',
        status: code,
        attempts: 1,
      });
      expect(received).toHaveLength(1);
    },
  );

  test('end after the maximum number of attempts', async () => {
    responses = Array.from({ length: 9 }, () => status(503));
    const error = await failureOf(webhook({ attempts: 3 }).sendOtp(otp()));
    expect(error).toMatchObject({ failure: 'rejected', status: 503, attempts: 3 });
    expect(received).toHaveLength(3);
  });

  test('end when the next attempt would start after the deadline', async () => {
    responses = [status(429, { 'Retry-After': '10' })];
    expect(await failureOf(webhook().sendOtp(otp()))).toMatchObject({ failure: 'rejected', status: 429, attempts: 1 });
    expect(pauses()).toEqual([]);
  });

  test('follow an attempt that timed out', async () => {
    const closed = Promise.withResolvers<void>();
    responses = [
      (signal) => {
        signal.addEventListener('abort', () => closed.resolve());
        time.advance(3000);
        return new Promise(() => {});
      },
    ];
    await webhook().sendOtp(otp());
    expect(received).toHaveLength(2);
    await closed.promise;
  });

  test('report sent as unknown when an earlier attempt may have been sent', async () => {
    responses = [status(504), status(400)];
    expect(await failureOf(webhook().sendOtp(otp()))).toMatchObject({ status: 400, attempts: 2, sent: 'unknown' });
    responses = [status(429), status(400)];
    expect(await failureOf(webhook().sendOtp(otp()))).toMatchObject({ status: 400, attempts: 2, sent: 'no' });
  });

  test('follow an attempt that could not connect', async () => {
    const gone = await listen(() => {});
    await gone.close();
    const error = await failureOf(webhook({ url: gone.url, attempts: 3 }).sendOtp(otp()));
    expect(error).toMatchObject({ failure: 'unreachable', status: undefined, attempts: 3, sent: 'no' });
  });
});

describe('deadline and abort of createWebhookDelivery', () => {
  test('fails with timeout at the deadline when the endpoint does not respond', async () => {
    const arrived = Promise.withResolvers<void>();
    responses = [
      () => {
        arrived.resolve();
        return new Promise(() => {});
      },
    ];
    const sending = failureOf(webhook({ deadline: 8000, attemptTimeout: 60_000 }).sendOtp(otp()));
    await arrived.promise;
    time.advance(7999);
    expect(await Promise.race([sending, 'still waiting'])).toBe('still waiting');
    time.advance(1);
    expect(await sending).toMatchObject({ failure: 'timeout', attempts: 1, sent: 'unknown' });
  });

  test('fails as aborted when the signal aborts between two attempts', async () => {
    time = fakeTime();
    responses = [status(500)];
    const shutdown = new AbortController();
    const sending = failureOf(webhook({ signal: shutdown.signal }).sendOtp(otp()));
    await time.waiting(200);
    shutdown.abort();
    expect(await sending).toMatchObject({ failure: 'aborted', attempts: 1 });
    expect(received).toHaveLength(1);
  });

  test('makes no attempt after an abort when the timer ignores the signal', async () => {
    time = fakeTime();
    responses = [status(500)];
    const uncancellable = { wait: (milliseconds: number) => time.wait(milliseconds) };
    const shutdown = new AbortController();
    const sending = failureOf(webhook({ timer: uncancellable, signal: shutdown.signal }).sendOtp(otp()));
    await time.waiting(200);
    shutdown.abort();
    await sending;
    time.advance(60_000);
    // An attempt after the abort would arrive before this one.
    await webhook({ signal: new AbortController().signal }).sendOtp(otp());
    expect(received).toHaveLength(2);
  });
});

describe('dead letters of createWebhookDelivery', () => {
  test('are stored for failed messages, without code and number', async () => {
    const deadLetters = createMemoryDeadLetters();
    const delivery = webhook({ deadLetters, attempts: 2 });
    responses = [status(503), status(503), status(400)];
    const error = await failureOf(delivery.sendOtp(otp()));
    await failureOf(delivery.sendPush(push({ clientId: 'other-client' })));
    await delivery.sendOtp(otp());
    const [newest, oldest, ...others] = await deadLetters.list();
    expect(others).toEqual([]);
    expect(oldest).toEqual({
      id: error.messageId,
      clientId: 'demo-client',
      userId: 7301842,
      kind: 'otp',
      channel: 'SMS',
      purpose: 'one-time-token',
      provider: 'webhook',
      failure: 'rejected',
      status: 503,
      attempts: 2,
      failedAt: time.now(),
    });
    expect(newest).toMatchObject({ kind: 'push', clientId: 'other-client', status: 400, attempts: 1 });
    expect(oldest?.id).toBe(received[0]?.message.id);
    const printed = inspect([error, await deadLetters.list()], { depth: 20, showHidden: true });
    for (const secret of [CODE, NUMBER.slice(1), otp().reference, KEY]) expect(printed).not.toContain(secret);
  });

  test('do not hide the delivery error when they cannot be stored', async () => {
    const deadLetters = { ...createMemoryDeadLetters(), add: () => Promise.reject(new Error('disk full')) };
    responses = [status(400)];
    expect(await failureOf(webhook({ deadLetters }).sendOtp(otp()))).toMatchObject({ status: 400 });
  });
});
