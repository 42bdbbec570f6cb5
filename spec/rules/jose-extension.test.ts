import { describe, expect, it } from 'vitest';
import { files, lint, operation, parameter, response, responses } from './fixture.ts';

const compact = { type: 'string', pattern: '^x$' };
const plain = { type: 'object' };
const extension = { method: 'jwe', response: 'direct', payload: plain };
const invalidJwe = { schema: plain, examples: { undecryptable: { summary: 'Bad', value: { error: 'jwe_error' } } } };

function encryptedOperation(request: unknown, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return operation({
    parameters: [parameter('header', 'X-TW-JOSE-Method')],
    requestBody: { content: { 'application/jose+json': request, 'application/json': { schema: plain } } },
    responses: responses({ '400': response({}, invalidJwe) }),
    ...changes,
  });
}

describe('jose-extension', () => {
  it('accepts an encrypted body with x-jose', async () => {
    expect(await lint('jose-extension', files(encryptedOperation({ schema: compact, 'x-jose': extension })))).toEqual(
      [],
    );
  });

  it.each([
    ['a missing extension', undefined, 'x-jose is missing'],
    ['another method', { ...extension, method: 'jwt' }, 'jwe, jws or jwsjwe'],
    ['another response', { ...extension, response: 'later' }, 'direct or key'],
    ['another member', { ...extension, key: 'a' }, 'unknown member key'],
    ['no plaintext', { method: 'jwe' }, 'must refer to a schema'],
    [
      'a plaintext schema that does not exist',
      { ...extension, payload: { $ref: '../components/schemas/None.yaml' } },
      'must refer to a schema',
    ],
  ])('reports %s', async (_case, value, message) => {
    const media = value === undefined ? { schema: compact } : { schema: compact, 'x-jose': value };
    expect(await lint('jose-extension', files(encryptedOperation(media)))).toEqual([expect.stringContaining(message)]);
  });

  it('requires the compact serialization as schema', async () => {
    expect(
      await lint('jose-extension', files(encryptedOperation({ schema: plain, 'x-jose': extension }))),
    ).toHaveLength(1);
  });

  it('requires the method header and a 400 example for an invalid JWE', async () => {
    const one = encryptedOperation(
      { schema: compact, 'x-jose': extension },
      { parameters: [], responses: responses({}) },
    );
    expect(await lint('jose-extension', files(one))).toHaveLength(2);
  });

  it('requires the encrypted media type first', async () => {
    const content = {
      'application/json': { schema: plain },
      'application/jose+json': { schema: compact, 'x-jose': extension },
    };
    const one = encryptedOperation({}, { requestBody: { content } });
    expect(await lint('jose-extension', files(one))).toEqual(['List application/jose+json first.']);
  });

  it('reports x-jose on plain JSON', async () => {
    const one = operation({ responses: responses({ '200': response({}, { schema: plain, 'x-jose': extension }) }) });
    expect(await lint('jose-extension', files(one))).toEqual([
      '200 (application/json): x-jose is only allowed on application/jose+json.',
    ]);
  });

  it('requires x-jose.response on an encrypted response', async () => {
    const media = { schema: compact, 'x-jose': { method: 'jwe', payload: plain } };
    const one = operation({
      responses: responses({ '200': { ...response(), content: { 'application/jose+json': media } } }),
    });
    expect(await lint('jose-extension', files(one))).toEqual([expect.stringContaining('x-jose.response is missing')]);
  });
});
