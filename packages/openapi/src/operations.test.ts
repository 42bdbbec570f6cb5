import { describe, expect, it } from 'vitest';
import { findResponse, listOperations, type Operation } from './operations.ts';

/** Reads a document with one operation, `GET /boxes/{id}`. */
function operationOf(operation: object, more: object = {}, item: object = {}): Operation | undefined {
  const paths = { '/boxes/{id}': { ...item, get: { responses: {}, ...operation } } };
  return listOperations({ openapi: '3.1.1', paths, ...more })[0];
}

describe('the parameters of an operation', () => {
  it.each([
    ['path', {}, { style: 'simple', explode: false, required: true }],
    ['path', { style: 'matrix' }, { style: 'matrix', explode: false }],
    ['query', {}, { style: 'form', explode: true, required: false, allowEmptyValue: false }],
    ['query', { explode: false, allowEmptyValue: true }, { style: 'form', explode: false, allowEmptyValue: true }],
    ['query', { style: 'pipeDelimited' }, { style: 'pipeDelimited', explode: false }],
    ['query', { style: 'deepObject', explode: true }, { style: 'deepObject', explode: true }],
    ['query', { content: { 'application/json': {} } }, { mediaType: 'application/json' }],
    ['header', {}, { style: 'simple', explode: false }],
    ['header', { explode: true, deprecated: true }, { style: 'simple', explode: true, deprecated: true }],
    ['cookie', {}, { style: 'form', explode: true }],
    ['header', { style: 'form' }, { style: 'simple' }],
  ])('in %s with %j are read as %j', (location, raw, expected) => {
    const read = operationOf({ parameters: [{ name: 'p', in: location, ...raw }] });
    expect(read?.parameters[0]).toMatchObject({ name: 'p', in: location, ...expected });
  });

  it('replace those of the path item with the same location and name', () => {
    const path = {
      parameters: [
        { name: 'id', in: 'path' },
        { name: 'X-Trace', in: 'header' },
        { name: 'q', in: 'query' },
      ],
    };
    const parameters = [
      { name: 'x-trace', in: 'header', required: true },
      { name: 'Q', in: 'query' },
    ];
    const read = operationOf({ parameters }, {}, path)?.parameters ?? [];
    expect(read.map(({ in: location, name, required }) => `${location} ${name} ${required}`)).toEqual([
      'path id true',
      'header x-trace true',
      'query q false',
      'query Q false',
    ]);
  });

  it.each(['Accept', 'content-type', 'AUTHORIZATION'])('leave out the header %s', (name) => {
    expect(operationOf({ parameters: [{ name, in: 'header' }] })?.parameters).toEqual([]);
  });

  it.each([
    ['example', { example: 7, schema: { default: 1 } }],
    ['examples', { examples: { one: { $ref: '#/components/examples/seven' } }, schema: { default: 1 } }],
    ['the schema', { schema: { $ref: '#/components/schemas/Seven' } }],
  ])('take their example from %s', (_, raw) => {
    const components = { examples: { seven: { value: 7 } }, schemas: { Seven: { examples: [7], default: 1 } } };
    const read = operationOf({ parameters: [{ name: 'n', in: 'query', ...raw }] }, { components });
    expect(read?.parameters[0]?.example).toBe(7);
  });
});

describe('listOperations', () => {
  it('reads ids, methods and tags in the order of the document', () => {
    const responses = {};
    const paths = {
      '/b': { post: { operationId: 'makeB', tags: ['B'], responses }, get: { responses } },
      '/a': { $ref: '#/components/pathItems/A' },
    };
    const components = {
      pathItems: { A: { summary: 'A', get: { operationId: 'getA', deprecated: true, responses } } },
    };
    const operations = listOperations({ openapi: '3.1.1', paths, components });
    expect(operations.map(({ id, method, tags, deprecated }) => [id, method, tags, deprecated])).toEqual([
      ['GET /b', 'GET', [], false],
      ['makeB', 'POST', ['B'], false],
      ['getA', 'GET', [], true],
    ]);
  });

  it('follows references to bodies, responses, headers and examples', () => {
    const components = {
      requestBodies: {
        Box: { required: true, content: { 'application/json': { schema: { $ref: '#/x' }, example: 1 } } },
      },
      responses: { Fine: { headers: { 'X-Id': { $ref: '#/components/headers/Id' } }, content: { 'text/plain': {} } } },
      headers: { Id: { required: true, schema: { type: 'integer' } } },
    };
    const read = operationOf(
      {
        requestBody: { $ref: '#/components/requestBodies/Box' },
        responses: { 200: { $ref: '#/components/responses/Fine' } },
      },
      { components },
    );
    expect(read?.body).toEqual({
      required: true,
      contents: [{ name: 'application/json', schema: { $ref: '#/x' }, examples: [{ name: 'default', value: 1 }] }],
    });
    const header = { name: 'X-Id', required: true, style: 'simple', explode: false, schema: { type: 'integer' } };
    expect(read?.responses).toEqual([
      { status: '200', headers: [header], contents: [{ name: 'text/plain', examples: [] }] },
    ]);
  });

  it('reads the extensions of sca-kit', () => {
    const jose = { method: 'jwe', response: 'direct', payload: { type: 'object' } };
    const read = operationOf({
      'x-sca': { actionType: 'TRANSFER__FUND', risk: 'high', link: ['/path/id'] },
      'x-factor': { type: 'PIN', action: 'verify', field: 'pin' },
      'x-successor': '/v2/boxes',
      requestBody: { content: { 'application/jose+json': { 'x-jose': jose } } },
    });
    expect(read).toMatchObject({
      sca: { actionType: 'TRANSFER__FUND', risk: 'high', link: ['/path/id'] },
      factor: { type: 'PIN', action: 'verify', field: 'pin' },
      successor: '/v2/boxes',
      body: { contents: [{ jose }] },
    });
  });

  it.each([
    ['x-jose', { 'x-jose': { method: 'jwt' } }],
    ['x-sca', { 'x-sca': { actionType: 'A', risk: 'medium' } }],
    ['x-factor', { 'x-factor': { type: 'PIN', action: 'sing' } }],
  ])('ignores an unknown value of %s', (_, raw) => {
    const read = operationOf({ ...raw, requestBody: { content: { 'application/json': raw } } });
    expect([read?.sca, read?.factor, read?.body?.contents[0]?.jose]).toEqual([undefined, undefined, undefined]);
  });

  it('reads security requirements, those of the document where the operation has none', () => {
    const components = {
      securitySchemes: {
        key: { type: 'apiKey', in: 'cookie', name: 'sid' },
        token: { type: 'http', scheme: 'Bearer' },
        oauth: { type: 'oauth2' },
        login: { type: 'http', scheme: 'basic' },
        certificate: { type: 'mutualTLS' },
      },
    };
    const all = [{ key: [], token: [] }, { oauth: [] }, { login: [] }, { certificate: [] }, {}];
    expect(operationOf({}, { components, security: all })?.security).toEqual([
      [
        { name: 'key', kind: 'apiKey', in: 'cookie', key: 'sid' },
        { name: 'token', kind: 'bearer' },
      ],
      [{ name: 'oauth', kind: 'bearer' }],
      [{ name: 'login', kind: 'basic' }],
      [{ name: 'certificate', kind: 'other' }],
      [],
    ]);
    expect(operationOf({ security: [] }, { components, security: all })?.security).toEqual([]);
  });
});

it.each([
  [200, ['200', '2XX', 'default'], '200'],
  [204, ['200', '2xx', 'default'], '2xx'],
  [404, ['200', '2XX', 'default'], 'default'],
  [404, ['200'], undefined],
])('findResponse of %d among %j is %s', (status, keys, expected) => {
  expect(findResponse(keys, status, (key) => key)).toBe(expected);
});
