import { describe, expect, it } from 'vitest';
import { type Files, files, lint, operation, response, responses } from './fixture.ts';

function withPinSchema(pin: unknown): Files {
  const schema = { type: 'object', properties: { pin } };
  return files(operation({ requestBody: { content: { 'application/json': { schema } } } }));
}

function withResponseSchema(schema: unknown, value: unknown): Files {
  const media = { schema, examples: { one: { summary: 'One', value } } };
  return files(operation({ responses: responses({ '200': response({}, media) }) }));
}

const token = { type: 'object', properties: { access_token: { type: 'string', 'x-sensitive': true } } };

describe('sensitive-extension', () => {
  it('accepts a secret that is write-only', async () => {
    expect(
      await lint('sensitive-extension', withPinSchema({ type: 'string', writeOnly: true, 'x-sensitive': true })),
    ).toEqual([]);
  });

  it.each([
    ['without x-sensitive', { type: 'string', writeOnly: true }, 'must have x-sensitive'],
    ['that is not write-only', { type: 'string', 'x-sensitive': true }, 'must have writeOnly'],
    [
      'with another value of x-sensitive',
      { type: 'string', writeOnly: true, 'x-sensitive': 'yes' },
      'must be true or absent',
    ],
  ])('reports a secret %s', async (_case, pin, message) => {
    expect(await lint('sensitive-extension', withPinSchema(pin))).toContainEqual(expect.stringContaining(message));
  });

  it('checks the plaintext of an encrypted request', async () => {
    const payload = { type: 'object', properties: { otpCode: { type: 'string' } } };
    const media = { schema: { type: 'string' }, 'x-jose': { method: 'jwe', payload } };
    const one = operation({ requestBody: { content: { 'application/jose+json': media } } });
    expect(await lint('sensitive-extension', files(one))).toHaveLength(1);
  });

  it('accepts a placeholder in the example of a response', async () => {
    expect(await lint('sensitive-extension', withResponseSchema(token, { access_token: 'placeholder-token' }))).toEqual(
      [],
    );
  });

  it('reports a secret in the example of a response, at any depth', async () => {
    const problems = await lint(
      'sensitive-extension',
      withResponseSchema({ type: 'array', items: token }, [{ access_token: 'eyJhbGciOi' }]),
    );
    expect(problems).toEqual(['Response 200: the example contains a secret at /[]/access_token. Use a placeholder.']);
  });

  it('reports a write-only secret in a response', async () => {
    const schema = { type: 'object', properties: { pin: { type: 'string', writeOnly: true, 'x-sensitive': true } } };
    expect(await lint('sensitive-extension', withResponseSchema(schema, {}))).toHaveLength(1);
  });
});
