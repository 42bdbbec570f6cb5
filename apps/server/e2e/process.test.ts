import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createDatabase } from '@sca-kit/store/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readConfig } from '../src/config/config.ts';
import { createServer } from '../src/create-server.ts';
import { listen } from '../src/listen.ts';
import { StartError } from '../src/start-error.ts';
import { FAST } from '../test/server-options.ts';
import { HANG_GUARD } from './support/hang-guard.ts';
import { startInProcess } from './support/in-process-server.ts';
import { createClientFor, createUser } from './support/sandbox-users.ts';
import {
  cleanUp,
  runUntilExit,
  runWithoutReader,
  type ServerProcess,
  startServer,
  temporaryFolder,
  type Variables,
} from './support/server-process.ts';

afterAll(cleanUp);

const MEGABYTE = 1_000_000;
/** Only Linux reports the memory of another process in a file. */
const onLinux = process.platform === 'linux';

function residentMemory(pid: number): number {
  const [, kibibytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kibibytes) * 1024;
}

describe('a start', () => {
  const preload = ['--import', new URL('support/list-modules.ts', import.meta.url).href];

  it('loads the modules that serve requests alone, compiles them once, and idles under 150 MB', async () => {
    const folder = temporaryFolder();
    const cache = join(folder, 'compiled');
    const list = join(folder, 'modules.json');
    const variables = { SCA_DATA: temporaryFolder(), NODE_COMPILE_CACHE: cache, MODULE_LIST: list };
    const compiled = (): number =>
      readdirSync(cache, { recursive: true, withFileTypes: true }).filter((f) => f.isFile()).length;

    const server = await startServer(variables, preload);
    const memory = (): number => (onLinux ? residentMemory(server.pid) : 0);
    await expect.poll(memory, HANG_GUARD).toBeLessThan(150 * MEGABYTE);
    await server.stop();
    const modules = JSON.parse(readFileSync(list, 'utf8')) as readonly string[];
    // A count in place of a time. A package that compiles schemas at a start, or a renderer, would show here.
    expect(modules.length).toBeGreaterThan(100);
    expect(modules.length).toBeLessThan(950);
    expect(modules.filter((url) => /\/(ajv|typescript|@redocly|@scalar|yaml|vite|vitest)\//.test(url))).toEqual([]);
    const first = compiled();
    expect(first).toBeGreaterThan(100);

    await (await startServer(variables, preload)).stop();
    expect(compiled()).toBe(first);
  });

  it('creates a folder and files that only their owner can read', async () => {
    const folder = join(temporaryFolder(), 'new', 'folder');
    await (await createServer(readConfig({ SCA_DATA: folder, SCA_LOG_LEVEL: 'silent' }), FAST)).close();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const file of readdirSync(folder))
      expect([file, statSync(join(folder, file)).mode & 0o777]).toEqual([file, 0o600]);
  });

  it('listens on the loopback interface by default', async () => {
    const server = await startInProcess();
    expect(new URL(server.url).hostname).toBe('127.0.0.1');
    // On Linux all of 127.0.0.0/8 is this machine: a server on every interface would accept this connection too.
    const rejected = await new Promise((resolve) => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.2');
      socket.setTimeout(5_000, () => socket.destroy(new Error('no response')));
      socket.once('connect', () => resolve(false)).once('error', () => resolve(true));
    });
    expect(rejected).toBe(true);
    await server.stop();
  });
});

describe('a start that fails', () => {
  /** Returns the message of the StartError: one sentence without a stack. */
  async function startErrorOf(variables: Variables): Promise<string> {
    const start = async (): Promise<void> => {
      const config = readConfig({
        SCA_DATA: inject('keysFolder'),
        SCA_DATABASE: ':memory:',
        SCA_PORT: '0',
        SCA_LOG_LEVEL: 'silent',
        ...variables,
      });
      const server = await createServer(config, FAST);
      try {
        await (await listen(server.app, server.record, config)).close();
      } finally {
        await server.close();
      }
    };
    const error = await start().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(StartError);
    return (error as StartError).message;
  }
  /** The same for errors that fit in one line. */
  async function sentenceOf(variables: Variables): Promise<string> {
    const message = await startErrorOf(variables);
    expect(message).not.toContain('\n');
    return message;
  }

  it('writes one sentence, exits with 1 and closes the database when the port is taken', async () => {
    const holder = createHttpServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const SCA_DATABASE = await createDatabase(inject('postgres'));
    // An open connection would keep the process alive.
    const { code, stdout, stderr } = await runUntilExit({ SCA_DATA: ':memory:', SCA_DATABASE, SCA_PORT: String(port) });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`Port ${port} on 127.0.0.1 is in use.`);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    holder.close();
  });

  it('names an address of another machine', async () => {
    expect(await sentenceOf({ SCA_HOST: '192.0.2.1' })).toContain('is not an address of this machine');
  });

  it('names a data folder that cannot be created', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(await sentenceOf({ SCA_DATA: join(file, 'data') })).toContain('SCA_DATA=');
  });

  it('rejects a malformed key file without repeating it', async () => {
    const folder = temporaryFolder();
    const text = '{"master":[{"secret":"c2VjcmV0LW9mLXRoZS1rZXlz';
    writeFileSync(join(folder, 'keys.json'), text);
    const message = await sentenceOf({ SCA_DATA: folder });
    expect(message).toContain('keys.json is not a valid key file.');
    expect(message).not.toContain('c2Vj');
    expect(readFileSync(join(folder, 'keys.json'), 'utf8')).toBe(text);
  });

  it('rejects a key file that cannot be read', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'keys.json'));
    expect(await sentenceOf({ SCA_DATA: folder })).toContain('EISDIR');
  });

  it('rejects a file that is not a database', async () => {
    const SCA_DATABASE = join(temporaryFolder(), 'notes.txt');
    writeFileSync(SCA_DATABASE, 'Not a database.\n'.repeat(100));
    expect(await sentenceOf({ SCA_DATABASE })).toContain('is not an SQLite database');
  });

  it('rejects a truncated database and names the remedy', async () => {
    const folder = temporaryFolder();
    await (await createServer(readConfig({ SCA_DATA: folder, SCA_LOG_LEVEL: 'silent' }), FAST)).close();
    const file = join(folder, 'sca-kit.sqlite');
    for (const share of [0.9, 0.5, 0.1]) {
      truncateSync(file, Math.floor(statSync(file).size * share));
      expect(await sentenceOf({ SCA_DATA: folder, SCA_DATABASE: file })).toContain('Restore it from a backup.');
    }
  });

  describe('with keys that do not belong to the database', () => {
    type Change = (master: readonly object[]) => readonly object[];
    const key = { keyId: 'k2', secret: Buffer.alloc(32, 2).toString('base64') };
    const changes: readonly (readonly [string, Change])[] = [
      ['a renamed key', ([, older]) => [{ ...key, keyId: 'renamed' }, older ?? {}]],
      [
        'a key of another secret',
        ([, older]) => [{ ...key, secret: Buffer.alloc(32).toString('base64') }, older ?? {}],
      ],
      ['no newer key', (master) => master.slice(1)],
    ];
    it.each(changes)('exits with 1 and names the remedies: %s', async (_, change) => {
      const folder = join(temporaryFolder(), 'data');
      const file = join(folder, 'keys.json');
      const variables = { SCA_DATA: folder, SCA_DATABASE: join(folder, 'sca-kit.sqlite') };
      const start = async () =>
        (await createServer(readConfig({ ...variables, SCA_LOG_LEVEL: 'silent' }), FAST)).close();
      const rewrite = (rewritten: Change): void => {
        const keys = JSON.parse(readFileSync(file, 'utf8'));
        writeFileSync(file, JSON.stringify({ ...keys, master: rewritten(keys.master) }));
      };
      await start();
      rewrite((master) => [key, ...master]);
      await start();
      rewrite(change);
      const { code, stderr } = await runUntilExit(variables);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^The database cannot be used\. .* Restore the key.* sca-kit start --reset\n$/);
    });
  });

  it('says whether PostgreSQL is unavailable, rejects the login or lacks the database, without the password', async () => {
    const url = new URL(await createDatabase(inject('postgres')));
    const changed = (change: Partial<Pick<URL, 'port' | 'password' | 'pathname'>>): string =>
      Object.assign(new URL(url.href), change).href;
    for (const [SCA_DATABASE, reason] of [
      [changed({ port: '1' }), /cannot be reached|cannot connect|unavailable/],
      [changed({ password: 'wrong-password' }), /log-?in/],
      [changed({ pathname: '/nowhere' }), /no database of this name|does not have this database/],
    ] as const) {
      const message = await sentenceOf({ SCA_DATABASE });
      expect(message).toMatch(reason);
      expect(message).not.toContain(new URL(SCA_DATABASE).password);
    }
  });

  it('rejects an impossible delivery before it opens anything', async () => {
    const folder = join(temporaryFolder(), 'new');
    const webhook = {
      SCA_DELIVERY: 'webhook',
      SCA_WEBHOOK_URL: 'nowhere',
      SCA_WEBHOOK_KEY: 'a-key-that-is-long-enough-to-sign-with',
    };
    const message = await startErrorOf({ SCA_DATA: folder, ...webhook });
    expect(message).toContain('SCA_WEBHOOK_URL');
    expect(message).not.toContain('a-key-that');
    expect(existsSync(folder)).toBe(false);
  });

  it('lists all configuration errors at once', async () => {
    const message = await startErrorOf({
      SCA_PORT: 'eighty',
      SCA_JOSE: 'maybe',
      SCA_DISCLOSURE: 'some',
      SCA_DATABASE: 'mysql://user:hunter2@host/name',
      SCA_DATA_FOLDER: '/somewhere',
    });
    for (const name of ['SCA_PORT', 'SCA_JOSE', 'SCA_DISCLOSURE', 'SCA_DATABASE', 'SCA_DATA_FOLDER']) {
      expect(message).toMatch(new RegExp(`^ {2}- ${name} `, 'm'));
    }
    expect(message).not.toContain('hunter2');
  });
});

describe('a stop', () => {
  it('by SIGTERM completes the request in flight, ends event streams and idle connections, and exits with 0', async () => {
    const server = await startServer({ SCA_DATA: ':memory:' });
    const user = await createUser(server.url);
    const { data } = await createClientFor(server.url, user).GET('/sandbox/events');
    const reader = (data as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    await expectOrderlyStop(server, 'SIGTERM');
    for (let next = await reader.read(); !next.done; next = await reader.read());
  });

  it('follows, with exit code 0 and no error, when stdout was closed before the banner', async () => {
    const { code, stderr } = await runWithoutReader({ SCA_DATA: ':memory:', SCA_LOG_LEVEL: 'silent' });
    expect([code, stderr]).toEqual([0, '']);
  });

  it('by SIGTERM does not wait for the reader of the log', async () => {
    // A process that never reads its input.
    const reader = spawn('sleep', ['3600'], { stdio: ['pipe', 'ignore', 'ignore'] });
    const server = await startServer({ SCA_DATA: ':memory:' }, [], reader.stdin);
    const request = async (): Promise<void> => void (await (await fetch(`${server.url}/health`)).text());
    // More log than a pipe and a socket buffer.
    for (let round = 0; round < 150; round += 1) await Promise.all(Array.from({ length: 20 }, request));
    expect(await server.stop()).toBe(0);
    reader.kill();
  });

  it('closes a connection with its last response instead of after the grace period', async () => {
    const { server, stop } = await startInProcess();
    const hour = 3_600_000;
    const timeouts = { headers: hour, request: hour, idle: hour, check: hour, grace: hour };
    const listening = await listen(server.app, server.record, { host: '127.0.0.1', port: 0, timeouts });
    await (await fetch(`${listening.url}/health`)).text();
    await listening.close();
    await stop();
  });

  describe('of a server that is open to the network', () => {
    const sink = createHttpServer(() => {});
    const folder = temporaryFolder();
    let server: ServerProcess;
    beforeAll(async () => {
      await once(sink.listen(0, '127.0.0.1'), 'listening');
      server = await startServer({
        SCA_DATA: folder,
        SCA_HOST: '0.0.0.0',
        SCA_DELIVERY: 'webhook',
        SCA_WEBHOOK_URL: `http://127.0.0.1:${(sink.address() as AddressInfo).port}`,
        SCA_WEBHOOK_KEY: 'a-key-that-is-long-enough-to-sign-with',
      });
    });
    afterAll(() => {
      sink.closeAllConnections();
      sink.close();
    });

    it('follows a warning in the log', async () => {
      await expect.poll(() => server.output.stderr, HANG_GUARD).toContain('open to the network');
    });

    it('by SIGINT completes requests in flight, with 503 and no challenge left where a message was not sent', async () => {
      const url = server.url.replace('0.0.0.0', '127.0.0.1');
      const user = await createUser(url, { phoneNumber: '+6591234567' });
      const arrived = once(sink, 'request');
      const enrolled = createClientFor(url, user).POST('/authentication_factors/otp/{channel}', {
        params: { path: { channel: 'SMS' } },
      });
      await arrived;
      await expectOrderlyStop(server, 'SIGINT');
      expect((await enrolled).response.status).toBe(503);
      const file = new DatabaseSync(join(folder, 'sca-kit.sqlite'), { readOnly: true });
      const sending = file.prepare("select count(*) as count from factor_challenges where state = 'sending'").get();
      file.close();
      expect(sending).toEqual({ count: 0 });
    });
  });
});

/** Sends the signal while a request is in flight. Expects its response, no new connections and exit code 0. */
async function expectOrderlyStop(server: ServerProcess, signal: NodeJS.Signals): Promise<void> {
  const { port } = new URL(server.url);
  const body = '{"pin":"4821"}';
  const socket = connect(Number(port), '127.0.0.1');
  let response = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    response += text;
  });
  const closed = new Promise((resolve) => socket.once('close', resolve));
  const head = ['POST /sandbox/users HTTP/1.1', 'Host: localhost', 'Content-Type: application/json'];
  socket.write([...head, 'Expect: 100-continue', `Content-Length: ${body.length}`, '', body.slice(0, 5)].join('\r\n'));
  const health = `http://127.0.0.1:${port}/health`;
  // The server sends this when it has read the headers: the request is in flight.
  while (!response.includes('100 Continue')) await once(socket, 'data');
  const stopped = server.stop(signal);
  await expect
    .poll(
      () =>
        fetch(health).then(
          () => 'open',
          () => 'closed',
        ),
      HANG_GUARD,
    )
    .toBe('closed');
  socket.write(body.slice(5));
  expect(await stopped).toBe(0);
  await closed;
  expect(response).toMatch(/^HTTP\/1\.1 201 /m);
  expect(server.output.stderr).toContain('"operationId":"createSandboxUser"');
}
