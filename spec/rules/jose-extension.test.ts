import { describe, expect, it } from 'vitest';
import { answer, files, lint, operation, parameter, responses } from './fixture.ts';

const compact = { type: 'string', pattern: '^x$' };
const plain = { type: 'object' };
const mark = { method: 'jwe', response: 'direct', payload: plain };
const fault = { schema: plain, examples: { envelope: { summary: 'Bad', value: { error: 'jwe_error' } } } };

function sealed(request: unknown, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return operation({
    parameters: [parameter('header', 'X-TW-JOSE-Method')],
    requestBody: { content: { 'application/jose+json': request, 'application/json': { schema: plain } } },
    responses: responses({ '400': answer({}, fault) }),
    ...changes,
  });
}

describe('jose-extension', () => {
  it('accepts a marked body', async () => {
    expect(await lint('jose-extension', files(sealed({ schema: compact, 'x-jose': mark })))).toEqual([]);
  });

  it.each([
    ['no mark', undefined, 'the x-jose mark is missing'],
    ['another method', { ...mark, method: 'jwt' }, 'jwe, jws or jwsjwe'],
    ['another response', { ...mark, response: 'later' }, 'direct or key'],
    ['another member', { ...mark, key: 'a' }, 'no member key'],
    ['no plaintext', { method: 'jwe' }, 'does not lead to a schema'],
    [
      'a plaintext that is not there',
      { ...mark, payload: { $ref: '../components/schemas/None.yaml' } },
      'does not lead to a schema',
    ],
  ])('refuses %s', async (_case, value, message) => {
    const media = value === undefined ? { schema: compact } : { schema: compact, 'x-jose': value };
    expect(await lint('jose-extension', files(sealed(media)))).toEqual([expect.stringContaining(message)]);
  });

  it('needs the compact serialization as schema', async () => {
    expect(await lint('jose-extension', files(sealed({ schema: plain, 'x-jose': mark })))).toHaveLength(1);
  });

  it('needs the method header and the envelope fault', async () => {
    const one = sealed({ schema: compact, 'x-jose': mark }, { parameters: [], responses: responses({}) });
    expect(await lint('jose-extension', files(one))).toHaveLength(2);
  });

  it('wants the sealed form first', async () => {
    const content = {
      'application/json': { schema: plain },
      'application/jose+json': { schema: compact, 'x-jose': mark },
    };
    const one = sealed({}, { requestBody: { content } });
    expect(await lint('jose-extension', files(one))).toEqual(['application/jose+json comes first.']);
  });

  it('refuses a mark on clear JSON', async () => {
    const one = operation({ responses: responses({ '200': answer({}, { schema: plain, 'x-jose': mark }) }) });
    expect(await lint('jose-extension', files(one))).toEqual([
      '200 (application/json): x-jose belongs on application/jose+json.',
    ]);
  });

  it('wants to know the key of an encrypted answer', async () => {
    const media = { schema: compact, 'x-jose': { method: 'jwe', payload: plain } };
    const one = operation({
      responses: responses({ '200': { ...answer(), content: { 'application/jose+json': media } } }),
    });
    expect(await lint('jose-extension', files(one))).toEqual([expect.stringContaining('under which key')]);
  });
});
