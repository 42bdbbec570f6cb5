import { expect, it } from 'vitest';
import type { Schema } from './document.ts';
import { readForm } from './form-values.ts';
import { type ParameterValue, readParameterValue } from './parameter-values.ts';
import type { ParameterLocation, ParameterStyle } from './parameters.ts';
import { splitCookies, splitQuery } from './raw-parameters.ts';

const INTEGERS: Schema = { type: 'array', items: { type: 'integer' } };
const POINT: Schema = { type: 'object', properties: { x: { type: 'integer' }, on: { type: 'boolean' } } };
const document = { components: { schemas: { Ids: INTEGERS, Point: POINT } } };

interface Sent {
  readonly path?: string;
  readonly query?: string;
  readonly header?: string;
  readonly cookie?: string;
}

function read(
  location: ParameterLocation,
  style: ParameterStyle,
  explode: boolean,
  schema: Schema,
  text: string | undefined,
  more: { readonly allowEmptyValue?: boolean; readonly mediaType?: string; readonly reading?: 'text' } = {},
): ParameterValue {
  const { allowEmptyValue = false, mediaType, reading } = more;
  const sent: Sent = text === undefined ? {} : { [location]: text };
  return readParameterValue(
    document,
    { name: 'v', in: location, style, explode, schema, allowEmptyValue, ...(mediaType ? { mediaType } : {}) },
    {
      path: sent.path === undefined ? {} : { v: sent.path },
      query: splitQuery(sent.query ?? ''),
      header: sent.header === undefined ? {} : { v: sent.header },
      cookie: splitCookies(sent.cookie ?? ''),
    },
    reading,
  );
}

const scalar: Schema = { type: 'integer' };
/** Each cell of location, style, explode and kind of schema, with the text of OpenAPI's own table. */
it.each<[ParameterLocation, ParameterStyle, boolean, string, Schema, string, unknown]>([
  ['path', 'simple', false, 'scalar', scalar, '5', 5],
  ['path', 'simple', true, 'scalar', scalar, '5', 5],
  ['path', 'simple', false, 'list', INTEGERS, '3,4', [3, 4]],
  ['path', 'simple', true, 'list', INTEGERS, '3,4', [3, 4]],
  ['path', 'simple', false, 'object', POINT, 'x,1,on,true', { x: 1, on: true }],
  ['path', 'simple', true, 'object', POINT, 'x=1,on=true', { x: 1, on: true }],
  ['path', 'label', false, 'scalar', scalar, '.5', 5],
  ['path', 'label', true, 'scalar', scalar, '.5', 5],
  ['path', 'label', false, 'list', INTEGERS, '.3,4', [3, 4]],
  ['path', 'label', false, 'list with the dots of OpenAPI 3.0.0', INTEGERS, '.3.4', [3, 4]],
  ['path', 'label', true, 'list', INTEGERS, '.3.4', [3, 4]],
  ['path', 'label', false, 'object', POINT, '.x,1,on,true', { x: 1, on: true }],
  ['path', 'label', true, 'object', POINT, '.x=1.on=true', { x: 1, on: true }],
  ['path', 'matrix', false, 'scalar', scalar, ';v=5', 5],
  ['path', 'matrix', true, 'scalar', scalar, ';v=5', 5],
  ['path', 'matrix', false, 'empty scalar', { type: 'string' }, ';v', ''],
  ['path', 'matrix', false, 'list', INTEGERS, ';v=3,4', [3, 4]],
  ['path', 'matrix', true, 'list', INTEGERS, ';v=3;v=4', [3, 4]],
  ['path', 'matrix', false, 'object', POINT, ';v=x,1,on,true', { x: 1, on: true }],
  ['path', 'matrix', true, 'object', POINT, ';x=1;on=true', { x: 1, on: true }],
  ['query', 'form', false, 'scalar', scalar, 'v=5', 5],
  ['query', 'form', true, 'scalar', scalar, 'v=5', 5],
  ['query', 'form', false, 'list', INTEGERS, 'v=3,4', [3, 4]],
  ['query', 'form', true, 'list', INTEGERS, 'v=3&v=4', [3, 4]],
  ['query', 'form', false, 'object', POINT, 'v=x,1,on,true', { x: 1, on: true }],
  ['query', 'form', true, 'object', POINT, 'x=1&on=true', { x: 1, on: true }],
  ['query', 'spaceDelimited', false, 'list', INTEGERS, 'v=3%204', [3, 4]],
  ['query', 'spaceDelimited', false, 'list with plus signs', INTEGERS, 'v=3+4', [3, 4]],
  ['query', 'spaceDelimited', true, 'list', INTEGERS, 'v=3&v=4', [3, 4]],
  ['query', 'spaceDelimited', false, 'object', POINT, 'v=x%201%20on%20true', { x: 1, on: true }],
  ['query', 'pipeDelimited', false, 'list', INTEGERS, 'v=3|4', [3, 4]],
  ['query', 'pipeDelimited', false, 'encoded list', INTEGERS, 'v=3%7C4', [3, 4]],
  ['query', 'pipeDelimited', true, 'list', INTEGERS, 'v=3&v=4', [3, 4]],
  ['query', 'pipeDelimited', false, 'object', POINT, 'v=x|1|on|true', { x: 1, on: true }],
  ['query', 'deepObject', true, 'object', POINT, 'v[x]=1&v%5Bon%5D=true', { x: 1, on: true }],
  ['query', 'deepObject', false, 'object', POINT, 'v[x]=1', { x: 1 }],
  ['header', 'simple', false, 'scalar', scalar, '5', 5],
  ['header', 'simple', true, 'scalar', scalar, '5', 5],
  ['header', 'simple', false, 'list', INTEGERS, '3, 4', [3, 4]],
  ['header', 'simple', true, 'list', INTEGERS, '3,4', [3, 4]],
  ['header', 'simple', false, 'object', POINT, 'x,1,on,true', { x: 1, on: true }],
  ['header', 'simple', true, 'object', POINT, 'x=1, on=true', { x: 1, on: true }],
  ['cookie', 'form', false, 'scalar', scalar, 'v=5', 5],
  ['cookie', 'form', true, 'scalar', scalar, 'a=1; v=5', 5],
  ['cookie', 'form', false, 'list', INTEGERS, 'v=3,4', [3, 4]],
  ['cookie', 'form', true, 'list', INTEGERS, 'v=3; v=4', [3, 4]],
  ['cookie', 'form', false, 'object', POINT, 'v=x,1,on,true', { x: 1, on: true }],
  ['cookie', 'form', true, 'object', POINT, 'x=1; on=true', { x: 1, on: true }],
])('reads a %s parameter, style %s, explode %s: %s', (location, style, explode, _, schema, text, value) => {
  expect(read(location, style, explode, schema, text)).toEqual({ value });
});

it.each<[ParameterLocation, ParameterStyle, boolean, Schema]>([
  ['query', 'form', true, scalar],
  ['query', 'form', true, INTEGERS],
  ['query', 'form', false, INTEGERS],
  ['query', 'form', true, POINT],
  ['query', 'form', true, { ...(POINT as object), required: ['x'] }],
  ['query', 'spaceDelimited', false, INTEGERS],
  ['query', 'pipeDelimited', true, INTEGERS],
  ['query', 'deepObject', true, POINT],
  ['header', 'simple', false, INTEGERS],
  ['cookie', 'form', true, INTEGERS],
  ['cookie', 'form', true, POINT],
])('finds no value of a %s parameter, style %s, explode %s, that was not sent', (location, style, explode, schema) => {
  expect(read(location, style, explode, schema, undefined)).toBeUndefined();
});

const OR_NULL = (schema: Schema): Schema[] => [
  { anyOf: [schema, { type: 'null' }] },
  { oneOf: [{ type: 'null' }, schema] },
  { allOf: [schema] },
  { ...(schema as object), nullable: true },
];
it.each([
  ...OR_NULL(INTEGERS),
  { type: ['array', 'null'], items: { type: 'integer' } },
  { anyOf: [{ $ref: '#/components/schemas/Ids' }, { type: 'null' }] },
  { $ref: '#/components/schemas/Ids' },
])('reads one value as a list of one: %j', (schema) => {
  expect(read('query', 'form', true, schema, 'v=1')).toEqual({ value: [1] });
});

/** RFC 8259, section 6, and the two names of booleans. */
it.each<[string, string, unknown]>([
  ['number', '1.5', 1.5],
  ['number', '1e3', 1000],
  ['number', '-0.25E-2', -0.0025],
  ['integer', '0', 0],
  ['integer', '1.0', 1],
  ['integer', '0x10', '0x10'],
  ['integer', '010', '010'],
  ['integer', '%2B5', '+5'],
  ['integer', '%201', ' 1'],
  ['integer', '1%0A', '1\n'],
  ['integer', '', ''],
  ['number', '1e400', '1e400'],
  ['number', 'Infinity', 'Infinity'],
  ['number', 'NaN', 'NaN'],
  ['number', '.5', '.5'],
  ['number', '5.', '5.'],
  ['number', '1_000', '1_000'],
  ['boolean', 'true', true],
  ['boolean', 'false', false],
  ['boolean', 'True', 'True'],
  ['boolean', '1', '1'],
  ['boolean', '', ''],
  ['string', '7', '7'],
  ['string', 'true', 'true'],
  ['string', '', ''],
])('reads a %s from the text %j', (type, text, value) => {
  expect(read('query', 'form', true, { type }, `v=${text}`)).toEqual({ value });
});

it.each<[string, Schema, unknown]>([
  ['v=7', { type: ['integer', 'string'] }, 7],
  ['v=x', { type: ['integer', 'string'] }, 'x'],
  ['v=2', { enum: [1, 2] }, 2],
  ['v=all', { anyOf: [{ type: 'integer' }, { const: 'all' }] }, 'all'],
  ['v=7', {}, '7'],
  ['v=1&v=2', scalar, ['1', '2']],
  ['v=a%2Cb', { type: 'array', items: { type: 'string' } }, ['a,b']],
])('reads %s by the types that a schema accepts: %j', (text, schema, value) => {
  expect(read('query', 'form', true, schema, text)).toEqual({ value });
});

it('keeps a text where the reading asks for it', () => {
  expect(read('query', 'form', true, { type: ['integer', 'string'] }, 'v=7', { reading: 'text' })).toEqual({
    value: '7',
  });
});

it.each<[ParameterLocation, ParameterStyle, boolean, Schema, string, unknown]>([
  ['query', 'form', false, { type: 'array', items: { type: 'string' } }, 'v=a%2Cb,c', ['a,b', 'c']],
  ['path', 'simple', false, { type: 'array', items: { type: 'string' } }, 'a%2Cb,c', ['a,b', 'c']],
  ['query', 'form', false, INTEGERS, 'v=', []],
  ['query', 'form', true, INTEGERS, 'v=', ['']],
  ['header', 'simple', false, { type: 'array', items: { type: 'string' } }, 'a,, "b,c" ,', ['a', '"b,c"']],
  ['header', 'simple', false, { type: 'string' }, 'a%20b', 'a%20b'],
  ['query', 'form', true, { type: 'string' }, 'v=a+b%26c/d?e', 'a b&c/d?e'],
])(
  'reads delimiters and data of a %s parameter, style %s, explode %s',
  (location, style, explode, schema, text, value) => {
    expect(read(location, style, explode, schema, text)).toEqual({ value });
  },
);

const RANGE: Schema = {
  type: 'object',
  properties: { range: { type: 'object', properties: { from: { type: 'integer' } } }, ids: INTEGERS },
  additionalProperties: { type: 'boolean' },
};
it.each([
  ['v[range][from]=1', { range: { from: 1 } }],
  ['v[ids]=1&v[ids]=2', { ids: [1, 2] }],
  ['v[ids][]=1&v[ids][]=2', { ids: [1, 2] }],
  ['v[ids][0]=1&v[ids][1]=2', { ids: [1, 2] }],
  ['v[other]=true', { other: true }],
])('reads members of members of a deepObject: %s', (text, value) => {
  expect(read('query', 'deepObject', true, RANGE, text)).toEqual({ value });
});

it('reads free members of an exploded object, but no names of other parameters', () => {
  const parameter = { name: 'v', in: 'query', style: 'form', explode: true, allowEmptyValue: false } as const;
  const schema: Schema = { type: 'object', additionalProperties: { type: 'integer' } };
  const raw = { path: {}, header: {}, cookie: [], query: splitQuery('a=1&page=2') };
  expect(readParameterValue({}, { ...parameter, schema }, raw, 'typed', new Set(['page']))).toEqual({
    value: { a: 1 },
  });
});

it('accepts an empty value only where allowEmptyValue says so', () => {
  expect(read('query', 'form', true, scalar, 'v=', { allowEmptyValue: true })).toEqual({ empty: true });
  expect(read('query', 'form', true, scalar, 'v', { allowEmptyValue: true })).toEqual({ empty: true });
  expect(read('query', 'form', true, scalar, 'v=')).toEqual({ value: '' });
});

it.each<[ParameterLocation, ParameterStyle, boolean, Schema, string]>([
  ['path', 'label', false, scalar, 'red'],
  ['path', 'matrix', false, scalar, 'v=5'],
  ['path', 'matrix', false, scalar, ';w=5'],
  ['path', 'simple', false, POINT, 'x,1,on'],
  ['path', 'simple', true, POINT, 'x'],
  ['query', 'deepObject', true, POINT, 'v=1'],
  ['query', 'form', false, INTEGERS, 'v=1&v=2'],
])(
  'rejects a %s parameter that is not written in its style: %s, explode %s',
  (location, style, explode, schema, text) => {
    expect(read(location, style, explode, schema, text)).toEqual({ error: 'style' });
  },
);

it('rejects an invalid percent-encoding in a path, and keeps it elsewhere', () => {
  const text: Schema = { type: 'string' };
  expect(read('path', 'simple', false, text, '%zz')).toEqual({ error: 'encoding' });
  expect(read('query', 'form', true, text, 'v=100%')).toEqual({ value: '100%' });
  expect(read('cookie', 'form', true, text, 'v=100%')).toEqual({ value: '100%' });
});

it.each<[ParameterLocation, string]>([
  ['query', 'v=%7B%22x%22%3A1%7D'],
  ['header', '{"x":1}'],
  ['cookie', 'v=%7B%22x%22%3A1%7D'],
  ['path', '%7B%22x%22%3A1%7D'],
])('reads JSON content of a %s parameter', (location, text) => {
  const json = { mediaType: 'application/json' };
  expect(read(location, 'form', true, POINT, text, json)).toEqual({ value: { x: 1 } });
  expect(
    read(location, 'form', true, POINT, location === 'query' || location === 'cookie' ? 'v=x' : 'x', json),
  ).toEqual({
    error: 'json',
  });
});

it('finds cookies by their whole name', () => {
  expect(splitCookies('xsid=1; a=sid=2; sid="3"')).toEqual([
    ['xsid', '1'],
    ['a', 'sid=2'],
    ['sid', '3'],
  ]);
});

const FORM: Schema = {
  type: 'object',
  properties: { ids: INTEGERS, name: { type: 'string' }, point: { $ref: '#/components/schemas/Point' } },
};
it.each<[string, object, object]>([
  ['ids=1&ids=2&name=7', {}, { ids: [1, 2], name: '7' }],
  ['ids=1', {}, { ids: [1] }],
  ['name=a&name=b', {}, { name: ['a', 'b'] }],
  ['point=%7B%22x%22%3A1%7D&other=z', {}, { point: { x: 1 }, other: 'z' }],
  ['ids=1,2', { ids: { style: 'form', explode: false } }, { ids: [1, 2] }],
  ['point[x]=1', { point: { style: 'deepObject', explode: true } }, { point: { x: 1 } }],
  ['x=1&on=true', { point: { style: 'form', explode: true } }, { point: { x: 1, on: true } }],
])('reads the form %s with the encoding %j', (text, encoding, value) => {
  expect(readForm(document, FORM, splitQuery(text), { encoded: true, encoding: { ...encoding } })).toEqual(value);
});
