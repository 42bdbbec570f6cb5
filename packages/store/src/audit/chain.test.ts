import { expect, it } from 'vitest';
import { canonicalJson } from './chain.ts';

it.each([
  [{ b: 1, a: { d: null, c: [1, 'x', true] } }, '{"a":{"c":[1,"x",true],"d":null},"b":1}'],
  [{ '\u20ac': 1, '\r': 2, '1': 3 }, '{"\\r":2,"1":3,"€":1}'],
  [{ a: undefined, n: 1e21, z: -0 }, '{"n":1e+21,"z":0}'],
  ['"\u2028', '"\\"\u2028"'],
])('canonical JSON of %j has one text (RFC 8785)', (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});
