import {
  acceptsType,
  asArray,
  type OpenApiDocument,
  type Schema,
  type SchemaShape,
  schemaShape,
} from '@sca-kit/openapi';
import type { Random } from './random.ts';

/** A value that a schema rejects, and what is wrong with it. */
export interface InvalidValue {
  readonly problem: string;
  readonly value: unknown;
}

const MAX_TEXT = 100_000;

/** Values that break one rule of the schema each. Rules of members inside an object are not covered here. */
export function invalidValues(document: OpenApiDocument, schema: Schema, random: Random): InvalidValue[] {
  const shape = schemaShape(document, schema);
  const { keywords } = shape;
  const values: InvalidValue[] = [];
  const candidates: Readonly<Record<string, unknown>> = {
    string: random.letters(6),
    integer: 1 + random.int(1000),
    boolean: true,
    array: [],
    object: {},
  };
  if (shape.types.length > 0) {
    const other = Object.keys(candidates).filter((type) => !acceptsType(shape, type));
    if (other.length > 0) {
      const type = random.pick(other);
      values.push({ problem: `of the wrong type (${type})`, value: candidates[type] });
    }
    if (!shape.nullable) values.push({ problem: 'null', value: null });
  }
  if (Array.isArray(keywords.enum) || 'const' in keywords) {
    const wrong =
      typeof asArray(keywords.enum)[0] === 'number' ? 987_654_321 : `NOT_${random.letters(6).toUpperCase()}`;
    values.push({ problem: 'outside the enumeration', value: wrong });
  }
  if (acceptsType(shape, 'string') && shape.types.length > 0) values.push(...wrongTexts(shape, random));
  if (shape.types.includes('integer') || shape.types.includes('number')) values.push(...invalidNumbers(shape, random));
  if (shape.types.includes('array')) values.push(...invalidArrays(document, shape, random));
  return values;
}

/** Texts that break one rule each; fit for a parameter as well. */
export function wrongTexts(shape: SchemaShape, random: Random): InvalidValue[] {
  const { minLength, maxLength, pattern, format } = shape.keywords;
  const values: InvalidValue[] = [];
  const max = typeof maxLength === 'number' ? maxLength : Number.POSITIVE_INFINITY;
  const min = typeof minLength === 'number' ? minLength : 0;
  if (max < MAX_TEXT) values.push({ problem: 'too long', value: textOfLength(pattern, max + 1, random) });
  if (min > 0) values.push({ problem: 'too short', value: textOfLength(pattern, min - 1, random) });
  if (typeof pattern === 'string') {
    const wrong = notMatching(pattern, Math.max(min, 1), max, random);
    if (wrong !== undefined) values.push({ problem: 'against the pattern', value: wrong });
  }
  if (typeof format === 'string' && FORMATS.has(format)) {
    values.push({ problem: `not a ${format}`, value: random.letters(Math.max(1, Math.min(8, max))) });
  }
  return values;
}

/** Formats that plain letters never satisfy. */
const FORMATS = new Set(['uuid', 'date', 'date-time', 'time', 'email', 'uri', 'ipv4', 'ipv6']);

/** Text of a length, made of a digit when the pattern looks for digits, so that only the length is wrong. */
const textOfLength = (pattern: unknown, length: number, random: Random): string =>
  typeof pattern === 'string' && /\\d|0-9/.test(pattern)
    ? String(random.int(10)).repeat(length)
    : random.letters(length);

function notMatching(pattern: string, min: number, max: number, random: Random): string | undefined {
  const expression = compile(pattern);
  if (!expression) return undefined;
  const length = Math.min(Math.max(min, 4), max);
  const candidates = ['!', '~', random.letters(1), String(random.int(10)), '-', '_'].map((char) => char.repeat(length));
  return candidates.find((candidate) => !expression.test(candidate));
}

function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return undefined;
  }
}

/** Numbers that break one rule each. */
export function invalidNumbers(shape: SchemaShape, random: Random): InvalidValue[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = shape.keywords;
  const values: InvalidValue[] = [];
  const step = 1 + random.int(5);
  if (typeof minimum === 'number') values.push({ problem: 'below the minimum', value: minimum - step });
  if (typeof exclusiveMinimum === 'number')
    values.push({ problem: 'at the excluded minimum', value: exclusiveMinimum });
  if (typeof maximum === 'number') values.push({ problem: 'above the maximum', value: beyond(maximum, step) });
  if (typeof exclusiveMaximum === 'number')
    values.push({ problem: 'at the excluded maximum', value: exclusiveMaximum });
  if (!acceptsType(shape, 'number') && acceptsType(shape, 'integer'))
    values.push({ problem: 'not whole', value: step + 0.5 });
  return values;
}

/** Above 2^53 neighbours are more than one apart. */
const beyond = (maximum: number, step: number): number => (maximum + step > maximum ? maximum + step : maximum * 2);

function invalidArrays(document: OpenApiDocument, shape: SchemaShape, random: Random): InvalidValue[] {
  const { minItems, maxItems } = shape.keywords;
  const item = shape.items === undefined ? undefined : schemaShape(document, shape.items);
  const values: InvalidValue[] = [];
  const filler = asArray(item?.keywords.enum)[0] ?? (item?.types[0] === 'integer' ? 1 : random.letters(4));
  if (typeof minItems === 'number' && minItems > 0) values.push({ problem: 'with too few items', value: [] });
  if (typeof maxItems === 'number' && maxItems < 1000) {
    values.push({ problem: 'with too many items', value: Array.from({ length: maxItems + 1 }, () => filler) });
  }
  return values;
}
