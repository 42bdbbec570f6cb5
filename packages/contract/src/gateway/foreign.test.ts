import type { JsonObject } from '@sca-kit/openapi';
import { describe, expect, it } from 'vitest';
import { request } from '../../test/support/requests.ts';
import { openContract } from '../document/contract-document.ts';
import { createMockGateway, type Gateway } from './gateway.ts';
import type { RawRequest } from './message.ts';

const NO_CREDENTIALS = { authorization: '' };
const get = (headers: Record<string, string> = {}): RawRequest => {
  const raw = request('GET', '/a', headers);
  return { ...raw, headers: raw.headers.filter(([name, value]) => name !== 'authorization' || value !== '') };
};
const THING = { type: 'object', required: ['name'], properties: { name: { type: 'string', minLength: 2 } } };
const DONE = { 204: { description: 'Done' }, 400: { description: 'Rejected' } };

async function mockOf(item: JsonObject, securitySchemes: JsonObject = {}): Promise<Gateway> {
  const document = { openapi: '3.1.0', info: { title: 'Foreign', version: '1' } };
  const contract = await openContract({ ...document, components: { securitySchemes }, paths: { '/a': item } });
  return createMockGateway({ contract, onViolation: 'pass' });
}
const codes = async (mock: Gateway, raw: RawRequest): Promise<string[]> =>
  (await mock.exchange(raw)).violations.map(({ side, location, code }) => `${side} ${location} ${code}`);

describe('a security scheme that Prism does not know', () => {
  const schemes = { Certificate: { type: 'mutualTLS' }, Token: { type: 'http', scheme: 'bearer' } };
  it.each<[string, JsonObject[], string[]]>([
    ['alone lets everything through', [{ Certificate: [] }], []],
    ['as one of two lets everything through', [{ Token: [] }, { Certificate: [] }], []],
    ['with another leaves that one validated', [{ Token: [], Certificate: [] }], ['request security security']],
  ])('%s', async (_, security, expected) => {
    const mock = await mockOf({ get: { security, responses: DONE } }, schemes);
    expect(await codes(mock, get(NO_CREDENTIALS))).toEqual(expected);
    expect(await codes(mock, get())).toEqual([]);
  });
});

describe('a range of media types', () => {
  const responses = (mediaType: string, schema: JsonObject): JsonObject => ({
    get: { responses: { 200: { description: 'Something', content: { [mediaType]: { schema } } } } },
  });
  it.each([
    ['*/*', {}, 'application/json'],
    ['application/*', {}, 'application/json'],
    ['text/*', {}, 'text/plain'],
    ['*/*', { accept: 'text/csv' }, 'text/csv'],
    ['*/*', { accept: 'text/html, */*;q=0.8' }, 'application/json'],
  ])('%s is answered with a type of it: %o', async (range, headers, expected) => {
    const mock = await mockOf(responses(range, range === 'text/*' ? { type: 'string' } : THING));
    const exchange = await mock.exchange(get(headers));
    expect(exchange.violations).toEqual([]);
    expect(new Map(exchange.response?.headers).get('content-type')).toBe(expected);
    if (expected === 'application/json') {
      expect(JSON.parse(new TextDecoder().decode(exchange.response?.body))).toEqual({ name: 'string' });
    }
  });

  it('returns a string as JSON text', async () => {
    const exchange = await (await mockOf(responses('application/json', { type: 'string' }))).exchange(get());
    expect(exchange.violations).toEqual([]);
    expect(new TextDecoder().decode(exchange.response?.body)).toBe('"string"');
  });
});

describe('a body with an object schema', () => {
  const takes = (mediaType: string): JsonObject => ({
    post: { requestBody: { required: true, content: { [mediaType]: { schema: THING } } }, responses: DONE },
  });
  const post = (type: string, body: string): RawRequest => request('POST', '/a', { 'content-type': type }, body);
  it.each([
    ['application/xml', 'application/xml'],
    ['application/vnd.thing+xml', 'application/vnd.thing+xml'],
    ['application/yaml', 'application/yaml'],
    ['*/*', 'text/xml'],
    ['*/*', 'text/csv'],
  ])('is not taken for a text: %s', async (documented, sent) => {
    expect(await codes(await mockOf(takes(documented)), post(sent, '<thing><name>a</name></thing>'))).toEqual([]);
  });

  it('is validated as JSON and required', async () => {
    const mock = await mockOf(takes('*/*'));
    expect(await codes(mock, post('application/json', '{"name":"a"}'))).toEqual(['request body.name minLength']);
    expect(await codes(await mockOf(takes('application/xml')), request('POST', '/a'))).toEqual([
      'request body required',
    ]);
  });
});
