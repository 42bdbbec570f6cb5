import { describe, expect, it } from 'vitest';
import { openSandbox } from './support/sandbox.ts';
import { errorCodes } from './support/sandbox-user.ts';

const sandbox = openSandbox();
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('A cleared token', () => {
  it('of low risk opens the 5-minute session and approves requests for those 5 minutes', async () => {
    const user = await sandbox.createEnrolledUser();
    const token = (await user.getStatement()).headers.get('x-2fa-approval') ?? '';
    await user.clearToken(token);
    for (const approval of [undefined, token, token]) expect((await user.getStatement(approval)).status).toBe(200);
    await user.advanceClock(299);
    for (const approval of [undefined, token]) expect((await user.getStatement(approval)).status).toBe(200);
    await user.advanceClock(2);
    for (const approval of [undefined, token]) expect((await user.getStatement(approval)).status).toBe(403);
  });

  it('of high risk approves one request', async () => {
    const user = await sandbox.createEnrolledUser();
    const token = await user.createPaymentToken();
    await user.clearToken(token);
    const paid = await user.pay(token);
    expect([paid.status, paid.headers.get('x-2fa-approval-result')]).toEqual([200, 'APPROVED']);
    const again = await user.pay(token);
    expect(again.status).toBe(403);
    expect(again.headers.get('x-2fa-approval')).toMatch(UUID);
    expect(again.headers.get('x-2fa-approval')).not.toBe(token);
  });

  it('approves one of 50 payments sent at once', async () => {
    const user = await sandbox.createEnrolledUser();
    const token = await user.createPaymentToken();
    await user.clearToken(token);
    const responses = await Promise.all(Array.from({ length: 50 }, () => user.pay(token)));
    const statuses = responses.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 403)).toHaveLength(49);
  });

  it('of high risk expires 5 minutes after it was cleared', async () => {
    const [soon, late] = [await sandbox.createEnrolledUser(), await sandbox.createEnrolledUser()];
    for (const [user, seconds, status] of [
      [soon, 299, 200],
      [late, 301, 403],
    ] as const) {
      const token = await user.createPaymentToken();
      await user.clearToken(token);
      await user.advanceClock(seconds);
      expect((await user.pay(token)).status).toBe(status);
    }
  });

  it('approves no other amount or payee: the payment returns 403 with a new token', async () => {
    const user = await sandbox.createEnrolledUser();
    const order = { type: 'BALANCE', amount: { value: 120.5, currency: 'EUR' }, payee: 14550101 };
    const token = await user.createPaymentToken(order);
    await user.clearToken(token);
    for (const changed of [
      { ...order, amount: { value: 101, currency: 'EUR' } },
      { ...order, amount: { value: 120.5, currency: 'USD' } },
      { ...order, payee: 14550102 },
    ]) {
      const response = await user.pay(token, changed);
      expect(response.status).toBe(403);
      expect(response.headers.get('x-2fa-approval')).toMatch(UUID);
      expect(response.headers.get('x-2fa-approval')).not.toBe(token);
    }
    expect((await user.pay(token, order)).status).toBe(200);
  });

  it('of high risk approves its action alone, and one of low risk approves no high-risk action', async () => {
    const user = await sandbox.createEnrolledUser();
    const [low, high] = [await user.createToken(), await user.createPaymentToken()];
    await user.clearToken(high);
    expect((await user.getStatement(high)).status).toBe(403);
    await user.clearToken(low);
    expect((await user.pay(low)).status).toBe(403);
    expect((await user.pay(high)).status).toBe(200);
  });

  it('that is missing a factor returns 403 REJECTED without a new token', async () => {
    const user = await sandbox.createEnrolledUser();
    const token = await user.createPaymentToken();
    const response = await user.pay(token);
    expect([response.status, errorCodes(response)]).toEqual([403, ['sca.required']]);
    expect(response.headers.get('x-2fa-approval-result')).toBe('REJECTED');
    expect(response.headers.get('x-2fa-approval')).toBeNull();
  });

  it('that is consumed or of another user returns 403 REJECTED with a new token', async () => {
    const user = await sandbox.createEnrolledUser();
    const other = await sandbox.createEnrolledUser({ clientId: user.details.clientId });
    const [consumed, foreign] = [await user.createPaymentToken(), await other.createPaymentToken()];
    await user.clearToken(consumed);
    await user.pay(consumed);
    await other.clearToken(foreign);
    for (const token of [consumed, foreign, crypto.randomUUID()]) {
      const response = await user.pay(token);
      expect([response.status, errorCodes(response)]).toEqual([403, ['sca.required']]);
      expect(response.headers.get('x-2fa-approval-result')).toBe('REJECTED');
      expect(response.headers.get('x-2fa-approval')).toMatch(UUID);
    }
    expect((await other.pay(foreign)).status).toBe(200);
  });
});
