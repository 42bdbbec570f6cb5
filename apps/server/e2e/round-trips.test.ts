import { AsyncLocalStorage } from 'node:async_hooks';
import { createDatabase, observeQueries } from '@sca-kit/store/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { DEVICE, PIN, Sandbox } from '../behaviour/support/sandbox.ts';
import type { SandboxUser } from '../behaviour/support/sandbox-user.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = new Sandbox({ SCA_DATABASE: await createDatabase(inject('postgres')) });
  await sandbox.start();
});
afterAll(() => sandbox.close());

type Request = (user: SandboxUser, token: string) => Promise<{ readonly status: number }>;

/** Counts the round trips to PostgreSQL of one request. Leaves out background work. */
async function countRoundTrips(request: () => Promise<void>): Promise<number> {
  const inRequest = new AsyncLocalStorage<true>();
  let count = 0;
  const stop = observeQueries(() => {
    if (inRequest.getStore()) count += 1;
  });
  try {
    await inRequest.run(true, request);
    return count;
  } finally {
    stop();
  }
}

it.each<[string, number, number, Request, ((user: SandboxUser, token: string) => Promise<unknown>) | undefined]>([
  ['the status of a token', 2, 200, (user, token) => user.tokenStatus(token), undefined],
  [
    'a statement within an open session',
    3,
    200,
    (user) => user.getStatement(),
    async (user) => user.clearToken(await user.createToken()),
  ],
  ['a protected call without approval', 6, 403, (user) => user.getStatement(), undefined],
  ['a wrong PIN', 12, 400, (user, token) => user.verifyPin(token, '0000'), undefined],
  ['a right PIN', 12, 200, (user, token) => user.verifyPin(token, PIN), undefined],
  [
    'a right PIN that clears the token',
    12,
    200,
    (user, token) => user.verifyPin(token, PIN),
    (user, token) => user.verifyDevice(token, DEVICE),
  ],
])('%s costs %i round trips to PostgreSQL', async (_, expected, status, request, prepare) => {
  const user = await sandbox.createEnrolledUser();
  const token = await user.createToken();
  await prepare?.(user, token);
  const work = async (): Promise<void> => expect((await request(user, token)).status).toBe(status);
  expect(await countRoundTrips(work)).toBe(expected);
});
