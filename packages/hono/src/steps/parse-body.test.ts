import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RequestError } from '../errors/request-error.ts';
import { parseForm, parseJson, requireShallow } from './parse-body.ts';

function refusal(work: () => unknown): RequestError {
  try {
    work();
  } catch (error) {
    if (error instanceof RequestError) return error;
  }
  throw new Error('It was not refused');
}

describe('JSON', () => {
  test('any value comes back as it was', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test('a member named __proto__ is a member and nothing more', () => {
    const value = parseJson('{"__proto__":{"admin":true}}') as { readonly admin?: unknown };
    expect(value.admin).toBeUndefined();
    expect(Object.keys(value)).toEqual(['__proto__']);
  });

  test.each(['', '{', '{"pin":"4711"', "{'pin':1}", 'NaN', '01', '[1,]', '\u0000'])('400 for %j', (text) => {
    const error = refusal(() => parseJson(text));
    expect(error).toMatchObject({ code: 'request.malformed', status: 400 });
    // What the parser says quotes the body.
    expect(JSON.stringify([error.message, error.cause])).not.toContain('4711');
  });
});

describe('nesting', () => {
  const nested = (levels: number): unknown => JSON.parse(`${'{"a":['.repeat(levels / 2)}${']}'.repeat(levels / 2)}`);

  test('64 levels are fine, 66 are not, and neither is the end of the stack', () => {
    expect(() => requireShallow(nested(64))).not.toThrow();
    expect(refusal(() => requireShallow(nested(66))).code).toBe('request.malformed');
    expect(refusal(() => requireShallow(nested(200_000))).code).toBe('request.malformed');
  });

  test('breadth is no depth', () => {
    expect(() => requireShallow(Array.from({ length: 100_000 }, () => ({ a: null })))).not.toThrow();
  });

  test.each([undefined, null, 1, 'text', true])('%s has none', (value) => {
    expect(() => requireShallow(value)).not.toThrow();
  });
});

describe('forms', () => {
  test('members come back decoded', () => {
    expect(parseForm('grant_type=refresh_token&refresh_token=a%2Bb+c')).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'a+b c',
    });
  });

  test('a member without a value is left out (RFC 6749 §3.2)', () => {
    expect(parseForm('grant_type=&scope&email=a')).toEqual({ email: 'a' });
  });

  test.each(['a=1&a=2', 'a=1&a=1', 'a=&a=1'])('400 for a member given twice: %s', (text) => {
    expect(refusal(() => parseForm(text))).toMatchObject({
      code: 'request.invalid',
      faults: [{ path: '/body/a', message: 'is given more than once.', limits: [] }],
    });
  });

  test('a name that could be anything is not repeated', () => {
    const { faults } = refusal(() => parseForm('%3Cscript%3E=1&%3Cscript%3E=2'));
    expect(faults).toEqual([{ path: '/body', message: 'is given more than once.', limits: [] }]);
  });

  test.each(['toString=1', '__proto__=1', 'constructor=1'])('%s is a member like any other', (text) => {
    const form = parseForm(text);
    expect(Object.getPrototypeOf(form)).toBe(Object.prototype);
    expect(Object.entries(form)).toEqual([text.split('=')]);
  });
});
