import { ScaError } from '@sca-kit/engine';
import { describe, expect, test, vi } from 'vitest';
import {
  type Call,
  type FixtureOptions,
  type RouterFixture,
  type RouterResponse,
  routerFixture,
} from '../testing/router.fixture.ts';

const ENROL = '/authentication_factors/otp/SMS';
const VERIFY = `${ENROL}/verify`;
const CODE = { verificationCode: '123456' };

interface IdempotencyFixture extends RouterFixture {
  readonly send: (path: string, reference: string | null, call?: Call) => Promise<RouterResponse>;
}

async function idempotencyFixture(handlers: FixtureOptions['handlers'] = {}): Promise<IdempotencyFixture> {
  const fixture = await routerFixture({ handlers });
  return {
    ...fixture,
    send: (path, reference, call = {}) =>
      fixture.call(path, {
        method: 'POST',
        token: fixture.tokens.auth,
        ...call,
        headers: { 'api-key': fixture.apiKey, ...(reference === null ? {} : { 'idempotency-ref': reference }) },
      }),
  };
}

const conflict = (): never => {
  throw new ScaError('factor.conflict', { message: 'Nothing was started.', errorCode: 'STATE_INVALID' });
};

test('replays a 204 with idempotency-replayed without a second call of the handler', async () => {
  const enrolOtpFactor = vi.fn(() => ({ status: 204 as const }));
  const { send } = await idempotencyFixture({ enrolOtpFactor });
  const first = await send(ENROL, 'ref-1');
  const second = await send(ENROL, 'ref-1');
  expect([first.status, second.status]).toEqual([204, 204]);
  expect(first.headers.has('idempotency-replayed')).toBe(false);
  expect(second.headers.get('idempotency-replayed')).toBe('true');
  expect(second.headers.get('x-trace-id')).not.toBe(first.headers.get('x-trace-id'));
  expect(enrolOtpFactor).toHaveBeenCalledTimes(1);
});

test('replays a 200 with the same body', async () => {
  let id = 4710;
  const { send } = await idempotencyFixture({
    startPushStepUp() {
      id += 1;
      return { status: 200, body: { id: String(id) } };
    },
  });
  const path = '/stepup/challenges/push/AUTHY';
  expect((await send(path, 'ref-1')).body).toEqual({ id: '4711' });
  expect((await send(path, 'ref-1')).body).toEqual({ id: '4711' });
  expect((await send(path, 'ref-2')).body).toEqual({ id: '4712' });
});

test('replays a 409 for the same reference', async () => {
  const verifyOtpFactor = vi.fn(conflict);
  const { send, log } = await idempotencyFixture({ verifyOtpFactor });
  const first = await send(VERIFY, 'ref-1', { json: CODE });
  const second = await send(VERIFY, 'ref-1', { json: CODE });
  for (const { status, body } of [first, second]) {
    expect([status, body]).toEqual([409, { errorCode: 'STATE_INVALID' }]);
  }
  expect(second.headers.get('idempotency-replayed')).toBe('true');
  expect(verifyOtpFactor).toHaveBeenCalledTimes(1);
  expect(log.at(-2)).toMatchObject({ status: 409, code: 'factor.conflict' });
});

test('runs the handler once for concurrent requests with one reference', async () => {
  const enrolOtpFactor = vi.fn(async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return { status: 204 as const };
  });
  const { send } = await idempotencyFixture({ enrolOtpFactor });
  const responses = await Promise.all(Array.from({ length: 20 }, () => send(ENROL, 'ref-1')));
  expect(responses.map(({ status }) => status)).toEqual(Array(20).fill(204));
  expect(responses.filter(({ headers }) => headers.has('idempotency-replayed'))).toHaveLength(19);
  expect(enrolOtpFactor).toHaveBeenCalledTimes(1);
});

describe('runs the handler again', () => {
  test.each<[string, string, Call, string, Call]>([
    ['a missing reference', VERIFY, { json: CODE }, VERIFY, { json: CODE }],
    ['another payload', VERIFY, { json: CODE }, VERIFY, { json: { verificationCode: '654321' } }],
    ['another operation', VERIFY, { json: CODE }, '/stepup/challenges/otp/SMS/verify', { json: CODE }],
  ])('for %s', async (name, firstPath, first, secondPath, second) => {
    const verifyOtpFactor = vi.fn(conflict);
    const { send } = await idempotencyFixture({ verifyOtpFactor, verifyOtpStepUp: verifyOtpFactor });
    const reference = name === 'a missing reference' ? null : 'ref-1';
    await send(firstPath, reference, first);
    await send(secondPath, reference, second);
    expect(verifyOtpFactor).toHaveBeenCalledTimes(2);
  });

  test('for a step-up with another token', async () => {
    const startPushStepUp = vi.fn(() => ({ status: 200 as const, body: { id: '1' } }));
    const fixture = await idempotencyFixture({ startPushStepUp });
    const path = '/stepup/challenges/push/AUTHY';
    const actor = { clientId: 'acme', userId: null, name: 'application', traceId: null };
    const { accessToken } = await fixture.engine.identity.issueAuthToken(actor, fixture.user.userId);
    await fixture.send(path, 'ref-1');
    await fixture.send(path, 'ref-1', { token: accessToken });
    expect(startPushStepUp).toHaveBeenCalledTimes(2);
  });

  test.each([
    ['429', () => new ScaError('otp.resend.too.early', { message: 'Wait.', retryAfter: 15, limit: 1 })],
    ['503', () => new ScaError('delivery.unavailable', { message: 'Not sent.', retryAfter: 1 })],
    ['500', () => new Error('broken')],
  ])('after a %s, because it is not stored', async (status, error) => {
    let calls = 0;
    const { send } = await idempotencyFixture({
      enrolOtpFactor() {
        calls += 1;
        if (calls === 1) throw error();
        return { status: 204 };
      },
    });
    expect(String((await send(ENROL, 'ref-1')).status)).toBe(status);
    const retried = await send(ENROL, 'ref-1');
    expect([retried.status, retried.headers.has('idempotency-replayed')]).toEqual([204, false]);
  });

  test('after 24 hours', async () => {
    const enrolOtpFactor = vi.fn(() => ({ status: 204 as const }));
    const fixture = await idempotencyFixture({ enrolOtpFactor });
    await fixture.send(ENROL, 'ref-1');
    fixture.clock.advance(24 * 3_600_000 + 1);
    const actor = { clientId: 'acme', userId: null, name: 'application', traceId: null };
    const { accessToken } = await fixture.engine.identity.issueAuthToken(actor, fixture.user.userId);
    await fixture.send(ENROL, 'ref-1', { token: accessToken });
    expect(enrolOtpFactor).toHaveBeenCalledTimes(2);
  });
});

test('runs the operation each time when the reference is empty', async () => {
  const enrolOtpFactor = vi.fn(() => ({ status: 204 as const }));
  const { send } = await idempotencyFixture({ enrolOtpFactor });
  const responses = [await send(ENROL, ''), await send(ENROL, '')];
  expect(responses.map(({ status, headers }) => [status, headers.has('idempotency-replayed')])).toEqual([
    [204, false],
    [204, false],
  ]);
  expect(enrolOtpFactor).toHaveBeenCalledTimes(2);
});

test.each(['x'.repeat(300), 'ref 1\u00e9'])('returns 400 for the reference "%s"', async (reference) => {
  const { send } = await idempotencyFixture();
  expect((await send(ENROL, reference)).status).toBe(400);
});
