import { describe, expect, test } from 'vitest';
import { PAYMENT, PAYMENT_PATH, type Setting, STATEMENT, STATEMENT_PATH, set } from '../../test/client.ts';
import { SECRETS } from '../../test/server.ts';
import type { ChallengeResponse, ScaClientOptions } from '../index.ts';

/** A client whose PIN handler waits until the test lets it answer. */
async function setGated(pin: () => ChallengeResponse, options: Partial<ScaClientOptions> = {}) {
  const gate = Promise.withResolvers<void>();
  const asked: number[] = [];
  const firstAsked = Promise.withResolvers<void>();
  const setting = await set({
    handlers: {
      PIN: async () => {
        asked.push(asked.length + 1);
        firstAsked.resolve();
        await gate.promise;
        return pin();
      },
      PARTNER_DEVICE_FINGERPRINT: () => SECRETS.PARTNER_DEVICE_FINGERPRINT,
    },
    ...options,
  });
  return { ...setting, asked, firstAsked: firstAsked.promise, answer: gate.resolve };
}

/** Resolves when so many requests for statements have been refused. */
async function refused({ server }: Setting, count: number): Promise<void> {
  while (server.to('getBalanceStatement').length < count) await new Promise((resolve) => setImmediate(resolve));
}

describe('parallel low-risk calls', () => {
  test('share one step-up: the handler is called once', async () => {
    const setting = await setGated(() => SECRETS.PIN);
    const { client, server, asked, answer } = setting;
    const calls = Array.from({ length: 20 }, () => client.GET(STATEMENT_PATH, STATEMENT));
    await refused(setting, 20);
    answer();
    const answers = await Promise.all(calls);
    expect(answers.map(({ response }) => response.status)).toEqual(Array(20).fill(200));
    expect(asked).toEqual([1]);
    expect(server.to('getBalanceStatement')).toHaveLength(40);
  });

  test('need no second step-up if a 403 arrives after the session was opened', async () => {
    const { client, fetch, asked, firstAsked, answer } = await setGated(() => SECRETS.PIN);
    const late = Promise.withResolvers<void>();
    const slow = client.GET(STATEMENT_PATH, {
      ...STATEMENT,
      fetch: async (request) => {
        const response = await fetch(request);
        if (response.status === 403) await late.promise;
        return response;
      },
    });
    const quick = client.GET(STATEMENT_PATH, STATEMENT);
    await firstAsked;
    answer();
    expect((await quick).response.status).toBe(200);
    late.resolve();
    expect((await slow).response.status).toBe(200);
    expect(asked).toEqual([1]);
  });

  test('clear their own tokens if a cleared token opens no session', async () => {
    const setting = await setGated(() => SECRETS.PIN);
    setting.server.opensSessions = false;
    const calls = [1, 2, 3].map(() => setting.client.GET(STATEMENT_PATH, STATEMENT));
    await refused(setting, 3);
    setting.answer();
    const answers = await Promise.all(calls);
    expect(answers.map(({ response }) => response.status)).toEqual([200, 200, 200]);
    expect(setting.asked).toEqual([1, 2, 3]);
  });

  test('share the failure, so that one wrong PIN is one failed attempt', async () => {
    const setting = await setGated(() => '9999');
    const calls = [1, 2, 3].map(() => setting.client.GET(STATEMENT_PATH, STATEMENT));
    await refused(setting, 3);
    setting.answer();
    const outcomes = await Promise.allSettled(calls);
    expect(outcomes).toMatchObject(Array(3).fill({ status: 'rejected', reason: { code: 'challenge_failed' } }));
    expect(setting.server.to('verifyPin')).toHaveLength(1);
  });

  test('start another step-up if the call that started it is aborted', async () => {
    const setting = await setGated(() => SECRETS.PIN);
    const controller = new AbortController();
    const first = setting.client.GET(STATEMENT_PATH, { ...STATEMENT, signal: controller.signal });
    await setting.firstAsked;
    const others = [1, 2].map(() => setting.client.GET(STATEMENT_PATH, STATEMENT));
    await refused(setting, 3);
    controller.abort(new Error('closed'));
    await expect(first).rejects.toThrow('closed');
    setting.answer();
    const answers = await Promise.all(others);
    expect(answers.map(({ response }) => response.status)).toEqual([200, 200]);
    expect(setting.asked).toEqual([1, 2]);
  });

  test('can be aborted while waiting for another call', async () => {
    const setting = await setGated(() => SECRETS.PIN);
    const first = setting.client.GET(STATEMENT_PATH, STATEMENT);
    await setting.firstAsked;
    const controller = new AbortController();
    const second = setting.client.GET(STATEMENT_PATH, { ...STATEMENT, signal: controller.signal });
    await refused(setting, 2);
    controller.abort(new Error('closed'));
    await expect(second).rejects.toThrow('closed');
    setting.answer();
    expect((await first).response.status).toBe(200);
  });

  test('share nothing between different callers or profiles', async () => {
    const setting = await setGated(() => SECRETS.PIN);
    const other = { ...STATEMENT.params, path: { ...STATEMENT.params.path, profileId: 102 } };
    const calls = [
      setting.client.GET(STATEMENT_PATH, STATEMENT),
      setting.client.GET(STATEMENT_PATH, { ...STATEMENT, headers: { Authorization: 'Bearer another' } }),
      setting.client.GET(STATEMENT_PATH, { params: other }),
    ];
    await refused(setting, 3);
    setting.answer();
    await Promise.all(calls);
    expect(setting.asked).toEqual([1, 2, 3]);
  });
});

test('parallel high-risk calls each clear their own token, bound to their request', async () => {
  const { client, server, asked, answer } = await setGated(() => SECRETS.PIN);
  answer();
  const answers = await Promise.all([1, 2, 3].map(() => client.POST(PAYMENT_PATH, PAYMENT)));
  expect(answers.map(({ data }) => data?.status)).toEqual(Array(3).fill('COMPLETED'));
  expect(asked).toEqual([1, 2, 3]);
  const used = server.to('fundTransfer').flatMap(({ headers }) => headers.get('x-2fa-approval') ?? []);
  expect(new Set(used).size).toBe(3);
});
