import type { JsonObject } from '@sca-kit/openapi';
import { describe, expect, it } from 'vitest';
import { request } from '../../test/support/requests.ts';
import { openContract } from '../document/contract-document.ts';
import { createGatewayApp } from './app.ts';
import { createMockGateway } from './gateway.ts';
import type { RawRequest } from './message.ts';

const DONE = { responses: { 204: { description: 'Done' } } };

interface Described {
  readonly operation: JsonObject;
  readonly components?: JsonObject;
  readonly openapi?: string;
  readonly servers?: readonly JsonObject[];
  readonly path?: string;
}

/** The violations of a request to an operation that is described like this. */
async function violations({ operation, path = '/a', ...document }: Described, raw: RawRequest): Promise<string[]> {
  const contract = await openContract({
    openapi: '3.1.0',
    info: { title: 'Foreign', version: '1' },
    ...document,
    paths: { [path]: { [raw.method.toLowerCase()]: { ...DONE, ...operation } } },
  });
  const exchange = await createMockGateway({ contract }).exchange(raw);
  return exchange.violations.map(({ location, code }) => `${location} ${code}`);
}

const get = (target: string, headers: Record<string, string> = {}): RawRequest => ({
  method: 'GET',
  target,
  headers: Object.entries(headers),
  body: new Uint8Array(),
});
const query = (schema: JsonObject, more: JsonObject = {}): Described => ({
  operation: { parameters: [{ name: 'v', in: 'query', schema, ...more }] },
});
const json = (text: string): RawRequest => request('POST', '/a', { 'content-type': 'application/json' }, text);
const body = (schema: JsonObject, mediaType = 'application/json', more: JsonObject = {}): JsonObject => ({
  requestBody: { required: true, content: { [mediaType]: { schema, ...more } } },
});
const form = (text: string): RawRequest =>
  request('POST', '/a', { 'content-type': 'application/x-www-form-urlencoded' }, text);

const LIST = { type: 'array', maxItems: 2, items: { type: 'integer' } };
const PAGE = { type: 'object', required: ['offset'], properties: { offset: { type: 'integer' } } };

describe('a query parameter', () => {
  it.each<[string, Described, string, string[]]>([
    ['without explode reads repeated names as a list', query(LIST), '?v=1&v=2', []],
    ['without explode validates each item', query(LIST), '?v=x&v=2', ['query.v.0 type']],
    ['without explode counts the items', query(LIST), '?v=1&v=2&v=3', ['query.v maxItems']],
    ['without explode is no list of commas', query(LIST), '?v=1,2', ['query.v.0 type']],
    ['without explode reads the members of an object', query(PAGE), '?offset=abc', ['query.v.offset type']],
    ['that is a required object is found by its members', query(PAGE, { required: true }), '?offset=1', []],
    ['that is a required object is missing', query(PAGE, { required: true }), '', ['query required']],
    ['that is an optional object may be absent', query(PAGE), '', []],
    ['that is an optional deepObject may be absent', query(PAGE, { style: 'deepObject' }), '', []],
    [
      'that is a deepObject is validated',
      query(PAGE, { style: 'deepObject' }),
      '?v[offset]=x',
      ['query.v.offset type'],
    ],
    ['that is deprecated may be sent', query({ type: 'string' }, { deprecated: true }), '?v=x', []],
    ['without a value is validated', query({ enum: ['open'] }), '?v=', ['query.v enum']],
    ['without a value is no integer', query({ type: 'integer' }), '?v=', ['query.v type']],
    ['without a value is there', query({ type: 'string' }, { required: true }), '?v=', []],
    ['without a value is allowed', query({ type: 'integer' }, { allowEmptyValue: true }), '?v=', []],
    [
      'that accepts numbers and short texts is validated by both',
      query({ anyOf: [{ type: 'integer', maximum: 9 }, { type: 'string' }] }),
      '?v=10',
      [],
    ],
    [
      'that is a closed object rejects other names',
      query({ ...PAGE, additionalProperties: false }),
      '?offset=1&x=2',
      ['query.x undocumented-parameter', 'query.v additionalProperties'],
    ],
    ['that is a multiple of a cent is validated', query({ type: 'number', multipleOf: 0.01 }), '?v=19.99', []],
    ['sent twice is no integer', query({ type: 'integer' }), '?v=1&v=2', ['query.v type']],
  ])('%s', async (_, described, search, expected) => {
    expect(await violations(described, get(`/a${search}`))).toEqual(expected);
  });
});

describe('a body', () => {
  it.each<[string, JsonObject, string, string[]]>([
    ['null is no object', { type: 'object' }, 'null', ['body type']],
    ['null is accepted where the schema does', { type: ['object', 'null'] }, 'null', []],
    ['false is a boolean', { type: 'boolean' }, 'false', []],
    ['0 is an integer', { type: 'integer' }, '0', []],
    ['the empty text is a string', { type: 'string' }, '""', []],
    ['0 is no string', { type: 'string' }, '0', ['body type']],
    ['19.99 is a multiple of 0.01', { type: 'number', multipleOf: 0.01 }, '19.99', []],
    ['1e21 is a multiple of 0.01', { type: 'number', multipleOf: 0.01 }, '1e21', []],
    ['4.355 is no multiple of 0.01', { type: 'number', multipleOf: 0.01 }, '4.355', ['body multipleOf']],
    ['-9 quintillions fit into int64', { type: 'integer', format: 'int64' }, '-9223372036854775808', []],
    ['2^63 - 1 fits into int64', { type: 'integer', format: 'int64' }, '9223372036854775807', []],
    ['2^63 does not fit into int64', { type: 'integer', format: 'int64' }, '9223372036854775808', ['body format']],
    ['less than -2^63 does not fit', { type: 'integer', format: 'int64' }, '-9223372036854775809', ['body format']],
    [
      'a closed branch of allOf rejects the members of the others',
      { allOf: [{ properties: { a: {} }, additionalProperties: false }, { properties: { b: {} } }] },
      '{"a":1,"b":2}',
      ['body additionalProperties'],
    ],
    [
      'allOf closed by unevaluatedProperties accepts the members of all branches',
      { allOf: [{ properties: { a: {} } }, { properties: { b: {} } }], unevaluatedProperties: false },
      '{"a":1,"b":2}',
      [],
    ],
  ])('%s', async (_, schema, text, expected) => {
    expect(await violations({ operation: body(schema) }, json(text))).toEqual(expected);
  });

  const ITEM = { required: ['id', 'name'], properties: { id: { type: 'string', readOnly: true }, name: {} } };
  it.each<[string, JsonObject, string]>([
    ['at the top', { $ref: '#/components/schemas/Item' }, '{"name":"x"}'],
    ['in oneOf', { oneOf: [{ $ref: '#/components/schemas/Item' }, { type: 'null' }] }, '{"name":"x"}'],
    ['in a map', { additionalProperties: { $ref: '#/components/schemas/Item' } }, '{"k":{"name":"x"}}'],
    ['in a schema that refers to itself', { $ref: '#/components/schemas/Node' }, '{"children":[{}]}'],
    [
      'required by another branch of allOf',
      { allOf: [{ properties: ITEM.properties }, { $ref: '#/components/schemas/Wants' }] },
      '{"name":"x"}',
    ],
    ['behind a reference', { required: ['id'], properties: { id: { $ref: '#/components/schemas/Id' } } }, '{}'],
  ])('need not have a readOnly member: %s', async (_, schema, text) => {
    const Node = {
      required: ['id'],
      properties: { id: { readOnly: true }, children: { items: { $ref: '#/components/schemas/Node' } } },
    };
    const schemas = { Item: ITEM, Node, Wants: { required: ['id'] }, Id: { type: 'string', readOnly: true } };
    expect(await violations({ operation: body(schema), components: { schemas } }, json(text))).toEqual([]);
  });

  it.each<[string, JsonObject, string, string[]]>([
    ['null in an enumeration', { type: 'string', nullable: true, enum: ['a', null] }, 'null', []],
    ['other values of one', { type: 'string', nullable: true, enum: ['a', null] }, '"z"', ['body enum']],
    ['null of a nullable type', { type: 'integer', nullable: true }, 'null', []],
    ['exclusive bounds', { type: 'integer', minimum: 1, exclusiveMinimum: true }, '1', ['body exclusiveMinimum']],
  ])('of OpenAPI 3.0 is validated: %s', async (_, schema, text, expected) => {
    expect(await violations({ openapi: '3.0.3', operation: body(schema) }, json(text))).toEqual(expected);
  });

  const FORM = { type: 'object', properties: { a: { type: 'string' }, ids: LIST } };
  it.each<[string, JsonObject, string, string[]]>([
    ['repeated names', FORM, 'ids=1&ids=2', []],
    ['a repeated name too many', FORM, 'ids=1&ids=2&ids=3', ['body.ids maxItems']],
    [
      'other names of a closed form',
      { ...FORM, additionalProperties: false },
      'a=1&z=2',
      ['body additionalProperties'],
    ],
    ['absent members', { ...FORM, maxProperties: 1 }, 'a=1', []],
    ['texts that look like numbers', FORM, 'a=1', []],
  ])('is a form with %s', async (_, schema, text, expected) => {
    const operation = body(schema, 'application/x-www-form-urlencoded');
    expect(await violations({ operation }, form(text))).toEqual(expected);
  });

  const LINES = '{"a":1}\n{"a":"x"}\n';
  const LINE = { type: 'object', properties: { a: { type: 'integer' } } };
  it.each<[string, string, JsonObject, string, string[]]>([
    ['lines', 'application/x-ndjson', { schema: LINE }, LINES, ['body.1.a type']],
    ['lines by itemSchema', 'application/jsonl', { itemSchema: LINE }, LINES, ['body.1.a type']],
    ['lines as a list', 'application/jsonl', { schema: { type: 'array', items: LINE } }, LINES, ['body.1.a type']],
    ['lines as a text', 'application/jsonl', { schema: { type: 'string' } }, LINES, []],
    ['a line that is no JSON', 'application/jsonl', { schema: LINE }, '{"a":1}\n{', ['body.1 json']],
    ['records', 'application/json-seq', { schema: LINE }, '\u001e{"a":1}\n\u001e{"a":"x"}\n', ['body.1.a type']],
    ['a table, which is not read', 'text/csv', { schema: LINE }, 'a\nx\n', []],
    ['a range with a suffix', 'application/*+json', { schema: LINE }, '{"a":"x"}', ['body.a type']],
  ])('holds %s', async (_, mediaType, content, text, expected) => {
    const operation = { requestBody: { content: { [mediaType]: content } } };
    const sent = mediaType.replace('*', 'problem');
    expect(await violations({ operation }, request('POST', '/a', { 'content-type': sent }, text))).toEqual(expected);
  });
});

const DIGEST = 'Digest username="u@x", realm="r", nonce="n/=", uri="/a", qop=auth, response="0f"';

describe('credentials', () => {
  const securitySchemes = {
    Bearer: { type: 'http', scheme: 'bearer' },
    Basic: { type: 'http', scheme: 'Basic' },
    Cookie: { type: 'apiKey', in: 'cookie', name: 'sid' },
    Header: { type: 'apiKey', in: 'header', name: 'X-Key' },
    Query: { type: 'apiKey', in: 'query', name: 'key' },
    Digest: { type: 'http', scheme: 'digest' },
  };
  it.each<[string, JsonObject[], string, Record<string, string>, string[]]>([
    ['a bearer scheme in lower case', [{ Bearer: [] }], '/a', { authorization: 'bearer x' }, []],
    ['a bearer scheme in capitals', [{ Bearer: [] }], '/a', { authorization: 'BEARER x' }, []],
    ['another scheme', [{ Bearer: [] }], '/a', { authorization: 'Basic eDp5' }, ['security security']],
    ['a scheme without a token', [{ Bearer: [] }], '/a', { authorization: 'Bearer' }, ['security security']],
    ['a cookie', [{ Cookie: [] }], '/a', { cookie: 'a=1; sid=2' }, []],
    ['a cookie whose name ends like the key', [{ Cookie: [] }], '/a', { cookie: 'xsid=1' }, ['security security']],
    ['a cookie whose value holds the key', [{ Cookie: [] }], '/a', { cookie: 'a=sid=1' }, ['security security']],
    ['a key in a header', [{ Header: [] }], '/a', { 'x-key': '1' }, []],
    ['a key in the query', [{ Query: [] }], '/a?key=1', {}, []],
    ['a digest', [{ Digest: [] }], '/a', { authorization: DIGEST }, []],
    [
      'a digest without a response',
      [{ Digest: [] }],
      '/a',
      { authorization: 'Digest realm="r"' },
      ['security security'],
    ],
    ['two keys', [{ Header: [], Query: [] }], '/a?key=1', { 'x-key': '1' }, []],
    ['one of two keys', [{ Header: [], Query: [] }], '/a?key=1', {}, ['security security']],
    ['one of two alternatives', [{ Header: [] }, { Query: [] }], '/a?key=1', {}, []],
    ['nothing where that is an alternative', [{}, { Bearer: [] }], '/a', {}, []],
    ['another credential where nothing is needed', [{ Cookie: [] }, {}], '/a', { authorization: 'Basic eDp5' }, []],
  ])('are validated: %s', async (_, security, target, headers, expected) => {
    const described = { operation: { security }, components: { securitySchemes } };
    expect(await violations(described, get(target, headers))).toEqual(expected);
  });
});

describe('a path', () => {
  const servers = [{ url: 'https://{host}/{base}', variables: { base: { default: 'v1', enum: ['v1', 'v3'] } } }];
  it.each<[string, string[]]>([
    ['/a', []],
    ['/v1/a', []],
    ['/v3/a', []],
    ['/v2/a', ['path unknown-path']],
  ])('may have the base path of a server: %s', async (target, expected) => {
    expect(await violations({ operation: {}, servers }, get(target))).toEqual(expected);
  });

  it.each<[string, JsonObject, string, string[]]>([
    ['a list', { schema: LIST }, '/codes/1,2', []],
    ['a list with a wrong item', { schema: LIST }, '/codes/1x,2', ['path.ids.0 type']],
    ['a label', { style: 'label', schema: { type: 'string' } }, '/codes/.red', []],
    ['no label', { style: 'label', schema: { type: 'string' } }, '/codes/red', ['path.ids style']],
  ])('holds %s', async (_, parameter, target, expected) => {
    const operation = { parameters: [{ name: 'ids', in: 'path', required: true, ...parameter }] };
    expect(await violations({ operation, path: '/codes/{ids}' }, get(target))).toEqual(expected);
  });
});

it('serves an example with a literal $ref as it is', async () => {
  const example = { action: { $ref: 'continue' }, other: { $ref: '#/nowhere' } };
  const content = { 'application/json': { schema: { type: 'object' }, example } };
  const contract = await openContract({
    openapi: '3.1.0',
    info: { title: 'Forms', version: '1' },
    paths: { '/a': { get: { responses: { 200: { description: 'A form', content } } } } },
  });
  const response = await createGatewayApp(createMockGateway({ contract })).request('/a');
  expect([response.status, await response.json()]).toEqual([200, example]);
});

it('reports a failure of the gateway itself as a violation, never as a success', async () => {
  const contract = await openContract({
    openapi: '3.1.0',
    info: { title: 'A', version: '1' },
    paths: { '/a': { get: DONE } },
  });
  const fails = { take: () => Promise.reject(new RangeError('secret')) };
  for (const onViolation of ['problem', 'pass'] as const) {
    const gateway = createMockGateway({ contract, onViolation, mock: { script: fails } });
    const response = await createGatewayApp(gateway).request('/a');
    expect([response.status, response.headers.get('content-type')]).toEqual([500, 'application/problem+json']);
    expect(gateway.collector.violations).toMatchObject([{ location: 'gateway', code: 'gateway' }]);
    expect(await response.text()).not.toContain('secret');
  }
});
