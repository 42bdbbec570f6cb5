import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

test('gives equal values equal text, and different values different text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const same = JSON.stringify(a) === JSON.stringify(b);
      if (same) expect(canonicalJson(a)).toBe(canonicalJson(b));
      expect(canonicalJson([a, b]) === canonicalJson([b, a])).toBe(canonicalJson(a) === canonicalJson(b));
    }),
  );
});

test('ignores the order of members, but not the order of items', () => {
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
])('gives %j and %j different text', (a, b) => {
  expect(canonicalJson(a)).not.toBe(canonicalJson(b));
});

test('leaves out members with the value undefined', () => {
  expect(canonicalJson({ a: undefined })).toBe('{}');
});

test.each([
  [{ b: 1, a: { d: null, c: [1, 'x', true] } }, '{"a":{"c":[1,"x",true],"d":null},"b":1}'],
  [{ '\u20ac': 1, '\r': 2, '1': 3 }, '{"\\r":2,"1":3,"€":1}'],
  [{ a: undefined, n: 1e21, z: -0 }, '{"n":1e+21,"z":0}'],
  ['"\u2028', '"\\"\u2028"'],
  [[1, undefined], '[1,null]'],
])('writes %j as RFC 8785 prescribes', (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test.each([undefined, Number.NaN, 1n, () => 1, new Map()])('throws TypeError for %s', (value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
});
