import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

test('equal values give equal text, and different ones different text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const same = JSON.stringify(a) === JSON.stringify(b);
      if (same) expect(canonicalJson(a)).toBe(canonicalJson(b));
      expect(canonicalJson([a, b]) === canonicalJson([b, a])).toBe(canonicalJson(a) === canonicalJson(b));
    }),
  );
});

test('the order of members does not matter, the order of items does', () => {
  expect(canonicalJson({ a: 1, b: { c: [1], d: null } })).toBe(canonicalJson({ b: { d: null, c: [1] }, a: 1 }));
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
});

test.each([
  [{ a: 1 }, ['a', 1]],
  [{ a: 1 }, [['a', 1]]],
  [{}, []],
  [{ a: '1' }, { a: 1 }],
  [{ a: null }, {}],
  ['null', null],
])('%j and %j are not the same', (a, b) => {
  expect(canonicalJson(a)).not.toBe(canonicalJson(b));
});

test('a member that is undefined is as good as absent', () => {
  expect(canonicalJson({ a: undefined })).toBe(canonicalJson({}));
  expect(canonicalJson(undefined)).toBe('null');
});
