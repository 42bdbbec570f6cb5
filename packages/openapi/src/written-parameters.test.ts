import { expect, it } from 'vitest';
import { readParameterValue } from './parameter-values.ts';
import type { ParameterLocation, ParameterStyle } from './parameters.ts';
import { splitCookies, splitQuery } from './raw-parameters.ts';
import { writeParameterValue } from './written-parameters.ts';

const LIST = { type: 'array', items: { type: 'string' } };
const OBJECT = { type: 'object', properties: { R: { type: 'integer' }, 'G B': { type: 'string' } } };
const VALUES = [
  [{ type: 'integer' }, 7],
  [{ type: 'string' }, 'a b'],
  [LIST, ['blue', 'black']],
  [OBJECT, { R: 100, 'G B': 'x' }],
] as const;
const STYLES: readonly (readonly [ParameterLocation, ParameterStyle, readonly boolean[]])[] = [
  ['path', 'simple', [true, false]],
  ['path', 'label', [true, false]],
  ['path', 'matrix', [true, false]],
  ['query', 'form', [true, false]],
  ['query', 'spaceDelimited', [false]],
  ['query', 'pipeDelimited', [false]],
  ['query', 'deepObject', [true]],
  ['header', 'simple', [true, false]],
  ['cookie', 'form', [false]],
];

it.each(
  STYLES.flatMap(([location, style, explodes]) =>
    explodes.flatMap((explode) => VALUES.map(([schema, value]) => ({ location, style, explode, schema, value }))),
  )
    .filter(({ style, value }) => style !== 'deepObject' || (typeof value === 'object' && !Array.isArray(value)))
    // A blank in a name is a delimiter there.
    .filter(({ style, schema }) => style !== 'spaceDelimited' || schema !== OBJECT),
)('writes $value for $location, $style, explode $explode, so that it reads the same', (each) => {
  const { location, style, explode, schema, value } = each;
  const parameter = { name: 'p', in: location, style, explode, schema, allowEmptyValue: false };
  const pairs = writeParameterValue(parameter, value);
  const text = pairs.map(([name, each]) => `${name}=${each}`).join('&');
  const raw = {
    path: { p: pairs[0]?.[1] ?? '' },
    query: splitQuery(text),
    header: { p: pairs[0]?.[1] ?? '' },
    cookie: splitCookies(text),
  };
  const read = readParameterValue({}, parameter, raw);
  // A header has no percent-encoding, so a name with a space is written as it is encoded.
  const expected = location === 'header' && schema === OBJECT ? { R: 100, 'G%20B': 'x' } : value;
  expect(read).toEqual({ value: expected });
});

it('writes a parameter of JSON as one text', () => {
  const parameter = { name: 'f', in: 'query', style: 'form', explode: true, mediaType: 'application/json' } as const;
  expect(writeParameterValue(parameter, { a: 1 })).toEqual([['f', '%7B%22a%22%3A1%7D']]);
});
