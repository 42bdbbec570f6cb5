import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { HANG_GUARD } from './support/hang-guard.ts';
import { createClientFor, createUser } from './support/sandbox-users.ts';
import { cleanUp, runUntilExit, type ServerProcess, startServer, temporaryFolder } from './support/server-process.ts';

afterAll(cleanUp);

/** The workers that have served requests, by the log. */
const workersOf = ({ output }: ServerProcess): readonly string[] =>
  [...new Set([...output.stderr.matchAll(/"worker":(\d+),"traceId"/g)].map(([, id]) => id ?? ''))].sort();

/** Sends requests, each on its own connection, until these workers have served some. */
async function expectServedBy(server: ServerProcess, workers: readonly string[]): Promise<void> {
  const request = async (): Promise<readonly string[]> => {
    const { status } = await fetch(`${server.url}/ready`, { headers: { connection: 'close' } });
    expect(status).toBe(200);
    return workersOf(server);
  };
  await expect.poll(request, HANG_GUARD).toEqual(workers);
}

/** The process ids of the workers, as Linux reports them. */
const pidsOf = ({ pid }: ServerProcess): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

it.runIf(process.platform === 'linux')(
  'workers share port and database, a crashed one is replaced, and SIGTERM stops all of them',
  async () => {
    const server = await startServer({ SCA_DATA: temporaryFolder(), SCA_WORKERS: '2' });
    await expectServedBy(server, ['1', '2']);
    expect(server.output.stdout.match(/sca-kit sandbox/g)).toHaveLength(1);

    // Each request may reach another worker, and the events of one are in the stream of the other.
    const user = await createUser(server.url);
    const client = createClientFor(server.url, user);
    const { data } = await client.GET('/sandbox/events');
    const reader = (data as ReadableStream<Uint8Array>).getReader();
    const seen = reader.read().then(() => reader.read());
    await createUser(server.url, {}, user);
    expect(new TextDecoder().decode((await seen).value)).toContain('event: ');
    await reader.cancel();

    const [first = 0, second = 0] = pidsOf(server);
    process.kill(first, 'SIGKILL');
    await expectServedBy(server, ['1', '2', '3']);
    expect(server.output.stderr).toContain('"signal":"SIGKILL","msg":"A worker crashed. Another one replaces it."');

    const pids = pidsOf(server);
    expect(pids).toHaveLength(2);
    expect(pids).toContain(second);
    expect(await server.stop()).toBe(0);
    expect(pids.filter(isRunning)).toEqual([]);
  },
);

it.runIf(process.platform === 'linux')('a server whose workers crash again and again exits with 1', async () => {
  const server = await startServer({ SCA_DATA: temporaryFolder(), SCA_WORKERS: '2' });
  const ended = server.stop('SIGCONT');
  const crash = (): number => {
    for (const pid of pidsOf(server)) if (pid > 0) process.kill(pid, 'SIGKILL');
    return server.output.stderr.match(/Another one replaces it/g)?.length ?? 0;
  };
  await expect.poll(() => (isRunning(server.pid) ? crash() : 5), HANG_GUARD).toBe(5);
  expect(await ended).toBe(1);
});

it('a wrong setting is reported once', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as AddressInfo;
  const { code, stderr } = await runUntilExit({
    SCA_DATA: temporaryFolder(),
    SCA_WORKERS: '3',
    SCA_PORT: String(port),
  });
  expect([code, stderr.trimEnd().split('\n')]).toEqual([
    1,
    [expect.stringContaining(`Port ${port} on 127.0.0.1 is in use.`)],
  ]);
  holder.close();
});
