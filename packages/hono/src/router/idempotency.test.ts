import { ScaError } from '@sca-kit/engine';
import { describe, expect, test, vi } from 'vitest';
import {
  type Answered,
  type Call,
  type FixtureOptions,
  type RouterFixture,
  routerFixture,
} from '../testing/router.fixture.ts';

const ENROL = '/authentication_factors/otp/SMS';
const VERIFY = `${ENROL}/verify`;
const CODE = { verificationCode: '123456' };

interface Asking extends RouterFixture {
  readonly ask: (path: string, reference: string | null, call?: Call) => Promise<Answered>;
}

async function asking(handlers: FixtureOptions['handlers'] = {}): Promise<Asking> {
  const fixture = await routerFixture({ handlers });
  return {
    ...fixture,
    ask: (path, reference, call = {}) =>
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

test('repeats a 204 with idempotency-replayed and without a second effect', async () => {
  const enrolOtpFactor = vi.fn(() => ({ status: 204 as const }));
  const { ask } = await asking({ enrolOtpFactor });
  const first = await ask(ENROL, 'ref-1');
  const second = await ask(ENROL, 'ref-1');
  expect([first.status, second.status]).toEqual([204, 204]);
  expect(first.headers.has('idempotency-replayed')).toBe(false);
  expect(second.headers.get('idempotency-replayed')).toBe('true');
  expect(second.headers.get('x-trace-id')).not.toBe(first.headers.get('x-trace-id'));
  expect(enrolOtpFactor).toHaveBeenCalledTimes(1);
});

test('repeats a 200 with the same body', async () => {
  let id = 4710;
  const { ask } = await asking({
    startPushStepUp() {
      id += 1;
      return { status: 200, body: { id: String(id) } };
    },
  });
  const path = '/stepup/challenges/push/AUTHY';
  expect((await ask(path, 'ref-1')).body).toEqual({ id: '4711' });
  expect((await ask(path, 'ref-1')).body).toEqual({ id: '4711' });
  expect((await ask(path, 'ref-2')).body).toEqual({ id: '4712' });
});

test('repeats a 409 for the same reference', async () => {
  const verifyOtpFactor = vi.fn(conflict);
  const { ask, log } = await asking({ verifyOtpFactor });
  const first = await ask(VERIFY, 'ref-1', { json: CODE });
  const second = await ask(VERIFY, 'ref-1', { json: CODE });
  for (const { status, body } of [first, second]) {
    expect([status, body]).toEqual([409, { errorCode: 'STATE_INVALID' }]);
  }
  expect(second.headers.get('idempotency-replayed')).toBe('true');
  expect(verifyOtpFactor).toHaveBeenCalledTimes(1);
  expect(log.at(-2)).toMatchObject({ status: 409, code: 'factor.conflict' });
});

test('runs the handler once for concurrent requests', async () => {
  const enrolOtpFactor = vi.fn(async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return { status: 204 as const };
  });
  const { ask } = await asking({ enrolOtpFactor });
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(ENROL, 'ref-1')));
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(204));
  expect(answers.filter(({ headers }) => headers.has('idempotency-replayed'))).toHaveLength(19);
  expect(enrolOtpFactor).toHaveBeenCalledTimes(1);
});

describe('runs the handler again', () => {
  test.each<[string, string, Call, string, Call]>([
    ['without a reference', VERIFY, { json: CODE }, VERIFY, { json: CODE }],
    ['another payload', VERIFY, { json: CODE }, VERIFY, { json: { verificationCode: '654321' } }],
    ['another operation', VERIFY, { json: CODE }, '/stepup/challenges/otp/SMS/verify', { json: CODE }],
  ])('for %s', async (name, firstPath, first, secondPath, second) => {
    const verifyOtpFactor = vi.fn(conflict);
    const { ask } = await asking({ verifyOtpFactor, verifyOtpStepUp: verifyOtpFactor });
    const reference = name === 'without a reference' ? null : 'ref-1';
    await ask(firstPath, reference, first);
    await ask(secondPath, reference, second);
    expect(verifyOtpFactor).toHaveBeenCalledTimes(2);
  });

  test('for a step-up of another token', async () => {
    const startPushStepUp = vi.fn(() => ({ status: 200 as const, body: { id: '1' } }));
    const fixture = await asking({ startPushStepUp });
    const path = '/stepup/challenges/push/AUTHY';
    const actor = { clientId: 'acme', userId: null, name: 'application', traceId: null };
    const { accessToken } = await fixture.engine.identity.issueAuthToken(actor, fixture.user.userId);
    await fixture.ask(path, 'ref-1');
    await fixture.ask(path, 'ref-1', { token: accessToken });
    expect(startPushStepUp).toHaveBeenCalledTimes(2);
  });

  test.each([
    ['429', () => new ScaError('otp.resend.too.early', { message: 'Wait.', retryAfter: 15, limit: 1 })],
    ['503', () => new ScaError('delivery.unavailable', { message: 'Not sent.', retryAfter: 1 })],
    ['500', () => new Error('broken')],
  ])('after a %s, which is not stored', async (status, error) => {
    let calls = 0;
    const { ask } = await asking({
      enrolOtpFactor() {
        calls += 1;
        if (calls === 1) throw error();
        return { status: 204 };
      },
    });
    expect(String((await ask(ENROL, 'ref-1')).status)).toBe(status);
    const retried = await ask(ENROL, 'ref-1');
    expect([retried.status, retried.headers.has('idempotency-replayed')]).toEqual([204, false]);
  });

  test('24 hours later', async () => {
    const enrolOtpFactor = vi.fn(() => ({ status: 204 as const }));
    const fixture = await asking({ enrolOtpFactor });
    await fixture.ask(ENROL, 'ref-1');
    fixture.clock.advance(24 * 3_600_000 + 1);
    const actor = { clientId: 'acme', userId: null, name: 'application', traceId: null };
    const { accessToken } = await fixture.engine.identity.issueAuthToken(actor, fixture.user.userId);
    await fixture.ask(ENROL, 'ref-1', { token: accessToken });
    expect(enrolOtpFactor).toHaveBeenCalledTimes(2);
  });
});

test.each(['', 'x'.repeat(300), 'ref 1\u00e9'])('400 for the reference "%s"', async (reference) => {
  const { ask } = await asking();
  expect((await ask(ENROL, reference)).status).toBe(400);
});
