import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { RequestError } from '../errors/request-error.ts';
import { parseForm, parseJson } from './parse-body.ts';

function rejectionOf(work: () => unknown): RequestError {
  try {
    work();
  } catch (error) {
    if (error instanceof RequestError) return error;
  }
  throw new Error('The call did not throw a RequestError.');
}

describe('JSON', () => {
  test('parses every JSON value like JSON.parse', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test('keeps a member named __proto__ as an own property', () => {
    const value = parseJson('{"__proto__":{"admin":true}}') as { readonly admin?: unknown };
    expect(value.admin).toBeUndefined();
    expect(Object.keys(value)).toEqual(['__proto__']);
  });

  test.each(['', '{', '{"pin":"4711"', "{'pin':1}", 'NaN', '01', '[1,]', '\u0000'])(
    'rejects malformed JSON with 400: %j',
    (text) => {
      const error = rejectionOf(() => parseJson(text));
      expect(error).toMatchObject({ code: 'request.malformed', status: 400 });
      // The message of JSON.parse quotes the body.
      expect(JSON.stringify([error.message, error.cause])).not.toContain('4711');
    },
  );
});

describe('JSON limits', () => {
  const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const list = (item: string, count: number): string => `{"a":[${Array(count).fill(item).join(',')}]}`;
  const members = (count: number): string => `{${Array.from({ length: count }, (_, at) => `"k${at}":1`).join(',')}}`;

  test('accepts 64 levels and rejects 65, without exhausting the stack', () => {
    expect(() => parseJson(nested(64))).not.toThrow();
    for (const levels of [65, 200_000]) {
      expect(rejectionOf(() => parseJson(nested(levels)))).toMatchObject({
        code: 'request.malformed',
        message: 'The body is nested deeper than 64 levels.',
      });
    }
  });

  test('does not count siblings as levels', () => {
    expect(() => parseJson(list('{"a":[]}', 3_000))).not.toThrow();
  });

  test.each([
    ['lists in lists', list(nested(60), 17_000)],
    ['objects', list('{}', 700_000)],
    ['numbers', list('1', 1_000_000)],
    ['one member again and again', `{${Array(300_000).fill('"a":1').join(',')}}`],
    ['members', members(130_000)],
  ])('rejects two MiB of %s without calling JSON.parse', (_, text) => {
    const parse = vi.spyOn(JSON, 'parse');
    const error = rejectionOf(() => parseJson(text));
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
    expect(error).toMatchObject({
      code: 'request.malformed',
      message: 'The body holds more than 10000 values. Remove members that the operation does not document.',
    });
  });

  test('accepts 10000 values and rejects 10001', () => {
    expect(() => parseJson(list('1', 9_998))).not.toThrow();
    expect(() => parseJson(members(9_999))).not.toThrow();
    expect(rejectionOf(() => parseJson(list('1', 9_999))).code).toBe('request.malformed');
    expect(rejectionOf(() => parseJson(members(10_000))).code).toBe('request.malformed');
  });

  test.each([
    ['brackets and commas', '[{,'.repeat(100_000)],
    ['quotes', '"[,'.repeat(100_000)],
    ['backslashes', '\\[,'.repeat(100_000)],
    ['backslashes and quotes', '\\"[,\\\\"'.repeat(50_000)],
  ])('does not count %s inside a string', (_, text) => {
    expect(parseJson(JSON.stringify({ [text]: text }))).toEqual({ [text]: text });
  });

  test('continues to count after a string', () => {
    const ends = ['"', '\\\\', 'a\\"', '\\\\\\"'];
    for (const end of ends)
      expect(rejectionOf(() => parseJson(`["${end === '"' ? '' : end}",${nested(65)}]`))).toBeDefined();
  });
});

describe('forms', () => {
  test('decodes the members of a form', () => {
    expect(parseForm('grant_type=refresh_token&refresh_token=a%2Bb+c')).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'a+b c',
    });
  });

  test('omits a form member without a value (RFC 6749 §3.2)', () => {
    expect(parseForm('grant_type=&scope&email=a')).toEqual({ email: 'a' });
  });

  test.each(['a=1&a=2', 'a=1&a=1', 'a=&a=1'])('400 for a member given twice: %s', (text) => {
    expect(rejectionOf(() => parseForm(text))).toMatchObject({
      code: 'request.invalid',
      issues: [{ path: '/body/a', message: 'is given more than once.' }],
    });
  });

  test('does not repeat an undocumented member name in the error', () => {
    const { issues } = rejectionOf(() => parseForm('%3Cscript%3E=1&%3Cscript%3E=2'));
    expect(issues).toEqual([{ path: '/body', message: 'is given more than once.' }]);
  });

  test('accepts 1000 form members and rejects 1001 before it decodes them', () => {
    const form = (count: number): string => Array.from({ length: count }, (_, at) => `k${at}=1`).join('&');
    expect(Object.keys(parseForm(form(1_000)))).toHaveLength(1_000);
    for (const text of [form(1_001), '&'.repeat(1_000_000)]) {
      expect(rejectionOf(() => parseForm(text))).toMatchObject({
        code: 'request.malformed',
        message: 'The form has more than 1000 members. Remove members that the operation does not document.',
      });
    }
  });

  test.each(['toString=1', '__proto__=1', 'constructor=1'])('treats %s as an ordinary form member', (text) => {
    const form = parseForm(text);
    expect(Object.getPrototypeOf(form)).toBe(Object.prototype);
    expect(Object.entries(form)).toEqual([text.split('=')]);
  });
});
