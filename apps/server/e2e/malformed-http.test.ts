import type { AccessLogEntry } from '@sca-kit/hono';
import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { listen } from '../src/listen.ts';
import { type RawResponse, rawRequest, sendRaw } from './support/raw-http.ts';
import { expectRawError, LOOPBACK, openRawServer } from './support/raw-server.ts';
import { defaultProfileId } from './support/sandbox-users.ts';

const raw = openRawServer();
const authorization = (): string => `Authorization: Bearer ${raw.user.accessToken}`;
const get = (headers: readonly string[]): Promise<RawResponse> =>
  sendRaw(raw.listening.url, rawRequest('GET /v1/me HTTP/1.1', [authorization(), ...headers]));

describe('a request that is not valid HTTP', () => {
  it.each([
    ['plain text', 'hello\r\n\r\n'],
    ['the start of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['an unknown version', rawRequest('GET /health HTTP/9.9')],
    ['an unknown method', rawRequest('BREW /health HTTP/1.1')],
    ['a space before the colon', rawRequest('GET /health HTTP/1.1', ['X-Name : a'])],
    ['a header without a name', rawRequest('GET /health HTTP/1.1', [': a'])],
    ['two lengths', rawRequest('POST /v2/profiles/1/pin HTTP/1.1', ['Content-Length: 2', 'Content-Length: 3'], '{}')],
    ['a length and chunks', rawRequest('POST /x HTTP/1.1', ['Content-Length: 2', 'Transfer-Encoding: chunked'], '{}')],
    ['a negative length', rawRequest('POST /x HTTP/1.1', ['Content-Length: -1'], '{}')],
    ['a chunk without a size', rawRequest('POST /x HTTP/1.1', ['Transfer-Encoding: chunked'], 'zz\r\nab\r\n0\r\n\r\n')],
    ['no host', 'GET /health HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['two hosts', rawRequest('GET /health HTTP/1.1', ['Host: elsewhere'])],
    ['an invalid host', 'GET /health HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'],
    ['an invalid target', rawRequest('OPTIONS * HTTP/1.1')],
    ['a backslash in the target', rawRequest('GET /v1\\me HTTP/1.1')],
  ])('returns 400 for %s', async (_, bytes) => {
    expectRawError(await sendRaw(raw.listening.url, bytes), 400, 'request.malformed');
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
  ])('returns 431 for %s beyond 16 KiB', async (_, bytes) => {
    expectRawError(await sendRaw(raw.listening.url, bytes), 431, 'request.headers.too.large');
  });

  it('returns 417 for an unknown expectation', async () => {
    expectRawError(await get(['Expect: miracles']), 417, 'expectation.failed');
  });

  it('returns 400 for an unknown transfer coding', async () => {
    const headers = ['Transfer-Encoding: gzip, chunked'];
    const response = await sendRaw(raw.listening.url, rawRequest('POST /sandbox/users HTTP/1.1', headers, '0\r\n\r\n'));
    expectRawError(response, 400, 'request.malformed');
  });

  it.each([
    ['no host', 'GET /.// HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['two hosts', rawRequest('GET /.// HTTP/1.1', ['Host: elsewhere']), 400],
    ['an unknown coding', rawRequest('POST //a:b HTTP/1.1', ['Transfer-Encoding: gzip, chunked'], '0\r\n\r\n'), 400],
    ['an unknown expectation', rawRequest('GET /.// HTTP/1.1', ['Expect: miracles']), 417],
    ['no host, and a target with a scheme', 'GET scheme:// HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  ])('rejects %s with a path that parses as an authority, and keeps serving', async (_, bytes, status) => {
    const code = status === 417 ? 'expectation.failed' : 'request.malformed';
    expectRawError(await sendRaw(raw.shortTimeouts.url, bytes), status, code);
    expect((await fetch(`${raw.shortTimeouts.url}/health`)).status).toBe(200);
  });

  it.each([
    ['a missing host', 'GET /health HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['an unknown expectation', rawRequest('GET /health HTTP/1.1', ['Expect: miracles'])],
  ])('returns 400 for %s and logs the cause when the error response itself fails', async (_, bytes) => {
    const entries: AccessLogEntry[] = [];
    const failing = { fetch: () => Promise.reject(new Error('no response')) } as unknown as Hono;
    const broken = await listen(failing, (entry) => void entries.push(entry), LOOPBACK);
    const response = await sendRaw(broken.url, bytes);
    expectRawError(response, 400, 'request.malformed');
    const cause = expect.objectContaining({ message: 'no response' });
    expect(entries.find(({ traceId }) => traceId === response.headers['x-trace-id']?.[0])).toMatchObject({ cause });
    await broken.close();
  });

  it('accepts HTTP/1.0 without a host', async () => {
    expect((await sendRaw(raw.listening.url, 'GET /health HTTP/1.0\r\n\r\n')).status).toBe(200);
  });

  it.each([
    ['/oauth/token', { error: 'invalid_request', error_description: expect.any(String) }],
    ['/authentication_factors', { message: expect.any(String), syntaxErrors: { invalidFields: [] } }],
    ['/docs', { errors: [{ code: 'request.malformed', message: expect.any(String) }] }],
  ])('rejects two hosts at %s in the error format of the family, with the correlation id', async (path, body) => {
    const id = '1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b';
    const headers = ['Host: elsewhere', `X-External-Correlation-Id: ${id}`];
    const response = await sendRaw(raw.listening.url, rawRequest(`POST ${path} HTTP/1.1`, headers));
    expect([response.status, JSON.parse(response.body)]).toEqual([400, body]);
    expect(response.headers['x-external-correlation-id']).toEqual([id]);
  });

  it('logs a request that it cannot parse by trace id and error code', async () => {
    const response = await sendRaw(raw.listening.url, 'hello\r\n\r\n');
    const traceId = response.headers['x-trace-id']?.[0];
    expect(raw.entries.find((line) => line.traceId === traceId)).toMatchObject({
      status: 400,
      code: 'request.malformed',
    });
  });

  it('returns 405 for CONNECT, with the allowed methods', async () => {
    const response = await sendRaw(raw.listening.url, rawRequest('CONNECT elsewhere:443 HTTP/1.1'));
    expectRawError(response, 405, 'method.not.allowed');
    expect(response.headers.allow).toEqual(['DELETE, GET, HEAD, POST, PUT']);
  });

  it('returns 405 for TRACE and reflects nothing', async () => {
    const response = await sendRaw(raw.listening.url, rawRequest('TRACE /v1/me HTTP/1.1', ['Cookie: secret=1']));
    expectRawError(response, 405, 'method.not.allowed');
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
  ])('returns 400 for %s in a header instead of injecting one', async (_, header) => {
    expectRawError(await get([header]), 400, 'request.malformed');
  });

  it.each(['%0d%0aSet-Cookie:%20stolen=1', '\\r\\nSet-Cookie: stolen=1', '\u0085Set-Cookie: stolen=1'])(
    'rejects an encoded line break in the correlation id: %j',
    async (value) => expectRawError(await get([`X-External-Correlation-Id: ${value}`]), 400, 'request.invalid'),
  );

  it('rejects a header that is sent twice', async () => {
    expectRawError(await get([correlation, correlation]), 400, 'request.invalid');
    expectRawError(await get([authorization()]), 401, 'authentication.required');
  });

  it('rejects a request with two content types', async () => {
    const path = `/v2/profiles/${defaultProfileId(raw.user)}/pin`;
    const body = '{"pin":"4821"}';
    const type = 'Content-Type: application/json';
    const headers = [authorization(), type, 'Content-Type: text/plain', `Content-Length: ${body.length}`];
    const response = await sendRaw(raw.listening.url, rawRequest(`POST ${path} HTTP/1.1`, headers, body));
    expectRawError(response, 415, 'media.type.unsupported');
  });

  it('serves an absolute target of another host', async () => {
    const response = await sendRaw(raw.listening.url, rawRequest('GET http://elsewhere.example/health HTTP/1.1'));
    expect(response.status).toBe(200);
  });

  it('sends each response header once', async () => {
    const { headers } = await get([correlation]);
    expect(headers['x-external-correlation-id']).toEqual(['1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b']);
    for (const [name, values] of Object.entries(headers)) expect([name, values.length]).toEqual([name, 1]);
  });
});
