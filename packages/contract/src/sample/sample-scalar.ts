import type { JsonObject } from '@sca-kit/openapi';
import fc from 'fast-check';
import { isMultiple } from '../gateway/decimal.ts';

/** Texts of the formats that a validator asserts. */
const FORMATS: Readonly<Record<string, string>> = {
  byte: 'c3RyaW5n',
  date: '2026-01-31',
  'date-time': '2026-01-31T12:00:00Z',
  duration: 'P1D',
  email: 'user@example.com',
  hostname: 'example.com',
  'idn-email': 'user@example.com',
  'idn-hostname': 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  iri: 'https://example.com/',
  'json-pointer': '/a',
  regex: '^a$',
  time: '12:00:00Z',
  uri: 'https://example.com/',
  'uri-reference': '/a',
  'uri-template': '/a/{b}',
  url: 'https://example.com/',
  uuid: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
};

/** The number of texts that are tried for a pattern. The seed is fixed, so that the same schema gets the same text. */
const ATTEMPTS = 100;

/** Makes a text by its pattern, format and length. */
export function sampleText({ pattern, format, minLength, maxLength }: JsonObject, variant: number): string {
  const min = typeof minLength === 'number' ? minLength : 0;
  const max = typeof maxLength === 'number' ? maxLength : Number.POSITIVE_INFINITY;
  const known = typeof format === 'string' ? FORMATS[format] : undefined;
  if (typeof pattern === 'string' && !(known && compile(pattern)?.test(known))) {
    const texts = textsOf(pattern, max, variant);
    const found = texts.find((text) => [...text].length >= min && [...text].length <= max);
    if (found !== undefined) return found;
  }
  const text = known ?? 'string';
  return text.length > max ? text.slice(0, max) : text.padEnd(min, 'a');
}

function textsOf(pattern: string, max: number, seed: number): readonly string[] {
  const whole = compile(pattern);
  const constraints = Number.isFinite(max) ? { maxLength: max } : {};
  // Texts cannot be made for assertions, but some texts meet them by chance.
  for (const part of [pattern, pattern.replaceAll(/\(\?<?[=!][^()]*\)/g, '')]) {
    const expression = compile(part);
    if (!whole || !expression) return [];
    try {
      const texts = fc.sample(fc.stringMatching(expression, constraints), { numRuns: ATTEMPTS, seed });
      return texts.filter((text) => whole.test(text));
    } catch {
      // fast-check does not support a part of the pattern.
    }
  }
  return [];
}

function compile(pattern: string): RegExp | undefined {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(pattern, flags);
    } catch {
      // Not a pattern in this mode.
    }
  }
  return undefined;
}

/** Makes the number that is nearest to zero. */
export function sampleNumber(schema: JsonObject, isInteger: boolean): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const step = typeof multipleOf === 'number' ? multipleOf : isInteger ? 1 : 0.5;
  const fits = (value: number): boolean =>
    !(typeof minimum === 'number' && value < minimum) &&
    !(typeof maximum === 'number' && value > maximum) &&
    !(typeof exclusiveMinimum === 'number' && value <= exclusiveMinimum) &&
    !(exclusiveMinimum === true && value === minimum) &&
    !(typeof exclusiveMaximum === 'number' && value >= exclusiveMaximum) &&
    !(exclusiveMaximum === true && value === maximum) &&
    !(isInteger && !Number.isInteger(value)) &&
    !(typeof multipleOf === 'number' && !isMultiple(value, multipleOf));
  const bounds = [minimum, exclusiveMinimum, maximum, exclusiveMaximum].filter((bound) => typeof bound === 'number');
  const near = bounds.flatMap((bound) => {
    const at = Math.round(bound / step);
    return [-1, 0, 1].map((by) => Number(((at + by) * step).toPrecision(15)));
  });
  const [low, high] = [minimum ?? exclusiveMinimum, maximum ?? exclusiveMaximum];
  const middle = typeof low === 'number' && typeof high === 'number' ? [(low + high) / 2] : [];
  return [0, ...near, ...bounds, ...middle].find(fits) ?? 0;
}
