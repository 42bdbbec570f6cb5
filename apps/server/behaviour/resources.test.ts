import { describe, expect, it } from 'vitest';
import { openSandbox, Sandbox } from './support/sandbox.ts';
import { errorCodes } from './support/sandbox-user.ts';

const sandbox = openSandbox();

describe('Protected and other resources', () => {
  it('GET /v1/facetec/public-key returns PEM as text/plain', async () => {
    const response = await sandbox.call<string>('GET', '/v1/facetec/public-key');
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(response.body).toMatch(/^-----BEGIN PUBLIC KEY-----\n[\s\S]+\n-----END PUBLIC KEY-----\n?$/);
  });

  it('the balance statement is protected as BALANCE__GET_STATEMENT, low risk', async () => {
    const user = await sandbox.createEnrolledUser();
    const rejected = await user.getStatement();
    expect(rejected.status).toBe(403);
    const token = rejected.headers.get('x-2fa-approval') ?? '';
    const status = await user.tokenStatus(token);
    expect(status.body.oneTimeTokenProperties.actionType).toBe('BALANCE__GET_STATEMENT');
    await user.clearToken(token);
    const served = await user.getStatement(token);
    expect(served.status).toBe(200);
    expect(served.body).toMatchObject({ balanceId: user.details.balanceId, currency: 'EUR', type: 'COMPACT' });
  });

  it('the balance statement validates currency, intervalStart, intervalEnd and type', async () => {
    const user = await sandbox.createEnrolledUser();
    await user.clearToken(await user.createToken());
    for (const [query, status] of [
      ['currency=EUR&intervalStart=2026-02-01T00:00:00Z&intervalEnd=2026-01-01T00:00:00Z', 400],
      ['currency=EUR&intervalStart=yesterday&intervalEnd=2026-01-01T00:00:00Z', 400],
      ['intervalStart=2026-01-01T00:00:00Z&intervalEnd=2026-02-01T00:00:00Z', 400],
      ['currency=EUR&intervalStart=2026-01-01T00:00:00Z&intervalEnd=2026-02-01T00:00:00Z&type=LONG', 400],
      ['currency=USD&intervalStart=2026-01-01T00:00:00Z&intervalEnd=2026-02-01T00:00:00Z', 404],
    ] as const) {
      expect((await user.getStatement(undefined, query)).status, query).toBe(status);
    }
  });

  it('the payment is protected as TRANSFER__FUND, high risk', async () => {
    const user = await sandbox.createEnrolledUser();
    const token = await user.createPaymentToken();
    expect((await user.tokenStatus(token)).body.oneTimeTokenProperties.actionType).toBe('TRANSFER__FUND');
    await user.clearToken(token);
    const paid = await user.pay(token);
    expect(paid.status).toBe(200);
    expect(paid.body).toMatchObject({ type: 'BALANCE', status: 'COMPLETED', errorCode: null });
  });

  it('a transfer is created, read and paid once, and a wrong amount or payee returns 422', async () => {
    const user = await sandbox.createEnrolledUser();
    const body = {
      targetAccount: 14550101,
      sourceAmount: 10,
      sourceCurrency: 'EUR',
      targetCurrency: 'EUR',
      customerTransactionId: crypto.randomUUID(),
      details: { reference: 'rent' },
    };
    const created = await user.call<{ id: number }>('POST', '/v1/transfers', { body });
    expect(created.status).toBe(200);
    const again = await user.call('POST', '/v1/transfers', { body });
    expect(again.body).toEqual(created.body);
    const read = await user.call('GET', `/v1/transfers/${created.body.id}`);
    expect(read.body).toEqual(created.body);
    expect((await user.call('GET', '/v1/transfers/1')).status).toBe(404);

    const path = `/v3/profiles/${user.profileId}/transfers/${created.body.id}/payments`;
    const pay = async (payment: object) => {
      const asked = await user.call('POST', path, { body: payment });
      const approval = asked.headers.get('x-2fa-approval') ?? '';
      await user.clearToken(approval);
      return user.call('POST', path, { headers: { 'x-2fa-approval': approval }, body: payment });
    };
    for (const value of [0.01, 11]) {
      const wrong = await pay({ type: 'BALANCE', amount: { value, currency: 'EUR' } });
      expect([wrong.status, errorCodes(wrong)]).toEqual([422, ['transfer.amount.mismatch']]);
    }
    const other = await pay({ type: 'BALANCE', payee: 999 });
    expect([other.status, errorCodes(other)]).toEqual([422, ['transfer.payee.mismatch']]);
    expect((await pay({ type: 'BALANCE' })).status).toBe(200);
    const twice = await pay({ type: 'BALANCE' });
    expect([twice.status, errorCodes(twice)]).toEqual([409, ['transfer.already.funded']]);
    expect((await user.pay(undefined)).status).toBe(403);
    const gone = await user.call('POST', `/v3/profiles/${user.profileId}/transfers/1/payments`, {
      body: { type: 'BALANCE' },
    });
    expect([gone.status, errorCodes(gone)]).toEqual([404, ['transfer.not.found']]);
  });

  it.each([5e-324, 1e-7, 0.001, 120.505, 0.30000000000000004])(
    'returns 400 without a token for an amount with more than two decimals: %d',
    async (amount) => {
      const user = await sandbox.createEnrolledUser();
      const paid = await user.pay(undefined, { type: 'BALANCE', amount: { value: amount, currency: 'EUR' } });
      expect([paid.status, paid.headers.get('x-2fa-approval'), paid.body]).toMatchObject([
        400,
        null,
        { errors: [{ code: 'request.invalid', path: '/body/amount/value' }] },
      ]);
      const order = {
        ...{ targetAccount: 14550101, sourceCurrency: 'EUR', targetCurrency: 'EUR', sourceAmount: amount },
        customerTransactionId: crypto.randomUUID(),
      };
      const ordered = await user.call('POST', '/v1/transfers', { body: order });
      expect([ordered.status, ordered.body]).toMatchObject([
        400,
        { errors: [{ code: 'request.invalid', path: '/body/sourceAmount' }] },
      ]);
    },
  );

  it.each([0.01, 0.07, 4.35, 120.5, 1_000_000_000])('accepts an amount of %d', async (amount) => {
    const user = await sandbox.createEnrolledUser();
    const paid = await user.pay(undefined, { type: 'BALANCE', amount: { value: amount, currency: 'EUR' } });
    expect(paid.status).toBe(403);
  });

  it("GET /v1/me and GET /v2/profiles return the caller's own", async () => {
    const user = await sandbox.createUser();
    const me = await user.call('GET', '/v1/me');
    expect(me.body).toEqual({ id: user.details.userId, email: user.details.email, active: true });
    const profiles = await user.call('GET', '/v2/profiles');
    expect(profiles.body).toEqual(
      user.details.profiles.map((profile) => ({ ...profile, userId: user.details.userId })),
    );
  });

  it('GET /health, /ready and /metrics report the state of the server', async () => {
    expect((await sandbox.call('GET', '/health')).body).toEqual({ status: 'ok' });
    expect((await sandbox.call('GET', '/ready')).body).toEqual({
      status: 'ready',
      checks: { database: 'ok', migrations: 'ok' },
    });
    const metrics = await sandbox.call<string>('GET', '/metrics');
    expect(metrics.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(metrics.body).toContain('# TYPE ');
  });

  it('GET /ready returns 503 when the database is unavailable', async () => {
    const broken = new Sandbox({});
    await broken.start();
    await broken.server.services.stores.close();
    const response = await broken.call('GET', '/ready');
    expect(response.status).toBe(503);
    expect(response.body).toMatchObject({ status: 'unavailable', checks: { database: 'failed' } });
    expect((await broken.call('GET', '/health')).status).toBe(200);
    await broken.close();
  });
});
