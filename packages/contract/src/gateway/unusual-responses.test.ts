import type http from 'node:http';
import { asObject } from '@sca-kit/openapi';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { vaultContract } from '../../test/support/contracts.ts';
import { envelope, request } from '../../test/support/requests.ts';
import { BOX, startTarget, type Target, TRACE } from '../../test/support/target.ts';
import { type ContractDocument, openContract } from '../document/contract-document.ts';
import { createProxyGateway, type Gateway } from './gateway.ts';
import type { RawRequest } from './message.ts';

const SEALED = { 'content-type': 'application/jose+json', 'x-tw-jose-method': 'jwe' };
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

async function faults(raw: RawRequest, handler: http.RequestListener, by = contract): Promise<string[]> {
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
    expect(await faults(GET, respondWith({ 'content-type': type }, JSON.stringify(BOX)))).toEqual([
      'response header.content-type undocumented-media-type',
    ]);
  });

  it.each(['application/json;', 'Application/JSON ; charset="UTF-8"', 'application/json;charset=utf-8;'])(
    'may be written in any allowed way: %s',
    async (type) => {
      expect(await faults(GET, respondWith({ 'content-type': type }, JSON.stringify(BOX)))).toEqual([]);
    },
  );

  it.each(['utf-16', 'iso-8859-1'])(
    'that says JSON is in %s is found: it is always UTF-8 (RFC 8259)',
    async (charset) => {
      const type = `application/json; charset=${charset}`;
      expect(await faults(GET, respondWith({ 'content-type': type }, JSON.stringify(BOX)))).toEqual([
        'response header.content-type charset',
      ]);
    },
  );

  it('of a request that is none is found, and stops nothing', async () => {
    const raw = request('POST', '/boxes', { 'content-type': 'application/json; =' }, '{"label":"x","size":1}');
    expect(await faults(raw, respondWith({}, ''))).toContain('request header.content-type undocumented-media-type');
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
    expect(await faults(DELETE, bare(lines, body))).toEqual(['response body undocumented-body']);
  });

  it('may say that its length is 0', async () => {
    expect(await faults(DELETE, bare(['Content-Length: 0'], ''))).toEqual([]);
  });
});

describe('an encrypted response whose description has a header for the method', () => {
  const withMethod = async (): Promise<ContractDocument> => {
    const document = structuredClone(contract.document) as Record<string, unknown>;
    const paths = asObject(document.paths);
    const post = asObject(asObject(paths['/boxes/{boxId}/secret']).post);
    const ok = asObject(asObject(post.responses)['200']) as Record<string, unknown>;
    ok.headers = { ...asObject(ok.headers), 'X-TW-JOSE-Method': { schema: { type: 'string', enum: ['jwe', 'jws'] } } };
    return openContract(document);
  };
  const raw = (): RawRequest =>
    request('POST', '/boxes/7/secret', SEALED, envelope({ alg: 'RSA-OAEP-256', enc: 'A256GCM' }));
  const encrypted = envelope({ alg: 'dir', enc: 'A256GCM' }, 'YW5vdGhlciBpdi4u', '');

  it('has to name it', async () => {
    const by = await withMethod();
    const type = { 'content-type': 'application/jose+json' };
    expect(await faults(raw(), respondWith(type, encrypted), by)).toEqual([
      'response header.x-tw-jose-method jose-method',
    ]);
    await target?.close();
    expect(await faults(raw(), respondWith({ ...type, 'x-tw-jose-method': 'jws' }, encrypted), by)).toEqual([
      'response header.x-tw-jose-method jose-method',
    ]);
  });

  it('is left alone when it does', async () => {
    expect(await faults(raw(), respondWith(SEALED, encrypted), await withMethod())).toEqual([]);
  });
});
