import { describe, expect, it } from 'vitest';
import { openSandbox } from './support/sandbox.ts';
import { errorCodes } from './support/sandbox-user.ts';

const sandbox = openSandbox();
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('A cleared token', () => {
  it('a cleared low-risk token opens the 5-minute session and itself serves for those 5 minutes', async () => {
    const user = await sandbox.createEnrolledUser();
    const token = (await user.getStatement()).headers.get('x-2fa-approval') ?? '';
    await user.clearToken(token);
    for (const approval of [undefined, token, token]) expect((await user.getStatement(approval)).status).toBe(200);
    await user.advanceClock(299);
    for (const approval of [undefined, token]) expect((await user.getStatement(approval)).status).toBe(200);
    await user.advanceClock(2);
    for (const approval of [undefined, token]) expect((await user.getStatement(approval)).status).toBe(403);
  });

  it('a cleared high-risk token is used once', async () => {
    const user = await sandbox.createEnrolledUser();
    const token = await user.createPaymentToken();
    await user.clearToken(token);
    const paid = await user.pay(token);
    expect([paid.status, paid.headers.get('x-2fa-approval-result')]).toEqual([201, 'APPROVED']);
    const again = await user.pay(token);
    expect(again.status).toBe(403);
    expect(again.headers.get('x-2fa-approval')).toMatch(UUID);
    expect(again.headers.get('x-2fa-approval')).not.toBe(token);
  });

  it('of many payments at once with one token, one is served', async () => {
    const user = await sandbox.createEnrolledUser();
    const token = await user.createPaymentToken();
    await user.clearToken(token);
    const responses = await Promise.all(Array.from({ length: 50 }, () => user.pay(token)));
    const statuses = responses.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 403)).toHaveLength(49);
  });

  it('a cleared high-risk token serves within 5 minutes', async () => {
    const [soon, late] = [await sandbox.createEnrolledUser(), await sandbox.createEnrolledUser()];
    for (const [user, seconds, status] of [
      [soon, 299, 201],
      [late, 301, 403],
    ] as const) {
      const token = await user.createPaymentToken();
      await user.clearToken(token);
      await user.advanceClock(seconds);
      expect((await user.pay(token)).status).toBe(status);
    }
  });

  it('a changed amount or payee is 403 and a new token', async () => {
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
    expect((await user.pay(token, order)).status).toBe(201);
  });

  it('a high-risk token serves the same action alone, and a low-risk one no high-risk action', async () => {
    const user = await sandbox.createEnrolledUser();
    const [low, high] = [await user.createToken(), await user.createPaymentToken()];
    await user.clearToken(high);
    expect((await user.getStatement(high)).status).toBe(403);
    await user.clearToken(low);
    expect((await user.pay(low)).status).toBe(403);
    expect((await user.pay(high)).status).toBe(201);
  });

  it('a protected call with a token not cleared is 403 REJECTED without a fresh one', async () => {
    const user = await sandbox.createEnrolledUser();
    const token = await user.createPaymentToken();
    const response = await user.pay(token);
    expect([response.status, errorCodes(response)]).toEqual([403, ['sca.required']]);
    expect(response.headers.get('x-2fa-approval-result')).toBe('REJECTED');
    expect(response.headers.get('x-2fa-approval')).toBeNull();
  });

  it('a protected call with a token consumed or foreign is 403 REJECTED with a fresh one', async () => {
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
    expect((await other.pay(foreign)).status).toBe(201);
  });
});
