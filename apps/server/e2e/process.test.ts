import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createDatabase } from '@sca-kit/store/testing';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { createClientFor, createUser } from './support/sandbox-users.ts';
import { cleanUp, runUntilExit, startServer, temporaryFolder } from './support/server-process.ts';

afterAll(cleanUp);

const MEGABYTE = 1_000_000;
/** What Linux tells of a process; elsewhere there is nothing to look at. */
const onLinux = process.platform === 'linux';

function residentMemory(pid: number): number {
  const [, kibibytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kibibytes) * 1024;
}

/**
 * Seconds of processor time that the main thread has used so far: what whoever waits for the start waits for. Unlike the time of
 * the day, other programs do not change it. Compiling and collecting go on beside it, on threads of their own.
 */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/task/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

describe('a start', () => {
  it('the very first one listens within two seconds of work and idles under 150 MB', async () => {
    const variables = { SCA_DATA: temporaryFolder(), NODE_COMPILE_CACHE: temporaryFolder() };
    const server = await startServer(variables);
    if (onLinux) expect(processorTime(server.pid)).toBeLessThan(2);
    const memory = (): number => (onLinux ? residentMemory(server.pid) : 0);
    await expect.poll(memory, { timeout: 10_000 }).toBeLessThan(150 * MEGABYTE);
    await server.stop();

    const again = await startServer(variables);
    if (onLinux) expect(processorTime(again.pid)).toBeLessThan(1.5);
    await again.stop();
  });

  it('makes a folder and files that only their owner reads', async () => {
    const folder = join(temporaryFolder(), 'new', 'folder');
    const server = await startServer({ SCA_DATA: folder });
    await server.stop();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const file of readdirSync(folder))
      expect([file, statSync(join(folder, file)).mode & 0o777]).toEqual([file, 0o600]);
  });

  it('four at once on an empty folder agree on the keys, and leave no draft of them', async () => {
    const SCA_DATA = temporaryFolder();
    const servers = await Promise.all(Array.from({ length: 4 }, () => startServer({ SCA_DATA })));
    const query = 'algorithm=RSA_OAEP_256&scope=PAYLOAD_ENCRYPTION';
    const keys = await Promise.all(
      servers.map(async ({ url }) => (await fetch(`${url}/v1/auth/jose/response/public-keys?${query}`)).text()),
    );
    expect(new Set(keys).size).toBe(1);
    expect(readdirSync(SCA_DATA).filter((file) => file.startsWith('keys'))).toEqual(['keys.json']);
    await Promise.all(servers.map((server) => server.stop()));
  });

  it('listens on the loopback alone', async () => {
    const server = await startServer({ SCA_DATA: ':memory:' });
    expect(new URL(server.url).hostname).toBe('127.0.0.1');
    // On Linux all of 127/8 is this machine: what listens on every address would answer here as well.
    const rejected = await new Promise((resolve) => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.2');
      socket.setTimeout(5_000, () => socket.destroy(new Error('no answer')));
      socket.once('connect', () => resolve(false)).once('error', () => resolve(true));
    });
    expect(rejected).toBe(true);
    await server.stop();
  });

  it('says so when it is told to be open to the network', async () => {
    const server = await startServer({ SCA_DATA: ':memory:', SCA_HOST: '0.0.0.0' });
    await expect.poll(() => server.output.stderr).toContain('open to the network');
    await server.stop();
  });
});

describe('what keeps it from starting is told in a sentence', () => {
  const sentence = (stderr: string): string => {
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    return stderr;
  };

  it('a taken port, and the database that was open is closed', async () => {
    const server = await startServer({ SCA_DATA: ':memory:' });
    const { port } = new URL(server.url);
    const SCA_DATABASE = await createDatabase(inject('postgres'));
    const began = performance.now();
    const { code, stdout, stderr } = await runUntilExit({ SCA_DATA: ':memory:', SCA_DATABASE, SCA_PORT: port });
    expect([code, stdout]).toEqual([1, '']);
    expect(sentence(stderr)).toContain(`Port ${port} on 127.0.0.1 is taken.`);
    // Connections that stay open would keep the process for half a minute.
    expect(performance.now() - began).toBeLessThan(20_000);
    await server.stop();
  });

  it('an address of another machine', async () => {
    const { code, stderr } = await runUntilExit({ SCA_DATA: ':memory:', SCA_HOST: '192.0.2.1' });
    expect([code, sentence(stderr)]).toEqual([1, expect.stringContaining('is not an address of this machine')]);
  });

  it('a folder that cannot be', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const { code, stderr } = await runUntilExit({ SCA_DATA: join(file, 'data') });
    expect([code, sentence(stderr)]).toEqual([1, expect.stringContaining('SCA_DATA=')]);
  });

  it('keys that are none, without repeating them', async () => {
    const folder = temporaryFolder();
    const text = '{"master":[{"secret":"c2VjcmV0LW9mLXRoZS1rZXlz';
    writeFileSync(join(folder, 'keys.json'), text);
    const { code, stderr } = await runUntilExit({ SCA_DATA: folder });
    expect([code, sentence(stderr)]).toEqual([1, expect.stringContaining('keys.json is not a key file.')]);
    expect(stderr).not.toContain('c2Vj');
    expect(readFileSync(join(folder, 'keys.json'), 'utf8')).toBe(text);
  });

  it('keys that cannot be read', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'keys.json'));
    const { code, stderr } = await runUntilExit({ SCA_DATA: folder });
    expect([code, sentence(stderr)]).toEqual([1, expect.stringContaining('EISDIR')]);
  });

  it('a file that is no database', async () => {
    const SCA_DATABASE = join(temporaryFolder(), 'notes.txt');
    writeFileSync(SCA_DATABASE, 'Not a database.\n'.repeat(100));
    const { code, stderr } = await runUntilExit({ SCA_DATA: ':memory:', SCA_DATABASE });
    expect([code, sentence(stderr)]).toEqual([1, expect.stringContaining('is not an SQLite database')]);
  });

  it('a PostgreSQL that is away, refuses the log-in, or lacks the database; never with the password', async () => {
    const url = new URL(await createDatabase(inject('postgres')));
    const changed = (change: Partial<Pick<URL, 'port' | 'password' | 'pathname'>>): string =>
      Object.assign(new URL(url.href), change).href;
    for (const [location, reason] of [
      [changed({ port: '1' }), 'cannot be reached'],
      [changed({ password: 'wrong-password' }), 'refuses the log-in'],
      [changed({ pathname: '/nowhere' }), 'no database of this name'],
    ] as const) {
      const { code, stderr } = await runUntilExit({ SCA_DATA: ':memory:', SCA_DATABASE: location });
      expect([code, sentence(stderr)]).toEqual([1, expect.stringContaining(reason)]);
      expect(stderr).not.toContain(new URL(location).password);
    }
  });

  it('a delivery that cannot be, before anything is opened', async () => {
    const folder = join(temporaryFolder(), 'new');
    const webhook = {
      SCA_DELIVERY: 'webhook',
      SCA_WEBHOOK_URL: 'nowhere',
      SCA_WEBHOOK_KEY: 'a-key-that-is-long-enough-to-sign-with',
    };
    const { code, stderr } = await runUntilExit({ SCA_DATA: folder, ...webhook });
    expect([code, stderr]).toEqual([1, expect.stringContaining('SCA_WEBHOOK_URL cannot be used')]);
    expect(stderr).not.toMatch(/\n\s+at |a-key-that/);
    expect(existsSync(folder)).toBe(false);
  });

  it('every fault of the configuration at once', async () => {
    const { code, stdout, stderr } = await runUntilExit({
      SCA_PORT: 'eighty',
      SCA_JOSE: 'maybe',
      SCA_DISCLOSURE: 'some',
      SCA_DATABASE: 'mysql://user:hunter2@host/name',
      SCA_DATA_FOLDER: '/somewhere',
    });
    expect([code, stdout]).toEqual([1, '']);
    for (const name of ['SCA_PORT', 'SCA_JOSE', 'SCA_DISCLOSURE', 'SCA_DATABASE', 'SCA_DATA_FOLDER']) {
      expect(stderr).toMatch(new RegExp(`^ {2}- ${name} `, 'm'));
    }
    expect(stderr).not.toContain('hunter2');
  });
});

describe('a stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    '%s lets a request in flight end, takes no new one, and exits with 0',
    async (signal) => {
      const server = await startServer({ SCA_DATA: ':memory:' });
      const { hostname, port } = new URL(server.url);
      const body = '{"pin":"4821"}';
      const socket = connect(Number(port), hostname);
      let response = '';
      socket.setEncoding('utf8').on('data', (text: string) => {
        response += text;
      });
      const closed = new Promise((resolve) => socket.once('close', resolve));
      const head = ['POST /sandbox/users HTTP/1.1', 'Host: localhost', 'Content-Type: application/json'];
      socket.write([...head, `Content-Length: ${body.length}`, '', body.slice(0, 5)].join('\r\n'));
      // Answered after the other bytes were read.
      await fetch(`${server.url}/health`);
      const began = performance.now();
      const stopped = server.stop(signal);
      await expect
        .poll(() =>
          fetch(`${server.url}/health`).then(
            () => 'open',
            () => 'closed',
          ),
        )
        .toBe('closed');
      socket.write(body.slice(5));
      expect(await stopped).toBe(0);
      // Not after the time of grace: the connection closes with its last answer.
      expect(performance.now() - began).toBeLessThan(4_500);
      await closed;
      expect(response).toMatch(/^HTTP\/1\.1 201 /);
      expect(server.output.stderr).toContain('"operationId":"createSandboxUser"');
    },
  );

  it('ends streams of events and idle connections instead of waiting for them', async () => {
    const server = await startServer({ SCA_DATA: ':memory:' });
    const user = await createUser(server.url);
    const { data } = await createClientFor(server.url, user).GET('/sandbox/events');
    const reader = (data as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    const began = performance.now();
    const stopped = server.stop();
    for (let next = await reader.read(); !next.done; next = await reader.read());
    expect(await stopped).toBe(0);
    expect(performance.now() - began).toBeLessThan(4_000);
  });

  it('tells whoever waits for a message that it was not sent, and leaves nothing half-done', async () => {
    const sink = createServer(() => {}).listen(0, '127.0.0.1');
    await once(sink, 'listening');
    const data = temporaryFolder();
    const server = await startServer({
      SCA_DATA: data,
      SCA_DELIVERY: 'webhook',
      SCA_WEBHOOK_URL: `http://127.0.0.1:${(sink.address() as AddressInfo).port}`,
      SCA_WEBHOOK_KEY: 'a-key-that-is-long-enough-to-sign-with',
    });
    const user = await createUser(server.url, { phoneNumber: '+6591234567' });
    const arrived = once(sink, 'request');
    const enrolled = createClientFor(server.url, user).POST('/authentication_factors/otp/{channel}', {
      params: { path: { channel: 'SMS' } },
    });
    await arrived;
    const stopped = server.stop();
    expect((await enrolled).response.status).toBe(503);
    expect(await stopped).toBe(0);
    sink.closeAllConnections();
    sink.close();
    const file = new DatabaseSync(join(data, 'sca-kit.sqlite'), { readOnly: true });
    expect(file.prepare("select count(*) as left from factor_challenges where state = 'sending'").get()).toEqual({
      left: 0,
    });
    file.close();
  });
});
