import { describe, expect, it } from 'vitest';
import { request } from '../../test/support/requests.ts';
import { createMockGateway } from '../gateway/gateway.ts';
import { unsupportedFeatures } from '../gateway/unsupported-features.ts';
import { openContract } from './contract-document.ts';
import { toUnicodePattern } from './patterns.ts';

describe('a pattern that does not compile with the Unicode flag', () => {
  it.each([
    ['^[^\\@]+\\@[^\\@]+$', 'a@b', 'a@b@c'],
    ['^\\d+\\-\\d+$', '1-2', '1+2'],
    ['^[\\w-.]+$', 'a-b.c', 'a,b'],
    ['^[a\\-z]+\\@$', 'a-z@', 'b@'],
    ['^\\_\\#\\é$', '_#é', '_#e'],
  ])('is rewritten with the same meaning: %s', (pattern, good, bad) => {
    expect(() => new RegExp(pattern, 'u').test('')).toThrow();
    const readable = new RegExp(toUnicodePattern(pattern), 'u');
    for (const text of [good, bad]) expect(readable.test(text)).toBe(new RegExp(pattern).test(text));
    expect([readable.test(good), readable.test(bad)]).toEqual([true, false]);
  });

  it.each(['^\\p{L}+$', '^[\\w\\-.]+\\/$', '(', '\\'])(
    'stays as it is when it compiles or cannot be rewritten: %s',
    (pattern) => {
      expect(toUnicodePattern(pattern)).toBe(pattern);
    },
  );

  it('is used for validation', async () => {
    const schema = { type: 'object', properties: { mail: { type: 'string', pattern: '^[^\\@]+\\@[^\\@]+$' } } };
    const example = { pattern: '\\@' };
    const requestBody = { content: { 'application/json': { schema, example } } };
    const contract = await openContract({
      openapi: '3.0.3',
      info: { title: 'Mail', version: '1' },
      paths: { '/a': { post: { requestBody, responses: { 204: { description: 'Sent' } } } } },
    });
    expect(unsupportedFeatures(contract)).toEqual([]);
    const { violations } = await createMockGateway({ contract }).exchange(
      request('POST', '/a', {}, { mail: 'nobody' }),
    );
    expect(violations).toMatchObject([{ location: 'body.mail', code: 'pattern' }]);
  });
});
