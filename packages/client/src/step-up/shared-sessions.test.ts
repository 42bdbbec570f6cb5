import { describe, expect, test } from 'vitest';
import {
  createTestClient,
  PAYMENT,
  PAYMENT_PATH,
  STATEMENT,
  STATEMENT_PATH,
  type TestSetup,
} from '../../test/test-client.ts';
import { SECRETS } from '../../test/test-server.ts';
import type { ChallengeResponse, ScaClientOptions } from '../index.ts';

/** Creates a client whose PIN handler returns only after the test calls `release`. */
async function createGatedClient(pin: () => ChallengeResponse, options: Partial<ScaClientOptions> = {}) {
  const gate = Promise.withResolvers<void>();
  const prompts: number[] = [];
  const firstPrompt = Promise.withResolvers<void>();
  const setup = await createTestClient({
    handlers: {
      PIN: async () => {
        prompts.push(prompts.length + 1);
        firstPrompt.resolve();
        await gate.promise;
        return pin();
      },
      PARTNER_DEVICE_FINGERPRINT: () => SECRETS.PARTNER_DEVICE_FINGERPRINT,
    },
    ...options,
  });
  return { ...setup, prompts, firstPrompt: firstPrompt.promise, release: gate.resolve };
}

/** Waits until the server has rejected `count` requests for statements. */
async function waitForRejections({ server }: TestSetup, count: number): Promise<void> {
  while (server.to('getBalanceStatement').length < count) await new Promise((resolve) => setImmediate(resolve));
}

describe('parallel low-risk calls', () => {
  test('share one step-up: the handler is called once', async () => {
    const setup = await createGatedClient(() => SECRETS.PIN);
    const { client, server, prompts, release } = setup;
    const calls = Array.from({ length: 20 }, () => client.GET(STATEMENT_PATH, STATEMENT));
    await waitForRejections(setup, 20);
    release();
    const responses = await Promise.all(calls);
    expect(responses.map(({ response }) => response.status)).toEqual(Array(20).fill(200));
    expect(prompts).toEqual([1]);
    expect(server.to('getBalanceStatement')).toHaveLength(40);
  });

  test('need no second step-up if a 403 arrives after the session was opened', async () => {
    const { client, fetch, prompts, firstPrompt, release } = await createGatedClient(() => SECRETS.PIN);
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
    await firstPrompt;
    release();
    expect((await quick).response.status).toBe(200);
    late.resolve();
    expect((await slow).response.status).toBe(200);
    expect(prompts).toEqual([1]);
  });

  test('clear their own tokens if a cleared token opens no session', async () => {
    const setup = await createGatedClient(() => SECRETS.PIN);
    setup.server.opensSessions = false;
    const calls = [1, 2, 3].map(() => setup.client.GET(STATEMENT_PATH, STATEMENT));
    await waitForRejections(setup, 3);
    setup.release();
    const responses = await Promise.all(calls);
    expect(responses.map(({ response }) => response.status)).toEqual([200, 200, 200]);
    expect(setup.prompts).toEqual([1, 2, 3]);
  });

  test('share the failure, so that one wrong PIN is one failed attempt', async () => {
    const setup = await createGatedClient(() => '9999');
    const calls = [1, 2, 3].map(() => setup.client.GET(STATEMENT_PATH, STATEMENT));
    await waitForRejections(setup, 3);
    setup.release();
    const results = await Promise.allSettled(calls);
    expect(results).toMatchObject(Array(3).fill({ status: 'rejected', reason: { code: 'challenge_failed' } }));
    expect(setup.server.to('verifyPin')).toHaveLength(1);
  });

  test('start another step-up if the call that started it is aborted', async () => {
    const setup = await createGatedClient(() => SECRETS.PIN);
    const controller = new AbortController();
    const first = setup.client.GET(STATEMENT_PATH, { ...STATEMENT, signal: controller.signal });
    await setup.firstPrompt;
    const others = [1, 2].map(() => setup.client.GET(STATEMENT_PATH, STATEMENT));
    await waitForRejections(setup, 3);
    controller.abort(new Error('closed'));
    await expect(first).rejects.toThrow('closed');
    setup.release();
    const responses = await Promise.all(others);
    expect(responses.map(({ response }) => response.status)).toEqual([200, 200]);
    expect(setup.prompts).toEqual([1, 2]);
  });

  test('can be aborted while waiting for another call', async () => {
    const setup = await createGatedClient(() => SECRETS.PIN);
    const first = setup.client.GET(STATEMENT_PATH, STATEMENT);
    await setup.firstPrompt;
    const controller = new AbortController();
    const second = setup.client.GET(STATEMENT_PATH, { ...STATEMENT, signal: controller.signal });
    await waitForRejections(setup, 2);
    controller.abort(new Error('closed'));
    await expect(second).rejects.toThrow('closed');
    setup.release();
    expect((await first).response.status).toBe(200);
  });

  test('share nothing between different callers or profiles', async () => {
    const setup = await createGatedClient(() => SECRETS.PIN);
    const other = { ...STATEMENT.params, path: { ...STATEMENT.params.path, profileId: 102 } };
    const calls = [
      setup.client.GET(STATEMENT_PATH, STATEMENT),
      setup.client.GET(STATEMENT_PATH, { ...STATEMENT, headers: { Authorization: 'Bearer another' } }),
      setup.client.GET(STATEMENT_PATH, { params: other }),
    ];
    await waitForRejections(setup, 3);
    setup.release();
    await Promise.all(calls);
    expect(setup.prompts).toEqual([1, 2, 3]);
  });
});

test('parallel high-risk calls each clear their own token, bound to their request', async () => {
  const { client, server, prompts, release } = await createGatedClient(() => SECRETS.PIN);
  release();
  const responses = await Promise.all([1, 2, 3].map(() => client.POST(PAYMENT_PATH, PAYMENT)));
  expect(responses.map(({ data }) => data?.status)).toEqual(Array(3).fill('COMPLETED'));
  expect(prompts).toEqual([1, 2, 3]);
  const used = server.to('fundTransfer').flatMap(({ headers }) => headers.get('x-2fa-approval') ?? []);
  expect(new Set(used).size).toBe(3);
});
