import { expect, it } from 'vitest';
import { countWork, type Work } from './support/count-work.ts';
import { DEVICE, openSandbox, PIN } from './support/sandbox.ts';
import type { SandboxUser } from './support/sandbox-user.ts';

const sandbox = openSandbox();

type Request = (user: SandboxUser, token: string) => Promise<{ readonly status: number }>;
type Preparation = (user: SandboxUser, token: string) => Promise<unknown>;

/** Counts the work of a request of a user who has cleared nothing yet. */
async function workOf(status: number, request: Request, prepare?: Preparation): Promise<Omit<Work, 'evaluations'>> {
  const user = await sandbox.createEnrolledUser();
  const token = await user.createToken();
  await prepare?.(user, token);
  const { evaluations, ...work } = await countWork(sandbox, async () => {
    expect((await request(user, token)).status).toBe(status);
  });
  return work;
}

// Each request counts itself against its limits, which is one statement a bucket and no durable commit.
it.each<[string, number, Request, Preparation | undefined, Omit<Work, 'evaluations'>]>([
  ['the status of a new token', 200, (user, token) => user.tokenStatus(token), undefined, cost(2, 0)],
  [
    'the status of a token with a passed challenge',
    200,
    (user, token) => user.tokenStatus(token),
    (user, token) => user.verifyPin(token, PIN),
    cost(2, 0),
  ],
  [
    'a statement within an open session',
    200,
    (user) => user.getStatement(),
    async (user) => user.clearToken(await user.createToken()),
    cost(3, 0),
  ],
  ['a protected call without approval', 403, (user) => user.getStatement(), undefined, cost(6, 1)],
  ['a wrong PIN', 400, (user, token) => user.verifyPin(token, '0000'), undefined, cost(13, 2)],
  ['a right PIN', 200, (user, token) => user.verifyPin(token, PIN), undefined, cost(14, 2)],
  [
    'a right PIN that clears the token',
    200,
    (user, token) => user.verifyPin(token, PIN),
    (user, token) => user.verifyDevice(token, DEVICE),
    cost(17, 2),
  ],
])('%s costs a fixed number of statements and commits', async (_, status, request, prepare, expected) => {
  expect(await workOf(status, request, prepare)).toEqual(expected);
});

it('an unknown, an expired and a refresh token cost the same', async () => {
  const user = await sandbox.createEnrolledUser();
  const { clientId, accessToken, refreshToken } = user.details;
  const unknown = `${Buffer.from(clientId).toString('base64url')}.${'A'.repeat(43)}`;
  const rejected = (token: string): Promise<Work> =>
    countWork(sandbox, async () => {
      const headers = { authorization: `Bearer ${token}` };
      expect((await sandbox.call('GET', '/v1/me', { headers })).status).toBe(401);
    });
  const expected = { statements: 1, reads: 0, commits: 0, evaluations: { digest: 1 } };
  expect([await rejected(unknown), await rejected(refreshToken)]).toEqual([expected, expected]);
  await user.advanceClock(13 * 3600);
  expect(await rejected(accessToken)).toEqual(expected);
});

it('a body that arrives slowly keeps nobody waiting', async () => {
  const user = await sandbox.createEnrolledUser();
  const token = await user.createToken();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const slow = sandbox.server.app.request(user.v2Path('pin/verify'), {
    method: 'POST',
    headers: {
      ...{ authorization: `Bearer ${user.details.accessToken}`, 'one-time-token': token },
      ...{ 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
    },
    body: readable,
    duplex: 'half',
  } as RequestInit);
  const writer = writable.getWriter();
  await writer.write(new TextEncoder().encode('{"pin":'));
  // The database in memory has one connection: a transaction would keep this request waiting.
  expect((await user.verifyDevice(token, DEVICE)).status).toBe(200);
  await writer.write(new TextEncoder().encode(`"${PIN}"}`));
  await writer.close();
  expect((await slow).status).toBe(200);
});

function cost(statements: number, commits: number): Omit<Work, 'evaluations'> {
  return { statements, reads: 0, commits };
}
