import type http from 'node:http';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { vaultContract } from '../../test/support/contracts.ts';
import { envelope, request } from '../../test/support/requests.ts';
import { BOX, startTarget, type Target, TRACE } from '../../test/support/target.ts';
import { type ContractDocument, openContract } from '../document/contract-document.ts';
import type { Exchange, ExchangeContext } from './exchange.ts';
import { createProxyGateway, type Gateway } from './gateway.ts';
import type { RawRequest } from './message.ts';
import type { UpstreamOptions } from './upstream.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const JOSE_TYPE = { 'content-type': 'application/jose+json' };
const ENCRYPTED = { ...JOSE_TYPE, 'x-tw-jose-method': 'jwe' };
const REQUEST_HEADER = { alg: 'RSA-OAEP-256', enc: 'A256GCM' };
const DIRECT_HEADER = { alg: 'dir', enc: 'A256GCM' };

let contract: ContractDocument;
let target: Target | undefined;
let gateway: Gateway | undefined;

beforeAll(async () => {
  contract = await vaultContract();
});
afterEach(async () => {
  gateway?.close();
  await target?.close();
});

async function pass(
  raw: RawRequest,
  handler: http.RequestListener,
  options: Partial<UpstreamOptions> & { context?: ExchangeContext } = {},
): Promise<Exchange> {
  target = await startTarget(handler);
  const { context, ...rest } = options;
  gateway = createProxyGateway({ contract, onViolation: 'pass', target: { baseUrl: target.url, ...rest } });
  return gateway.exchange(raw, context);
}

const respondWith =
  (status: number, headers: Record<string, string>, body: unknown = ''): http.RequestListener =>
  (_, response) => {
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  };
const found = (exchange: Exchange): string[] =>
  exchange.violations.map((each) => `${each.side} ${each.location} ${each.code}`);
const GET = request('GET', '/boxes/7');

describe('a valid exchange', () => {
  it('has no violation and names operation, status and media type', async () => {
    const exchange = await pass(GET, respondWith(200, { ...TRACE, ...JSON_TYPE }, BOX));
    expect(exchange.violations).toEqual([]);
    expect(exchange).toMatchObject({ operationId: 'getBox', documentedStatus: '200', mediaType: 'application/json' });
  });

  it('has the base path of a server once, also where the target ends with it', async () => {
    const seen: string[] = [];
    target = await startTarget((incoming, response) => {
      seen.push(incoming.url ?? '');
      response.writeHead(200, { ...TRACE, ...JSON_TYPE }).end(JSON.stringify(BOX));
    });
    const document = { ...contract.document, servers: [{ url: 'https://vault.example/v1' }] };
    const options = { contract: await openContract(document), target: { baseUrl: `${target.url}/v1` } };
    gateway = createProxyGateway({ ...options, onViolation: 'pass' });
    for (const path of ['/v1/boxes/7', '/boxes/7']) {
      expect(found(await gateway.exchange({ ...GET, target: path }))).toEqual([]);
    }
    expect(seen).toEqual(['/v1/boxes/7', '/v1/boxes/7']);
  });

  it('counts a response without a body under the empty media type', async () => {
    const exchange = await pass(request('DELETE', '/boxes/7'), respondWith(204, TRACE));
    expect(found(exchange)).toEqual([]);
    expect(exchange.mediaType).toBe('');
  });

  it('parses a form and forwards it unchanged', async () => {
    let seen = '';
    const raw = request(
      'POST',
      '/token',
      { authorization: 'Basic YTpi', 'content-type': 'application/x-www-form-urlencoded' },
      'grant_type=client_credentials',
    );
    const exchange = await pass(raw, (incoming, response) => {
      incoming.on('data', (chunk: Buffer) => {
        seen += chunk.toString();
      });
      incoming.on('end', () =>
        respondWith(200, { ...TRACE, ...JSON_TYPE }, { access_token: 'example-token' })(incoming, response),
      );
    });
    expect(found(exchange)).toEqual([]);
    expect(seen).toBe('grant_type=client_credentials');
  });

  it('keeps an encrypted body as text in both directions', async () => {
    const raw = request('POST', '/boxes/7/secret', ENCRYPTED, envelope(REQUEST_HEADER, 'YWFhYWFhYWFhYWFh'));
    const exchange = await pass(
      raw,
      respondWith(200, { ...TRACE, ...JOSE_TYPE }, envelope(DIRECT_HEADER, 'YmJiYmJiYmJiYmJi', '')),
    );
    expect(found(exchange)).toEqual([]);
    expect(exchange.mediaType).toBe('application/jose+json');
  });

  it('leaves an event stream open and validates its headers', async () => {
    const exchange = await pass(request('GET', '/events'), (_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: {}\n\n');
    });
    expect(found(exchange)).toEqual([]);
    const reader = exchange.response?.stream?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toBe('data: {}\n\n');
    await reader?.cancel();
  });
});

describe('an invalid response', () => {
  const ok = { ...TRACE, ...JSON_TYPE };
  const errors = { errors: [{ code: 'a', message: 'b' }] };
  it.each<[string, http.RequestListener, string[]]>([
    ['an undocumented client error', respondWith(403, ok, errors), ['response status undocumented-status']],
    ['an undocumented server error', respondWith(500, ok, errors), ['response status undocumented-status']],
    ['an undocumented redirect', respondWith(302, { location: '/x' }), ['response status undocumented-status']],
    ['501, without mocking it', respondWith(501, ok, errors), ['response status not-implemented']],
    ['a missing header', respondWith(200, JSON_TYPE, BOX), ['response header required']],
    [
      'a header of the wrong form',
      respondWith(200, { ...ok, 'x-trace-id': 'nope' }, BOX),
      ['response header.x-trace-id pattern'],
    ],
    [
      'an undocumented header',
      respondWith(200, { ...ok, 'x-extra': '1' }, BOX),
      ['response header.x-extra undocumented-header'],
    ],
    [
      'another media type',
      respondWith(200, { ...TRACE, 'content-type': 'text/html' }, 'x'),
      ['response header.content-type undocumented-media-type'],
    ],
    [
      'a sibling +json media type',
      respondWith(200, { ...TRACE, 'content-type': 'application/hal+json' }, BOX),
      ['response header.content-type undocumented-media-type'],
    ],
    ['no content type', respondWith(200, TRACE, BOX), ['response header.content-type undocumented-media-type']],
    [
      'an extra property where closed',
      respondWith(200, ok, { ...BOX, extra: 1 }),
      ['response body unevaluatedProperties'],
    ],
    ['a number as a string', respondWith(200, ok, { ...BOX, validity: '3600' }), ['response body.validity type']],
    ['an enum member not listed', respondWith(200, ok, { ...BOX, state: 'AJAR' }), ['response body.state enum']],
    ['a missing property', respondWith(200, ok, { ...BOX, state: undefined }), ['response body required']],
    ['a value out of bounds', respondWith(200, ok, { ...BOX, validity: 3601 }), ['response body.validity maximum']],
    ['broken JSON', respondWith(200, ok, '{"boxId":'), ['response body json']],
    ['no body', respondWith(200, ok), ['response body missing-body']],
    [
      'a body that is not UTF-8',
      (_, response) => response.writeHead(200, ok).end(Buffer.from([0xff, 0xfe, 0xc0])),
      ['response body encoding'],
    ],
  ])('%s is found', async (_, handler, expected) => {
    expect(found(await pass(GET, handler))).toEqual(expected);
  });

  it('with an undocumented body is a violation', async () => {
    const exchange = await pass(request('GET', '/ping', {}), respondWith(200, JSON_TYPE, {}));
    expect(found(exchange)).toEqual(['response body undocumented-body']);
  });

  it('with status 501 is a violation even when a default response is documented', async () => {
    const exchange = await pass(request('GET', '/ping', {}), respondWith(501, JSON_TYPE, errors));
    expect(found(exchange)).toEqual(['response status not-implemented']);
  });

  it('lists all errors, however many', async () => {
    const extra = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`member${at}`.padEnd(40, 'x'), at]));
    const exchange = await pass(GET, respondWith(200, ok, { ...BOX, ...extra }));
    expect(exchange.violations).toHaveLength(400);
  });
});

describe('encrypted responses', () => {
  const post = (): RawRequest =>
    request('POST', '/boxes/7/secret', ENCRYPTED, envelope(REQUEST_HEADER, 'YWFhYWFhYWFhYWFh'));
  const encrypted = (text: string): http.RequestListener => respondWith(200, { ...TRACE, ...JOSE_TYPE }, text);
  it.each<[string, http.RequestListener, string[]]>([
    ['as plain JSON', respondWith(200, { ...TRACE, ...JSON_TYPE }, BOX), ['response body unencrypted-response']],
    [
      'clear text under the encrypted media type',
      encrypted(JSON.stringify(BOX)),
      ['response body envelope', 'response body pattern'],
    ],
    [
      'encrypted to a key instead of directly',
      encrypted(envelope(REQUEST_HEADER, 'YmJiYmJiYmJiYmJi')),
      ['response body envelope-alg', 'response body envelope'],
    ],
    [
      'a weaker content encryption',
      encrypted(envelope({ alg: 'dir', enc: 'A128GCM' }, 'YmJiYmJiYmJiYmJi', '')),
      ['response body envelope-enc'],
    ],
    ['a short initialization vector', encrypted(envelope(DIRECT_HEADER, 'YmJi', '')), ['response body envelope-iv']],
    [
      'the vector of the request again',
      encrypted(envelope(DIRECT_HEADER, 'YWFhYWFhYWFhYWFh', '')),
      ['response body envelope-iv-reuse'],
    ],
    [
      'a compressed body',
      encrypted(envelope({ ...DIRECT_HEADER, zip: 'DEF' }, 'YmJiYmJiYmJiYmJi', '')),
      ['response body envelope'],
    ],
    ['four segments', encrypted('a.b.c.d'), ['response body envelope', 'response body pattern']],
  ])('%s are found', async (_, handler, expected) => {
    expect(found(await pass(post(), handler))).toEqual(expected);
  });

  it('have their plaintext validated when the caller can decrypt them', async () => {
    const decryptResponse = async (): Promise<unknown> => ({ ...BOX, validity: '3600' });
    const plaintextAccess = { requestPlaintext: { pin: '1234' }, decryptResponse };
    const exchange = await pass(post(), encrypted(envelope(DIRECT_HEADER, 'YmJiYmJiYmJiYmJi', '')), {
      context: { plaintextAccess },
    });
    expect(found(exchange)).toEqual(['response plaintext.validity type']);
  });

  it('are a violation when they cannot be decrypted', async () => {
    const decryptResponse = async (): Promise<unknown> => Promise.reject(new Error('tag'));
    const exchange = await pass(post(), encrypted(envelope(DIRECT_HEADER, 'YmJiYmJiYmJiYmJi', '')), {
      context: { plaintextAccess: { decryptResponse } },
    });
    expect(found(exchange)).toEqual(['response body envelope-undecryptable']);
  });
});

describe('an invalid request', () => {
  const ok = respondWith(200, { ...TRACE, ...JSON_TYPE }, BOX);
  it.each<[string, RawRequest, string[]]>([
    ['a path parameter of the wrong type', request('GET', '/boxes/abc'), ['request path.boxid type']],
    ['a path parameter out of bounds', request('GET', '/boxes/-1'), ['request path.boxid minimum']],
    ['a query parameter out of bounds', request('GET', '/boxes/7?depth=9'), ['request query.depth maximum']],
    [
      'an undocumented query parameter',
      request('GET', '/boxes/7?deep=9'),
      ['request query.deep undocumented-parameter'],
    ],
    [
      'a header of the wrong form',
      request('GET', '/boxes/7', { 'x-external-correlation-id': 'x' }),
      ['request header.x-external-correlation-id format'],
    ],
    [
      'an undocumented header',
      request('GET', '/boxes/7', { 'x-what': 'x' }),
      ['request header.x-what undocumented-header'],
    ],
    ['no credentials', request('GET', '/boxes/7', { authorization: '' }), ['request security security']],
    ['an unknown path', request('GET', '/nowhere'), ['request path unknown-path']],
    ['an unknown method', request('PATCH', '/boxes/7'), ['request method unknown-method']],
  ])('%s is found', async (_, raw, expected) => {
    expect(found(await pass(raw, ok)).filter((each) => each.startsWith('request'))).toEqual(expected);
  });

  it('is not counted when it is invalid on purpose, and its response is validated', async () => {
    const raw = request('GET', '/boxes/abc', { authorization: '' });
    const exchange = await pass(raw, respondWith(418, TRACE), { context: { offContract: true } });
    expect(found(exchange)).toEqual(['response status undocumented-status']);
  });

  it('has its plaintext validated when the caller passes it', async () => {
    const raw = request('POST', '/boxes/7/secret', ENCRYPTED, envelope(REQUEST_HEADER, 'YWFhYWFhYWFhYWFh'));
    const context = { plaintextAccess: { requestPlaintext: { pin: 'abcd' } } };
    const exchange = await pass(
      raw,
      respondWith(400, { ...TRACE, ...JSON_TYPE }, { errors: [{ code: 'a', message: 'b' }] }),
      { context },
    );
    expect(found(exchange)).toEqual(['request plaintext.pin pattern']);
  });

  it('is a violation without the header of the JOSE method', async () => {
    const raw = request('POST', '/boxes/7/secret', JOSE_TYPE, envelope(REQUEST_HEADER));
    const exchange = await pass(
      raw,
      respondWith(200, { ...TRACE, ...JOSE_TYPE }, envelope(DIRECT_HEADER, 'YmJiYmJiYmJiYmJi', '')),
    );
    expect(found(exchange)).toEqual(['request header.x-tw-jose-method jose-method']);
  });
});

describe('a target that sends no complete response', () => {
  const ok = { ...TRACE, ...JSON_TYPE };
  it.each<[string, string, http.RequestListener]>([
    ['hangs', 'time-out', () => {}],
    [
      'sends a body drop by drop without end',
      'time-out',
      (_, response) => {
        response.writeHead(200, ok);
        const timer = setInterval(() => response.write(' '), 5);
        response.on('close', () => clearInterval(timer));
      },
    ],
    [
      'never stops sending',
      'endless-body',
      (_, response) => {
        response.writeHead(200, ok);
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(65_536)));
        };
        response.on('drain', more);
        more();
      },
    ],
    ['breaks the connection off', 'reset', (incoming) => incoming.socket.destroy()],
    [
      'breaks off in the body',
      'reset',
      (incoming, response) => {
        response.writeHead(200, { ...ok, 'content-length': '100' }).write('{');
        setImmediate(() => incoming.socket.destroy());
      },
    ],
    ['speaks something else', 'malformed', (incoming) => incoming.socket.end('HELLO\r\n\r\n')],
  ])('and %s is a violation (%s)', async (_, kind, handler) => {
    const exchange = await pass(GET, handler, { timeoutMs: 1_000, maxBytes: 1_000_000 });
    expect(exchange.failure?.kind).toBe(kind);
    expect(found(exchange)).toEqual([`response connection ${kind}`]);
  });

  it('fails with the kind refused when nothing listens', async () => {
    const gone = await startTarget(() => {});
    await gone.close();
    gateway = createProxyGateway({ contract, onViolation: 'pass', target: { baseUrl: gone.url } });
    expect((await gateway.exchange(GET)).failure?.kind).toBe('refused');
  });
});
