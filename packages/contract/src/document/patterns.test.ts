import { describe, expect, it } from 'vitest';
import { request } from '../../test/support/requests.ts';
import { createMockGateway } from '../gateway/gateway.ts';
import { unsupportedFeatures } from '../gateway/unsupported-features.ts';
import { openContract } from './contract-document.ts';
import { readableWithUnicode } from './patterns.ts';

describe('a pattern that was written without Unicode in mind', () => {
  it.each([
    ['^[^\\@]+\\@[^\\@]+$', 'a@b', 'a@b@c'],
    ['^\\d+\\-\\d+$', '1-2', '1+2'],
    ['^[\\w-.]+$', 'a-b.c', 'a,b'],
    ['^[a\\-z]+\\@$', 'a-z@', 'b@'],
    ['^\\_\\#\\é$', '_#é', '_#e'],
  ])('means the same with it: %s', (pattern, good, bad) => {
    expect(() => new RegExp(pattern, 'u').test('')).toThrow();
    const readable = new RegExp(readableWithUnicode(pattern), 'u');
    for (const text of [good, bad]) expect(readable.test(text)).toBe(new RegExp(pattern).test(text));
    expect([readable.test(good), readable.test(bad)]).toEqual([true, false]);
  });

  it.each(['^\\p{L}+$', '^[\\w\\-.]+\\/$', '(', '\\'])(
    'is left alone where it need not or cannot change: %s',
    (pattern) => {
      expect(readableWithUnicode(pattern)).toBe(pattern);
    },
  );

  it('is validated by', async () => {
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
