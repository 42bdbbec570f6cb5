import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { AccessLogEntry } from '@sca-kit/hono';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../src/config/config.ts';
import { createServer, type Server } from '../src/create-server.ts';
import { type Listening, listen } from '../src/listen.ts';
import { type RawResponse, rawRequest, sendRaw } from './support/raw-http.ts';
import { createUser, defaultProfileId, type SandboxUser } from './support/sandbox-users.ts';

const HOST = { host: '127.0.0.1', port: 0 };
/** Late after a moment, so that nobody waits for it here. */
const IMPATIENT = { headers: 300, request: 600, silence: 1_000, check: 50, grace: 200 };

let server: Server;
let patient: Listening;
let impatient: Listening;
let user: SandboxUser;
const lines: AccessLogEntry[] = [];
const log = (entry: AccessLogEntry): void => void lines.push(entry);
let authorization: string;

beforeAll(async () => {
  server = await createServer(readConfig({ SCA_DATA: ':memory:', SCA_LOG_LEVEL: 'silent' }));
  patient = await listen(server.app, log, HOST);
  impatient = await listen(server.app, log, { ...HOST, patience: IMPATIENT });
  user = await createUser(patient.url);
  authorization = `Authorization: Bearer ${user.accessToken}`;
});
afterAll(async () => {
  server.endStreams();
  await Promise.all([patient.close(), impatient.close()]);
  await server.close();
});

/** A JSON error with a trace id, after which the connection is closed. */
function expectErrorResponse(response: RawResponse, status: number, code: string): void {
  expect([response.status, response.body]).toEqual([status, expect.stringContaining(`"code":"${code}"`)]);
  expect(response.headers['content-type']).toEqual(['application/json']);
  expect(response.headers['x-trace-id']?.[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(response.headers['set-cookie']).toBeUndefined();
}

const get = (headers: readonly string[]): Promise<RawResponse> =>
  sendRaw(patient.url, rawRequest('GET /v1/me HTTP/1.1', [authorization, ...headers]));

describe('what is not HTTP', () => {
  it.each([
    ['plain text', 'hello\r\n\r\n'],
    ['the start of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['an unknown version', rawRequest('GET /health HTTP/9.9')],
    ['an unknown method', rawRequest('BREW /health HTTP/1.1')],
    ['a space before the colon', rawRequest('GET /health HTTP/1.1', ['X-Name : a'])],
    ['a line without a name', rawRequest('GET /health HTTP/1.1', [': a'])],
    ['two lengths', rawRequest('POST /v2/profiles/1/pin HTTP/1.1', ['Content-Length: 2', 'Content-Length: 3'], '{}')],
    ['a length and chunks', rawRequest('POST /x HTTP/1.1', ['Content-Length: 2', 'Transfer-Encoding: chunked'], '{}')],
    ['a negative length', rawRequest('POST /x HTTP/1.1', ['Content-Length: -1'], '{}')],
    ['a chunk without a size', rawRequest('POST /x HTTP/1.1', ['Transfer-Encoding: chunked'], 'zz\r\nab\r\n0\r\n\r\n')],
    ['no host', 'GET /health HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['two hosts', rawRequest('GET /health HTTP/1.1', ['Host: elsewhere'])],
    ['a host that is none', 'GET /health HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'],
    ['a target that is none', rawRequest('OPTIONS * HTTP/1.1')],
    ['a backslash in the target', rawRequest('GET /v1\\me HTTP/1.1')],
  ])('%s: 400', async (_, bytes) => {
    expectErrorResponse(await sendRaw(patient.url, bytes), 400, 'request.malformed');
  });

  it.each([
    ['a header', rawRequest('GET /health HTTP/1.1', [`X-Long: ${'a'.repeat(20_000)}`])],
    ['a target', rawRequest(`GET /${'a'.repeat(20_000)} HTTP/1.1`)],
    [
      'a list of headers',
      rawRequest(
        'GET /health HTTP/1.1',
        Array.from({ length: 3000 }, (_, at) => `X-${at}: 123456`),
      ),
    ],
  ])('%s beyond 16 KiB: 431', async (_, bytes) => {
    expectErrorResponse(await sendRaw(patient.url, bytes), 431, 'request.headers.too.large');
  });

  it('an expectation that nobody knows: 417', async () => {
    expectErrorResponse(await get(['Expect: miracles']), 417, 'expectation.failed');
  });

  it('a coding of the body that nobody undoes: 400', async () => {
    const headers = ['Transfer-Encoding: gzip, chunked'];
    const response = await sendRaw(patient.url, rawRequest('POST /sandbox/users HTTP/1.1', headers, '0\r\n\r\n'));
    expectErrorResponse(response, 400, 'request.malformed');
  });

  it.each([
    ['no host', 'GET /.// HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['two hosts', rawRequest('GET /.// HTTP/1.1', ['Host: elsewhere']), 400],
    ['an unknown coding', rawRequest('POST //a:b HTTP/1.1', ['Transfer-Encoding: gzip, chunked'], '0\r\n\r\n'), 400],
    ['an unknown expectation', rawRequest('GET /.// HTTP/1.1', ['Expect: miracles']), 417],
    ['no host, and a target with a scheme', 'GET scheme:// HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  ])('%s and a path that reads as an address: refused, and the server goes on', async (_, bytes, status) => {
    const code = status === 417 ? 'expectation.failed' : 'request.malformed';
    expectErrorResponse(await sendRaw(impatient.url, bytes), status, code);
    expect((await fetch(`${impatient.url}/health`)).status).toBe(200);
  });

  it.each([
    ['a missing host', 'GET /health HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['an unknown expectation', rawRequest('GET /health HTTP/1.1', ['Expect: miracles'])],
  ])('%s, and a refusal that fails itself: 400, logged with its cause', async (_, bytes) => {
    const fails = { fetch: () => Promise.reject(new Error('no answer')) } as unknown as Hono;
    const broken = await listen(fails, log, HOST);
    const response = await sendRaw(broken.url, bytes);
    expectErrorResponse(response, 400, 'request.malformed');
    const cause = expect.objectContaining({ message: 'no answer' });
    expect(lines.find(({ traceId }) => traceId === response.headers['x-trace-id']?.[0])).toMatchObject({ cause });
    await broken.close();
  });

  it('HTTP/1.0 needs no host', async () => {
    expect((await sendRaw(patient.url, 'GET /health HTTP/1.0\r\n\r\n')).status).toBe(200);
  });

  it.each([
    ['/oauth/token', { error: 'invalid_request', error_description: expect.any(String) }],
    ['/authentication_factors', { message: expect.any(String), syntaxErrors: { invalidFields: [] } }],
    ['/docs', { errors: [{ code: 'request.malformed', message: expect.any(String) }] }],
  ])('two hosts at %s: refused in the shape of its family, with the correlation id', async (path, body) => {
    const id = '1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b';
    const headers = ['Host: elsewhere', `X-External-Correlation-Id: ${id}`];
    const response = await sendRaw(patient.url, rawRequest(`POST ${path} HTTP/1.1`, headers));
    expect([response.status, JSON.parse(response.body)]).toEqual([400, body]);
    expect(response.headers['x-external-correlation-id']).toEqual([id]);
  });

  it('what is no request is logged too, by its trace id and code', async () => {
    const response = await sendRaw(patient.url, 'hello\r\n\r\n');
    const traceId = response.headers['x-trace-id']?.[0];
    expect(lines.find((line) => line.traceId === traceId)).toMatchObject({ status: 400, code: 'request.malformed' });
  });

  it('CONNECT: 405 with the methods that there are', async () => {
    const response = await sendRaw(patient.url, rawRequest('CONNECT elsewhere:443 HTTP/1.1'));
    expectErrorResponse(response, 405, 'method.not.allowed');
    expect(response.headers.allow).toEqual(['DELETE, GET, HEAD, POST, PUT']);
  });

  describe.each([
    ['CONNECT', 'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['what is not HTTP', 'hello\r\n\r\n'],
  ])('after the answer to %s', (_, bytes) => {
    /** A connection whose other side never ends its half. */
    async function openHalf(url: string): Promise<Socket> {
      const { hostname, port } = new URL(url);
      const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
      socket.on('error', () => {});
      await new Promise((resolve) => socket.write(bytes, resolve));
      return socket;
    }

    it('the connection is closed, even when the other side keeps its half open', async () => {
      const socket = await openHalf(patient.url);
      let text = '';
      socket.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      await once(socket, 'end');
      expect(text).toMatch(/^HTTP\/1\.1 40[05] .*\}$/s);
      // What arrives at a closed connection is answered with a reset.
      const closed = new Promise((resolve) => socket.once('close', resolve));
      const drip = setInterval(() => socket.write('more'), 20);
      await closed;
      clearInterval(drip);
    });

    it('a stop does not wait for the other side', async () => {
      const stopping = await listen(server.app, log, { ...HOST, patience: IMPATIENT });
      const socket = await openHalf(stopping.url);
      await fetch(`${stopping.url}/health`);
      const began = performance.now();
      await stopping.close();
      expect(performance.now() - began).toBeLessThan(3_000);
      socket.destroy();
    });
  });

  it.each(['CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n', 'hello\r\n\r\n'])(
    'nothing is written into an answer that is on its way: %j',
    async (bytes) => {
      const { hostname, port } = new URL(patient.url);
      const socket = connect(Number(port), hostname);
      socket.on('error', () => {});
      let text = '';
      socket.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      const closed = new Promise((resolve) => socket.once('close', resolve));
      const application = `Authorization: Bearer ${user.applicationToken}`;
      socket.write(rawRequest('GET /sandbox/events HTTP/1.1', [application]));
      await expect.poll(() => text).toContain('stream of events');
      socket.write(bytes);
      await closed;
      expect(text).not.toMatch(/HTTP\/1\.1 4/);
    },
  );

  it('the answer to one request does not take the place of the one before it', async () => {
    const host = 'Host: a\r\n\r\n';
    const { body } = await sendRaw(patient.url, `GET /health HTTP/1.1\r\n${host}CONNECT a:1 HTTP/1.1\r\n${host}`);
    expect(body).not.toContain('proxy');
  });

  it.each(['CONNECT a:1', 'GET /health', 'POST /sandbox/users', 'BREW /'])(
    'a reset after %s ends nothing',
    async (line) => {
      const { hostname, port } = new URL(patient.url);
      for (let at = 0; at < 5; at += 1) {
        const socket = connect(Number(port), hostname);
        socket.on('error', () => {});
        await new Promise((resolve) => socket.write(`${line} HTTP/1.1\r\nHost: a\r\n\r\n`, resolve));
        socket.resetAndDestroy();
      }
      // An error that nobody listened to would have failed the whole file by now.
      expect((await fetch(`${patient.url}/health`)).status).toBe(200);
    },
  );

  it('TRACE reflects nothing: 405', async () => {
    const response = await sendRaw(patient.url, rawRequest('TRACE /v1/me HTTP/1.1', ['Cookie: secret=1']));
    expectErrorResponse(response, 405, 'method.not.allowed');
    expect(response.body).not.toContain('secret');
  });
});

describe('headers', () => {
  const correlation = 'X-External-Correlation-Id: 1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b';

  it.each([
    ['a line feed', `${correlation}\nSet-Cookie: stolen=1`],
    ['a carriage return', `${correlation}\rSet-Cookie: stolen=1`],
    ['a folded line', `${correlation}\r\n Set-Cookie: stolen=1`],
    ['a NUL', `${correlation}\0`],
    ['a control character', `${correlation}\x01`],
  ])('%s injects no header: 400', async (_, header) => {
    expectErrorResponse(await get([header]), 400, 'request.malformed');
  });

  it.each(['%0d%0aSet-Cookie:%20stolen=1', '\\r\\nSet-Cookie: stolen=1', '\u0085Set-Cookie: stolen=1'])(
    'an encoded line break in an echoed header is not a UUID: %j',
    async (value) => expectErrorResponse(await get([`X-External-Correlation-Id: ${value}`]), 400, 'request.invalid'),
  );

  it('the same header twice is not one value', async () => {
    expectErrorResponse(await get([correlation, correlation]), 400, 'request.invalid');
    expectErrorResponse(await get([authorization]), 401, 'authentication.required');
  });

  it('of two content types none is taken', async () => {
    const path = `/v2/profiles/${defaultProfileId(user)}/pin`;
    const body = '{"pin":"4821"}';
    const type = 'Content-Type: application/json';
    const headers = [authorization, type, 'Content-Type: text/plain', `Content-Length: ${body.length}`];
    const response = await sendRaw(patient.url, rawRequest(`POST ${path} HTTP/1.1`, headers, body));
    expectErrorResponse(response, 415, 'media.type.unsupported');
  });

  it('a target of another host is served as ours', async () => {
    const response = await sendRaw(patient.url, rawRequest('GET http://elsewhere.example/health HTTP/1.1'));
    expect(response.status).toBe(200);
  });

  it('every answer has each of its headers once', async () => {
    const { headers } = await get([correlation]);
    expect(headers['x-external-correlation-id']).toEqual(['1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b']);
    for (const [name, values] of Object.entries(headers)) expect([name, values.length]).toEqual([name, 1]);
  });
});

describe('slow senders', () => {
  it.each([
    ['half a request line', 'GET /hea'],
    ['half the headers', 'GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Sl'],
    [
      'half a body',
      rawRequest('POST /sandbox/users HTTP/1.1', ['Content-Type: application/json', 'Content-Length: 9'], '{'),
    ],
  ])('%s: 408 and the connection is closed', async (_, bytes) => {
    const response = await sendRaw(impatient.url, bytes);
    expectErrorResponse(response, 408, 'request.timeout');
    expect(response.milliseconds).toBeLessThan(3_000);
  });

  it('a drop at a time buys no more time', async () => {
    const { hostname, port } = new URL(impatient.url);
    const began = performance.now();
    const socket = connect(Number(port), hostname);
    const drip = setInterval(() => socket.writable && socket.write('X-Drop: 1\r\n'), 50);
    socket.on('error', () => {});
    socket.resume().write('GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n');
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(drip);
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it('an answer that nobody takes is given up on', async () => {
    const { hostname, port } = new URL(impatient.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {});
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket
      .pause()
      .write(`GET /sandbox/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${user.applicationToken}\r\n\r\n`);
    const began = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    socket.resume();
    await closed;
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it('two hundred of them keep nobody else waiting', async () => {
    const { hostname, port } = new URL(patient.url);
    const sockets = Array.from({ length: 200 }, () => connect(Number(port), hostname));
    await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.write('GET /hea', resolve))));
    const responses = await Promise.all(Array.from({ length: 20 }, () => fetch(`${patient.url}/health`)));
    expect(responses.map(({ status }) => status)).toEqual(Array(20).fill(200));
    for (const socket of sockets) socket.destroy();
  });
});
