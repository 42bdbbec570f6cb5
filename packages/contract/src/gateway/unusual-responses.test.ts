import type http from 'node:http';
import { asObject } from '@sca-kit/openapi';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { vaultContract } from '../../test/support/contracts.ts';
import { envelope, request } from '../../test/support/requests.ts';
import { BOX, startTarget, type Target, TRACE } from '../../test/support/target.ts';
import { type ContractDocument, openContract } from '../document/contract-document.ts';
import { createProxyGateway, type Gateway } from './gateway.ts';
import type { RawRequest } from './message.ts';

const ENCRYPTED = { 'content-type': 'application/jose+json', 'x-tw-jose-method': 'jwe' };
const GET = request('GET', '/boxes/7');

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

async function errors(raw: RawRequest, handler: http.RequestListener, by = contract): Promise<string[]> {
  target = await startTarget(handler);
  gateway = createProxyGateway({ contract: by, onViolation: 'pass', target: { baseUrl: target.url } });
  const { violations } = await gateway.exchange(raw);
  return violations.map(({ side, location, code }) => `${side} ${location} ${code}`);
}

const respondWith =
  (headers: Record<string, string>, body: string): http.RequestListener =>
  (_, response) => {
    response.writeHead(200, { ...TRACE, ...headers }).end(body);
  };

describe('a content type', () => {
  it.each([
    'application/json; charset=;;"',
    'application/json; charset',
    'application/json; "x"',
    'application/json x',
  ])('that is none is found, and stops nothing: %s', async (type) => {
    expect(await errors(GET, respondWith({ 'content-type': type }, JSON.stringify(BOX)))).toEqual([
      'response header.content-type undocumented-media-type',
    ]);
  });

  it.each(['application/json;', 'Application/JSON ; charset="UTF-8"', 'application/json;charset=utf-8;'])(
    'may be written in any allowed way: %s',
    async (type) => {
      expect(await errors(GET, respondWith({ 'content-type': type }, JSON.stringify(BOX)))).toEqual([]);
    },
  );

  it.each(['utf-16', 'iso-8859-1'])(
    'that says JSON is in %s is found: it is always UTF-8 (RFC 8259)',
    async (charset) => {
      const type = `application/json; charset=${charset}`;
      expect(await errors(GET, respondWith({ 'content-type': type }, JSON.stringify(BOX)))).toEqual([
        'response header.content-type charset',
      ]);
    },
  );

  it('of a request is a violation when it is malformed', async () => {
    const raw = request('POST', '/boxes', { 'content-type': 'application/json; =' }, '{"label":"x","size":1}');
    expect(await errors(raw, respondWith({}, ''))).toContain('request header.content-type undocumented-media-type');
  });
});

describe('a 204', () => {
  const DELETE = request('DELETE', '/boxes/7');
  const bare =
    (lines: readonly string[], body: string): http.RequestListener =>
    (_, { socket }) => {
      socket?.write(['HTTP/1.1 204 No Content', `x-trace-id: ${TRACE['x-trace-id']}`, ...lines, '', body].join('\r\n'));
    };

  it.each([
    [['Content-Length: 2'], '{}'],
    [['Content-Length: 2', 'Connection: close'], '{}'],
    [['Transfer-Encoding: chunked'], '2\r\n{}\r\n0\r\n\r\n'],
  ])('with a body is found: %s', async (lines, body) => {
    expect(await errors(DELETE, bare(lines, body))).toEqual(['response body undocumented-body']);
  });

  it('can have Content-Length: 0', async () => {
    expect(await errors(DELETE, bare(['Content-Length: 0'], ''))).toEqual([]);
  });
});

describe('an encrypted response with a documented JOSE method header', () => {
  const withMethod = async (): Promise<ContractDocument> => {
    const document = structuredClone(contract.document) as Record<string, unknown>;
    const paths = asObject(document.paths);
    const post = asObject(asObject(paths['/boxes/{boxId}/secret']).post);
    const ok = asObject(asObject(post.responses)['200']) as Record<string, unknown>;
    ok.headers = { ...asObject(ok.headers), 'X-TW-JOSE-Method': { schema: { type: 'string', enum: ['jwe', 'jws'] } } };
    return openContract(document);
  };
  const raw = (): RawRequest =>
    request('POST', '/boxes/7/secret', ENCRYPTED, envelope({ alg: 'RSA-OAEP-256', enc: 'A256GCM' }));
  const encrypted = envelope({ alg: 'dir', enc: 'A256GCM' }, 'YW5vdGhlciBpdi4u', '');

  it('must have that header with its method', async () => {
    const by = await withMethod();
    const type = { 'content-type': 'application/jose+json' };
    expect(await errors(raw(), respondWith(type, encrypted), by)).toEqual([
      'response header.x-tw-jose-method jose-method',
    ]);
    await target?.close();
    expect(await errors(raw(), respondWith({ ...type, 'x-tw-jose-method': 'jws' }, encrypted), by)).toEqual([
      'response header.x-tw-jose-method jose-method',
    ]);
  });

  it('is valid with it', async () => {
    expect(await errors(raw(), respondWith(ENCRYPTED, encrypted), await withMethod())).toEqual([]);
  });
});
