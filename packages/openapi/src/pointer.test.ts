import { describe, expect, it } from 'vitest';
import { formatPointer, parsePointer, valueAt } from './pointer.ts';

// RFC 6901, section 5.
const document = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'c%d': 2, 'm~n': 8, ' ': 7 };

describe('valueAt', () => {
  it.each([
    ['', document],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/m~0n', 8],
    ['/ ', 7],
  ])('returns the value at "%s"', (pointer, value) => {
    expect(valueAt(document, pointer)).toEqual(value);
  });

  it.each(['/bar', '/foo/2', '/foo/01', '/foo/-', '/foo/length', '/foo/0/1', '/toString'])(
    'returns undefined where "%s" points to nothing',
    (pointer) => {
      expect(valueAt(document, pointer)).toBeUndefined();
    },
  );
});

describe('parsePointer and formatPointer', () => {
  it.each([[''], ['/'], ['/paths/~1v1~1me/get'], ['/~01']])('are inverse for "%s"', (pointer) => {
    expect(formatPointer(parsePointer(pointer))).toBe(pointer);
  });

  it('throws a TypeError for a text that does not start with a slash', () => {
    expect(() => parsePointer('paths/get')).toThrow("'paths/get' is not a JSON Pointer");
  });
});
