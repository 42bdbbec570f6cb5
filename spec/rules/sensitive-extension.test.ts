import { describe, expect, it } from 'vitest';
import { answer, type Files, files, lint, operation, responses } from './fixture.ts';

function asking(pin: unknown): Files {
  const schema = { type: 'object', properties: { pin } };
  return files(operation({ requestBody: { content: { 'application/json': { schema } } } }));
}

function answering(schema: unknown, value: unknown): Files {
  const media = { schema, examples: { one: { summary: 'One', value } } };
  return files(operation({ responses: responses({ '200': answer({}, media) }) }));
}

const token = { type: 'object', properties: { access_token: { type: 'string', 'x-sensitive': true } } };

describe('sensitive-extension', () => {
  it('accepts a secret that is write-only', async () => {
    expect(await lint('sensitive-extension', asking({ type: 'string', writeOnly: true, 'x-sensitive': true }))).toEqual(
      [],
    );
  });

  it.each([
    ['without mark', { type: 'string', writeOnly: true }, 'needs x-sensitive'],
    ['that is not write-only', { type: 'string', 'x-sensitive': true }, 'needs writeOnly'],
    ['with another mark', { type: 'string', writeOnly: true, 'x-sensitive': 'yes' }, 'true or absent'],
  ])('refuses a secret %s', async (_case, pin, message) => {
    expect(await lint('sensitive-extension', asking(pin))).toContainEqual(expect.stringContaining(message));
  });

  it('looks into the plaintext of a sealed request', async () => {
    const payload = { type: 'object', properties: { otpCode: { type: 'string' } } };
    const media = { schema: { type: 'string' }, 'x-jose': { method: 'jwe', payload } };
    const one = operation({ requestBody: { content: { 'application/jose+json': media } } });
    expect(await lint('sensitive-extension', files(one))).toHaveLength(1);
  });

  it('accepts a placeholder in the example of an answer', async () => {
    expect(await lint('sensitive-extension', answering(token, { access_token: 'placeholder-token' }))).toEqual([]);
  });

  it('refuses a secret in the example of an answer, however deep', async () => {
    const problems = await lint(
      'sensitive-extension',
      answering({ type: 'array', items: token }, [{ access_token: 'eyJhbGciOi' }]),
    );
    expect(problems).toEqual(['Answer 200: the example shows a secret at /[]/access_token; write a placeholder.']);
  });

  it('refuses a write-only secret in an answer', async () => {
    const schema = { type: 'object', properties: { pin: { type: 'string', writeOnly: true, 'x-sensitive': true } } };
    expect(await lint('sensitive-extension', answering(schema, {}))).toHaveLength(1);
  });
});
