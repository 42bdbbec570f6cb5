import { decryptDirect, encryptJwe, importPublishedKey, type PublishedKey } from '@sca-kit/jose';
import { asObject } from '@sca-kit/openapi';
import { beforeAll, describe, expect, it } from 'vitest';
import { vaultContract } from '../../test/support/contracts.ts';
import { request } from '../../test/support/requests.ts';
import { BOX } from '../../test/support/target.ts';
import { type ContractDocument, openContract } from '../document/contract-document.ts';
import { createGatewayApp } from './app.ts';
import type { Exchange } from './exchange.ts';
import { createMockGateway, type Gateway } from './gateway.ts';
import type { RawRequest } from './message.ts';
import { createMockScript, type MockReplies } from './mock.ts';
import { createMockEnvelopes } from './mock-envelopes.ts';

let contract: ContractDocument;
beforeAll(async () => {
  contract = await vaultContract();
});

const body = (exchange: Exchange): unknown => {
  const text = new TextDecoder().decode(exchange.response?.body);
  return text.startsWith('{') ? JSON.parse(text) : text;
};
const plain = (): Gateway => createMockGateway({ contract, onViolation: 'pass' });

describe('the mock responds to a valid request', () => {
  it('with the first example of the first success', async () => {
    const exchange = await plain().exchange(request('GET', '/boxes/7'));
    expect(exchange.violations).toEqual([]);
    expect(exchange.response?.status).toBe(200);
    expect(body(exchange)).toEqual({ boxId: 7, label: 'spare keys', state: 'OPEN', validity: 3600 });
    expect(Object.fromEntries(exchange.response?.headers ?? [])['x-trace-id']).toMatch(/^[0-9a-f]{32}$/);
  });

  it('with the status and example that Prefer names, for this request only', async () => {
    const mock = plain();
    const big = await mock.exchange(request('GET', '/boxes/7', { prefer: 'code=200, example=big' }));
    expect(body(big)).toMatchObject({ label: 'archive' });
    const gone = await mock.exchange(request('GET', '/boxes/7', { prefer: 'code=404' }));
    expect(gone.response?.status).toBe(404);
    const again = await mock.exchange(request('GET', '/boxes/7'));
    expect(body(again)).toMatchObject({ label: 'spare keys' });
  });

  it.each(['Code=404', 'code="404"', 'respond-async, code=404; example="x, y"'])(
    'with the status of a Prefer header in any spelling: %s',
    async (prefer) => {
      expect((await plain().exchange(request('GET', '/boxes/7', { prefer }))).response?.status).toBe(404);
    },
  );

  it.each([
    ['code=418', 200, 'spare keys'],
    ['code=404; example=big', 404, undefined],
    ['example=none', 200, 'spare keys'],
  ])("with the document's choice where a preference cannot be met: %s", async (prefer, status, label) => {
    const exchange = await plain().exchange(request('GET', '/boxes/7', { prefer }));
    expect([exchange.response?.status, asObject(body(exchange)).label]).toEqual([status, label]);
  });

  it('with the replies of a script in order, then from the document', async () => {
    const script = createMockScript();
    script.next(
      'getBox',
      { status: 404 },
      { body: { ...BOX, label: 'mine' }, headers: { 'x-trace-id': 'f'.repeat(32) } },
    );
    const mock = createMockGateway({ contract, onViolation: 'pass', mock: { script } });
    const statuses = [];
    for (let round = 0; round < 3; round++) {
      const exchange = await mock.exchange(request('GET', '/boxes/7'));
      expect(exchange.violations).toEqual([]);
      statuses.push([exchange.response?.status, (body(exchange) as { label?: string }).label]);
    }
    expect(statuses).toEqual([
      [404, undefined],
      [200, 'mine'],
      [200, 'spare keys'],
    ]);
  });

  it('with a reply that a program computes from the request', async () => {
    const take: MockReplies['take'] = async (operationId, { path, raw }) =>
      operationId === 'getBox' ? { body: { ...BOX, label: `${path} ${raw.method}` } } : undefined;
    const mock = createMockGateway({ contract, onViolation: 'pass', mock: { script: { take } } });
    expect(body(await mock.exchange(request('GET', '/boxes/7')))).toMatchObject({ label: '/boxes/7 GET' });
    expect((await mock.exchange(request('DELETE', '/boxes/7'))).response?.status).toBe(204);
  });

  it('with plain JSON when the request was plain JSON', async () => {
    const exchange = await plain().exchange(request('POST', '/boxes/7/secret', { accept: '*/*' }, { pin: '1234' }));
    expect(exchange.violations).toEqual([]);
    expect(exchange.mediaType).toBe('application/json');
  });

  it('without Content-Type when the response has no body', async () => {
    const { response } = await plain().exchange(request('DELETE', '/boxes/7'));
    expect(response?.headers.map(([name]) => name)).toEqual(['x-trace-id']);
  });

  it('whose password contains a colon', async () => {
    const shop = await openContract({
      openapi: '3.1.0',
      info: { title: 'Shop', version: '1' },
      components: { securitySchemes: { Client: { type: 'http', scheme: 'basic' } } },
      paths: { '/me': { get: { security: [{ Client: [] }], responses: { 204: { description: 'You' } } } } },
    });
    const mock = createMockGateway({ contract: shop });
    const as = (pair: string): RawRequest =>
      request('GET', '/me', { authorization: `Basic ${Buffer.from(pair).toString('base64')}` });
    expect((await mock.exchange(as('shop:a:b:c'))).violations).toEqual([]);
    expect((await mock.exchange(as('shop'))).violations).toMatchObject([{ code: 'security' }]);
  });

  it('with the documented Deprecation header, not the one of Prism', async () => {
    const headers = {
      Deprecation: { required: true, schema: { type: 'string', pattern: '^@', examples: ['@1735689600'] } },
    };
    const old = await openContract({
      openapi: '3.1.0',
      info: { title: 'Old', version: '1' },
      paths: { '/old': { get: { deprecated: true, responses: { 204: { description: 'Still here', headers } } } } },
    });
    const exchange = await createMockGateway({ contract: old }).exchange(request('GET', '/old'));
    expect(exchange.violations).toEqual([]);
    expect(exchange.response?.headers).toEqual([['deprecation', '@1735689600']]);
  });

  it('and validates its own response, so that an error in a script is reported', async () => {
    const script = createMockScript();
    script.next('getBox', { body: { ...BOX, state: 'AJAR' } });
    const mock = createMockGateway({ contract, onViolation: 'pass', mock: { script } });
    const exchange = await mock.exchange(request('GET', '/boxes/7'));
    expect(exchange.violations).toMatchObject([{ side: 'response', location: 'body.state', code: 'enum' }]);
  });
});

describe('the mock responds to an invalid request', () => {
  it.each([
    ['a wrong body', request('POST', '/boxes', {}, { label: 3 }), 400],
    ['no credentials', request('GET', '/boxes/7', { authorization: '' }), 401],
    ['another media type', request('POST', '/boxes', { 'content-type': 'text/plain' }, 'x'), 415],
    ['a media type that is not offered', request('GET', '/boxes/7', { accept: 'text/csv' }), 406],
  ])('with the documented error: %s', async (_, raw, status) => {
    const exchange = await plain().exchange(raw);
    expect(exchange.response?.status).toBe(status);
    expect(exchange.violations.length).toBeGreaterThan(0);
    expect(exchange.violations.every(({ side }) => side === 'request')).toBe(true);
  });

  it('with a problem document that lists every violation by default', async () => {
    const app = createGatewayApp(createMockGateway({ contract }));
    const response = await app.request('/boxes', {
      method: 'POST',
      headers: { authorization: 'Bearer example-token', 'content-type': 'application/json' },
      body: JSON.stringify({ size: 99 }),
    });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const problem = (await response.json()) as { violations: { code: string }[] };
    expect(problem.violations.map(({ code }) => code).sort()).toEqual(['maximum', 'required', 'required']);
    expect([...response.headers.keys()]).toEqual(['content-type']);
  });

  it('with 404 or 405 when there is no operation', async () => {
    const app = createGatewayApp(createMockGateway({ contract }));
    expect((await app.request('/nowhere')).status).toBe(404);
    expect((await app.request('/boxes/7', { method: 'PATCH' })).status).toBe(405);
  });
});

describe('the mock with keys', () => {
  const keyed = (): Gateway =>
    createMockGateway({
      contract,
      onViolation: 'pass',
      mock: { envelopes: createMockEnvelopes({ publicKeyOperation: 'getKey' }) },
    });
  const published = async (mock: Gateway): Promise<CryptoKey> => {
    const key = await importPublishedKey(body(await mock.exchange(request('GET', '/keys'))) as PublishedKey);
    return key.publicKey;
  };
  const ENCRYPTED = { 'content-type': 'application/jose+json', 'x-tw-jose-method': 'jwe' };

  it('decrypts a request and encrypts the example with its content encryption key', async () => {
    const mock = keyed();
    const { jwe, contentKey } = await encryptJwe({ pin: '1234' }, { publicKey: await published(mock) });
    const exchange = await mock.exchange(request('POST', '/boxes/7/secret', ENCRYPTED, jwe));
    expect(exchange.violations).toEqual([]);
    expect(exchange.mediaType).toBe('application/jose+json');
    const { payload } = await decryptDirect(String(body(exchange)), contentKey);
    expect(payload).toEqual({ boxId: 7, label: 'spare keys', state: 'SHUT', validity: 3600 });
  });

  it('validates the plaintext that a script prepares', async () => {
    const script = createMockScript();
    script.next('setSecret', { body: { ...BOX, validity: '3600' } });
    const envelopes = createMockEnvelopes({ publicKeyOperation: 'getKey' });
    const mock = createMockGateway({ contract, onViolation: 'pass', mock: { envelopes, script } });
    const { jwe } = await encryptJwe({ pin: '1234' }, { publicKey: await published(mock) });
    const exchange = await mock.exchange(request('POST', '/boxes/7/secret', ENCRYPTED, jwe));
    expect(exchange.violations).toMatchObject([{ side: 'response', location: 'plaintext.validity', code: 'type' }]);
  });

  it.each([
    ['encrypted', ENCRYPTED, 'jwe'],
    ['plain', { 'content-type': 'application/json' }, undefined],
  ] as const)('names the method of a response, where there is a header for it: %s', async (_, headers, method) => {
    const document = structuredClone(contract.document) as Record<string, unknown>;
    const path = asObject(asObject(document.paths)['/boxes/{boxId}/secret']);
    const ok = asObject(asObject(asObject(path.post).responses)['200']) as Record<string, unknown>;
    // The example names another one.
    const schema = { type: 'string', enum: ['jws', 'jwe'], examples: ['jws'] };
    ok.headers = { ...asObject(ok.headers), 'X-TW-JOSE-Method': { schema } };
    const envelopes = createMockEnvelopes({ publicKeyOperation: 'getKey' });
    const described = await openContract(document);
    const mock = createMockGateway({ contract: described, onViolation: 'pass', mock: { envelopes } });
    const { jwe } = await encryptJwe({ pin: '1234' }, { publicKey: await published(mock) });
    const sent = method === undefined ? '{"pin":"1234"}' : jwe;
    const exchange = await mock.exchange(request('POST', '/boxes/7/secret', headers, sent));
    expect(exchange.violations).toEqual([]);
    expect(new Map(exchange.response?.headers).get('x-tw-jose-method')).toBe(method);
  });

  it('validates the plaintext of a request', async () => {
    const mock = keyed();
    const { jwe } = await encryptJwe({ pin: 'abcd' }, { publicKey: await published(mock) });
    const exchange = await mock.exchange(request('POST', '/boxes/7/secret', ENCRYPTED, jwe));
    expect(exchange.response?.status).toBe(400);
    expect(exchange.violations).toMatchObject([{ side: 'request', location: 'plaintext.pin', code: 'pattern' }]);
  });

  it('rejects an envelope that was encrypted to another key', async () => {
    const other = await published(keyed());
    const { jwe } = await encryptJwe({ pin: '1234' }, { publicKey: other });
    const exchange = await keyed().exchange(request('POST', '/boxes/7/secret', ENCRYPTED, jwe));
    expect(exchange.response?.status).toBe(400);
    expect(exchange.violations).toMatchObject([{ code: 'envelope-undecryptable' }]);
  });
});

describe('any OpenAPI 3.x document', () => {
  it('is served, also 3.0 with nullable', async () => {
    const petty = await openContract({
      openapi: '3.0.3',
      info: { title: 'Pets', version: '1' },
      paths: {
        '/pets/{id}': {
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          get: {
            responses: {
              200: {
                description: 'A pet',
                content: {
                  'application/json': {
                    schema: {
                      type: 'object',
                      required: ['name'],
                      properties: { name: { type: 'string', nullable: true } },
                    },
                    example: { name: null },
                  },
                },
              },
            },
          },
        },
      },
    });
    const exchange = await createMockGateway({ contract: petty }).exchange(request('GET', '/pets/x'));
    expect(exchange.violations).toEqual([]);
    expect(exchange.operationId).toBe('GET /pets/{id}');
    expect(body(exchange)).toEqual({ name: null });
  });

  it('is rejected with a one-line message when it is not OpenAPI 3.x', async () => {
    await expect(openContract({ swagger: '2.0' })).rejects.toThrow('is not an OpenAPI 3.x document');
    await expect(openContract('/nowhere/openapi.yaml')).rejects.toThrow('/nowhere/openapi.yaml cannot be read');
  });
});
