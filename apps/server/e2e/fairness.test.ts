import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES } from './support/databases.ts';
import {
  createClientFor,
  createPaymentToken,
  createUser,
  defaultProfileId,
  PIN_AND_DEVICE,
  type SandboxUser,
} from './support/sandbox-users.ts';
import { cleanUp, type ServerProcess, startServer } from './support/server-process.ts';

afterAll(cleanUp);

/** The responses to a flood of requests. */
interface Flood {
  /** Without the rejected ones. */
  served(): number;
  /** Those that were one too many at once. */
  rejected(): number;
  failed(): number;
}

describe.each(DATABASES)('on %s', (_, freshDatabase) => {
  let server: ServerProcess;
  let neighbour: SandboxUser;
  let oneTimeToken: string;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    server = await startServer(await freshDatabase());
    neighbour = await createUser(server.url, PIN_AND_DEVICE);
    oneTimeToken = await createPaymentToken(createClientFor(server.url, neighbour), neighbour);
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
  });
  afterAll(() => server.stop());

  /** Sends `count` wrong verifications of a new user on each connection at once. Returns what has arrived so far. */
  async function flood(connections: number, each: number): Promise<Flood> {
    const user = await createUser(server.url, PIN_AND_DEVICE);
    const token = await createPaymentToken(createClientFor(server.url, user), user);
    const body = '{"deviceFingerprint":"wrong"}';
    const request = [
      `POST /v2/profiles/${defaultProfileId(user)}/device-fingerprints/verify HTTP/1.1`,
      'Host: 127.0.0.1',
      `Authorization: Bearer ${user.accessToken}`,
      `One-Time-Token: ${token}`,
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
      '',
      body,
    ].join('\r\n');
    const { hostname, port } = new URL(server.url);
    let text = '';
    for (let at = 0; at < connections; at += 1) {
      const socket = connect(Number(port), hostname, () => socket.write(request.repeat(each)));
      sockets.push(socket);
      socket.setEncoding('latin1').on('data', (chunk: string) => {
        text += chunk;
      });
    }
    const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
    await expect.poll(() => text, { timeout: 20_000, interval: 1 }).toContain('HTTP/1.1');
    const rejected = (): number => count(/^x-rate-limited-by: caller-concurrency/gim);
    return { rejected, served: () => count(/HTTP\/1\.1 /g) - rejected(), failed: () => count(/HTTP\/1\.1 5/g) };
  }

  const getStatus = (): Promise<Response> =>
    fetch(`${server.url}/v1/one-time-token/status`, {
      headers: {
        authorization: `Bearer ${neighbour.accessToken}`,
        'one-time-token': oneTimeToken,
        // A server whose event loop does not turn accepts no connection.
        connection: 'close',
      },
    });

  it.each([
    ['one connection', 1, 300, 0],
    // Eight run and 64 wait at most.
    ['a hundred connections', 100, 3, 1],
  ])(
    '20 requests of a user succeed before 150 of another, who sends 300 at once, do: on %s',
    async (_, connections, each, rejected) => {
      const others = await flood(connections, each);
      const statuses: number[] = [];
      for (let at = 0; at < 20; at += 1) statuses.push((await getStatus()).status);
      expect(others.served()).toBeLessThan(150);
      expect(statuses).toEqual(Array(20).fill(200));
      expect(others.failed()).toBe(0);
      expect(Math.sign(others.rejected())).toBe(rejected);
    },
  );
});
