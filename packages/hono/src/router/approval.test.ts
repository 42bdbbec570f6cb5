import type { Engine } from '@sca-kit/engine';
import { describe, expect, test, vi } from 'vitest';
import {
  codeOf,
  FINGERPRINT,
  PIN,
  type RouterFixture,
  type RouterResponse,
  routerFixture,
} from '../testing/router.fixture.ts';

const STATEMENT =
  '/v1/profiles/101/balance-statements/7/statement.json?currency=EUR&intervalStart=2026-01-01T00:00:00Z&intervalEnd=2026-01-31T00:00:00Z';
const PAYMENT = '/v3/profiles/101/transfers/7/payments';
const payment = { type: 'BALANCE', amount: { value: 12.5, currency: 'EUR' }, payee: 14550101 } as const;

/** Verifies PIN and device fingerprint. */
async function clear({ engine, user }: RouterFixture, token: string): Promise<void> {
  const actor = { clientId: 'acme', userId: user.userId, name: `user:${user.userId}`, traceId: null };
  await engine.challenges.verify(actor, token, 'PIN', PIN);
  await engine.challenges.verify(actor, token, 'PARTNER_DEVICE_FINGERPRINT', FINGERPRINT);
}

const tokenOf = ({ headers }: RouterResponse): string => headers.get('x-2fa-approval') ?? '';
const resultOf = ({ headers }: RouterResponse): string | null => headers.get('x-2fa-approval-result');
const approvalHeader = (token: string) => ({ 'x-2fa-approval': token });

describe('a low-risk operation', () => {
  test('returns 403 with a token, then 200, then 200 without a challenge for five minutes', async () => {
    const fixture = await routerFixture();
    const { call, clock } = fixture;
    const rejected = await call(STATEMENT);
    expect([rejected.status, codeOf(rejected), resultOf(rejected)]).toEqual([403, 'sca.required', 'REJECTED']);
    expect(rejected.headers.get('content-type')).toBe('application/json');
    await clear(fixture, tokenOf(rejected));
    const approved = await call(STATEMENT, { headers: approvalHeader(tokenOf(rejected)) });
    expect([approved.status, resultOf(approved)]).toEqual([200, 'APPROVED']);
    expect(approved.headers.has('x-2fa-approval')).toBe(false);
    clock.advance(299_000);
    expect((await call(STATEMENT)).status).toBe(200);
    clock.advance(2_000);
    expect((await call(STATEMENT)).status).toBe(403);
  });

  test('returns 403 without a new token for a token that is not cleared', async () => {
    const { call } = await routerFixture();
    const token = tokenOf(await call(STATEMENT));
    const second = await call(STATEMENT, { headers: approvalHeader(token) });
    expect([second.status, resultOf(second), tokenOf(second)]).toEqual([403, 'REJECTED', '']);
  });

  test('returns 403 without a token for a profile with too few factors', async () => {
    const { call } = await routerFixture({ factors: ['pin'] });
    const response = await call(STATEMENT);
    expect([response.status, codeOf(response)]).toEqual([403, 'sca.factors.insufficient']);
    expect([resultOf(response), tokenOf(response)]).toEqual(['REJECTED', '']);
    expect(response.text).toContain('1 more factor ');
  });

  test('returns REJECTED with the 403 for a token of the wrong kind', async () => {
    const { call, tokens } = await routerFixture();
    const response = await call(STATEMENT, { token: tokens.application });
    expect([response.status, codeOf(response), resultOf(response)]).toEqual([403, 'access.denied', 'REJECTED']);
  });

  test.each(['', 'x', `${'a'.repeat(40)}`])('returns 400 for the approval "%s"', async (value) => {
    const { call } = await routerFixture();
    const response = await call(STATEMENT, { headers: approvalHeader(value) });
    expect([response.status, codeOf(response)]).toEqual([400, 'request.invalid']);
  });

  test('does not call the handler before the approval', async () => {
    const fundTransfer = vi.fn();
    const { call } = await routerFixture({ handlers: { fundTransfer } });
    await call(PAYMENT, { json: payment });
    expect(fundTransfer).not.toHaveBeenCalled();
  });

  test('issues no token for an invalid request', async () => {
    const { call } = await routerFixture();
    const response = await call(PAYMENT, { json: { type: 'GIFT' } });
    expect([response.status, tokenOf(response)]).toEqual([400, '']);
  });
});

describe('a high-risk operation', () => {
  test('returns 201 once and rejects the same token afterwards', async () => {
    const fixture = await routerFixture();
    const { call } = fixture;
    const token = tokenOf(await call(PAYMENT, { json: payment }));
    await clear(fixture, token);
    const headers = approvalHeader(token);
    expect((await call(PAYMENT, { json: payment, headers })).status).toBe(200);
    const replayed = await call(PAYMENT, { json: payment, headers });
    expect(replayed.status).toBe(403);
    expect(tokenOf(replayed)).not.toBe(token);
  });

  test.each([
    ['amount', PAYMENT, { ...payment, amount: { value: 12.51, currency: 'EUR' } }],
    ['currency', PAYMENT, { ...payment, amount: { value: 12.5, currency: 'USD' } }],
    ['payee', PAYMENT, { ...payment, payee: 14550102 }],
    ['payee (omitted)', PAYMENT, { type: 'BALANCE', amount: payment.amount }],
    ['transfer', PAYMENT.replace('/7/', '/8/'), payment],
  ])('returns 403 and a new token when the %s differs (RTS 5)', async (_, path, json) => {
    const fixture = await routerFixture();
    const token = tokenOf(await fixture.call(PAYMENT, { json: payment }));
    await clear(fixture, token);
    const response = await fixture.call(path, { json, headers: approvalHeader(token) });
    expect([response.status, resultOf(response)]).toEqual([403, 'REJECTED']);
    expect(tokenOf(response)).toMatch(/^[0-9a-f-]{36}$/);
    // The order of the members does not matter.
    const { amount, ...others } = payment;
    const approved = await fixture.call(PAYMENT, { json: { amount, ...others }, headers: approvalHeader(token) });
    expect(approved.status).toBe(200);
  });
});

describe('an approval', () => {
  const spyOnDecide = (engine: Engine) => vi.spyOn(engine.approvals, 'decide');

  test('is bound to the values at the pointers of x-sca, null for an omitted one', async () => {
    const { call, engine } = await routerFixture();
    const decide = spyOnDecide(engine);
    await call(PAYMENT, { json: { type: 'BALANCE', payee: 14550101 } });
    expect(decide.mock.calls[0]?.[2]).toEqual({
      actionType: 'TRANSFER__FUND',
      risk: 'high',
      link: { '/path/transferId': 7, '/body/amount': null, '/body/payee': 14550101 },
    });
  });

  test('is not bound to values for a low-risk operation', async () => {
    const { call, engine } = await routerFixture();
    const decide = spyOnDecide(engine);
    await call(STATEMENT);
    expect(decide.mock.calls[0]?.[2]).toEqual({ actionType: 'BALANCE__GET_STATEMENT', risk: 'low' });
  });

  test('is bound to the result of the links option, if there is one', async () => {
    const fixture = await routerFixture({
      links: {
        fundTransfer: async ({ path, body }) => ({ transfer: path.transferId, amount: body.amount?.value ?? 12.5 }),
      },
    });
    const { call } = fixture;
    const token = tokenOf(await call(PAYMENT, { json: payment }));
    await clear(fixture, token);
    // This link has no payee, and a missing amount has the approved value.
    const response = await call(PAYMENT, { json: { type: 'BALANCE' }, headers: approvalHeader(token) });
    expect(response.status).toBe(200);
  });

  test('fails with a 500 and a log entry when the links option throws', async () => {
    const { call, log } = await routerFixture({
      links: { fundTransfer: () => Promise.reject(new Error('the database is gone')) },
    });
    expect((await call(PAYMENT, { json: payment })).status).toBe(500);
    expect(log.at(-1)?.cause).toMatchObject({ message: 'the database is gone' });
  });
});

describe('enrolment', () => {
  const path = '/v2/profiles/101/facemaps';

  test('returns 204 without an approval when enrolment is not protected', async () => {
    const { call } = await routerFixture();
    const response = await call(path, { json: { faceMap: 'AAAA' } });
    expect([response.status, resultOf(response)]).toEqual([204, null]);
  });

  test('returns 403 when enrolment is protected and two categories are enrolled, 204 with an approval (RTS 24(2)(b))', async () => {
    const fixture = await routerFixture({ protectEnrolment: true });
    const { call } = fixture;
    const rejected = await call(path, { json: { faceMap: 'AAAA' } });
    expect([rejected.status, codeOf(rejected)]).toEqual([403, 'sca.required']);
    await clear(fixture, tokenOf(rejected));
    const approved = await call(path, { json: { faceMap: 'AAAA' }, headers: approvalHeader(tokenOf(rejected)) });
    expect([approved.status, resultOf(approved)]).toEqual([204, 'APPROVED']);
  });

  test('returns 204 when enrolment is protected and the profile has one category', async () => {
    const { call } = await routerFixture({ protectEnrolment: true, factors: ['pin'] });
    expect((await call(path, { json: { faceMap: 'AAAA' } })).status).toBe(204);
  });

  test('returns 403 with a token for the second of two concurrent enrolments, 204 with its approval', async () => {
    const fixture = await routerFixture({ protectEnrolment: true, factors: ['fingerprint'] });
    const { call } = fixture;
    const [pin, face] = await Promise.all([
      call('/v2/profiles/101/pin', { json: { pin: PIN } }),
      call(path, { json: { faceMap: 'AAAA' } }),
    ]);
    expect([pin.status, face.status, codeOf(face), resultOf(face)]).toEqual([200, 403, 'sca.required', 'REJECTED']);
    await clear(fixture, tokenOf(face));
    const approved = await call(path, { json: { faceMap: 'AAAA' }, headers: approvalHeader(tokenOf(face)) });
    expect([approved.status, resultOf(approved)]).toEqual([204, 'APPROVED']);
  });
});
