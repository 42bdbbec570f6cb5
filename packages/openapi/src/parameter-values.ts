import { isJson, parseContentType } from './content-type.ts';
import type { JsonObject } from './json.ts';
import type { Parameter, ParameterLocation, Serialization } from './parameters.ts';
import { decodeFormText, decodeText, type RawPair, type RawParameters } from './raw-parameters.ts';
import {
  hasFreeMembers,
  itemParts,
  memberNames,
  memberParts,
  type Reading,
  readScalar,
  type SchemaParts,
  schemaParts,
  takesLists,
  takesObjects,
} from './typed-values.ts';

/** The value of a parameter; `undefined` for one that was not sent, `empty` for one that may be sent without a value. */
export type ParameterValue =
  | { readonly value: unknown }
  | { readonly empty: true }
  | { readonly error: 'json' | 'style' | 'encoding' }
  | undefined;

/** Thrown inside the reader when a text is not written in the style of its parameter. */
class UnreadableText extends Error {
  readonly reason: 'json' | 'style' | 'encoding';
  constructor(reason: 'json' | 'style' | 'encoding') {
    super(reason);
    this.reason = reason;
  }
}

/** What reads the text of one parameter. */
export interface Reader {
  readonly document: JsonObject;
  readonly reading: Reading;
  readonly decode: (text: string) => string;
}

const decoders: Readonly<Record<ParameterLocation, (text: string) => string>> = {
  path: (text) => decodeText(text) ?? fail('encoding'),
  // As every reader of forms does: an invalid escape is kept or replaced, never an error.
  query: decodeFormText,
  // RFC 9110 has no percent-encoding in header fields.
  header: (text) => text,
  // Clients write what may not stand in a cookie in percent-encoding; a lone percent sign is one.
  cookie: (text) => decodeText(text) ?? text,
};

function fail(reason: 'json' | 'style' | 'encoding'): never {
  throw new UnreadableText(reason);
}

/**
 * Reads the value of a parameter by its location, style, `explode` and schema (OpenAPI 3.1, section 4.8.12).
 *
 * @param claimed the query names of the operation's other parameters and API keys, which are no members of an exploded object
 * @throws TypeError when a reference in the schema cannot be followed
 * @example
 * const raw = { path: {}, query: splitQuery('ids=1&ids=2'), header: {}, cookie: [] };
 * // With `ids`, a list of integers in the query:
 * // readParameterValue(document, ids, raw) returns { value: [1, 2] }
 */
export function readParameterValue(
  document: JsonObject,
  parameter: Pick<Parameter, 'name' | 'in' | 'schema' | 'allowEmptyValue'> & Serialization,
  raw: RawParameters,
  reading: Reading = 'typed',
  claimed: ReadonlySet<string> = new Set(),
): ParameterValue {
  const reader: Reader = { document, reading, decode: decoders[parameter.in] };
  try {
    const parts = schemaParts(document, parameter.schema);
    if (parameter.in === 'path' || parameter.in === 'header') {
      const key = parameter.in === 'path' ? parameter.name : parameter.name.toLowerCase();
      const text = Object.hasOwn(raw[parameter.in], key) ? raw[parameter.in][key] : undefined;
      if (text === undefined) return undefined;
      if (parameter.mediaType !== undefined) return { value: readContent(reader, text, parameter.mediaType) };
      return { value: readDelimited(reader, parts, text, parameter) };
    }
    return readPairs(reader, parts, parameter, raw[parameter.in], claimed);
  } catch (error) {
    if (error instanceof UnreadableText) return { error: error.reason };
    throw error;
  }
}

function readContent({ decode }: Reader, text: string, mediaType: string): unknown {
  const decoded = decode(text);
  if (!isJson(parseContentType(mediaType)?.essence ?? '')) return decoded;
  try {
    return JSON.parse(decoded);
  } catch {
    return fail('json');
  }
}

const listOf = ({ document, reading, decode }: Reader, parts: SchemaParts, texts: readonly string[]): unknown[] =>
  texts.map((text, at) => readScalar(itemParts(document, parts, at), decode(text), reading));

function objectOf(reader: Reader, parts: SchemaParts, pairs: readonly RawPair[]): JsonObject {
  const { document, reading, decode } = reader;
  const members = new Map<string, string[]>();
  for (const [name, text] of pairs) members.set(name, [...(members.get(name) ?? []), text]);
  const entries = [...members].map(([name, texts]) => {
    const member = memberParts(document, parts, name);
    const [text = ''] = texts;
    if (texts.length > 1 || takesLists(member, reading)) return [name, listOf(reader, member, texts)];
    return [name, readScalar(member, decode(text), reading)];
  });
  return Object.fromEntries(entries) as JsonObject;
}

/** Pairs of an object whose names and values alternate: `R,100,G,200`. */
function alternating(reader: Reader, texts: readonly string[]): RawPair[] {
  if (texts.length % 2 !== 0) fail('style');
  return texts.flatMap((text, at) => (at % 2 === 0 ? [[reader.decode(text), texts[at + 1] ?? ''] as const] : []));
}

/** Pairs of an object that is written as `R=100` and `G=200`. */
const assigned = (reader: Reader, texts: readonly string[]): RawPair[] =>
  texts.map((text) => {
    const at = text.indexOf('=');
    return at < 0 ? fail('style') : [reader.decode(text.slice(0, at)), text.slice(at + 1)];
  });

/** Reads one text in the styles `simple`, `label` and `matrix`. */
function readDelimited(
  reader: Reader,
  parts: SchemaParts,
  text: string,
  { name, in: location, style, explode }: Pick<Parameter, 'name' | 'in'> & Serialization,
): unknown {
  const object = takesObjects(parts);
  const list = !object && takesLists(parts, reader.reading);
  const scalar = (value: string): unknown => readScalar(parts, reader.decode(value), reader.reading);
  if (style === 'matrix') {
    if (!text.startsWith(';')) return fail('style');
    const pairs = assigned(
      reader,
      text
        .slice(1)
        .split(';')
        .map((pair) => (pair.includes('=') ? pair : `${pair}=`)),
    );
    if (object && explode) return objectOf(reader, parts, pairs);
    if (pairs.some(([key]) => key !== name) || (pairs.length > 1 && !(list && explode))) return fail('style');
    const values = pairs.map(([, value]) => value);
    const [first = ''] = values;
    if (list) return listOf(reader, parts, explode ? values : split(first, ','));
    return object ? objectOf(reader, parts, alternating(reader, split(first, ','))) : scalar(first);
  }
  if (style === 'label' && !text.startsWith('.')) return fail('style');
  const plain = style === 'label' ? text.slice(1) : text;
  if (!list && !object) return scalar(plain);
  // Until OpenAPI 3.0.3, a label was written with dots also where it is not exploded.
  const delimiter = style === 'label' && (explode || !plain.includes(',')) ? '.' : ',';
  const pieces = location === 'header' ? headerList(plain) : split(plain, delimiter);
  if (list) return listOf(reader, parts, pieces);
  return objectOf(reader, parts, explode ? assigned(reader, pieces) : alternating(reader, pieces));
}

const split = (text: string, delimiter: string | RegExp): string[] => (text === '' ? [] : text.split(delimiter));

/** RFC 9110, section 5.6.1: white space around elements and empty elements do not count; a comma in quotes is data. */
const headerList = (text: string): string[] =>
  (text.match(/(?:"(?:[^"\\]|\\.)*"|[^,])+/g) ?? []).map((piece) => piece.trim()).filter((piece) => piece !== '');

const DELIMITERS: Readonly<Record<string, string | RegExp>> = {
  form: ',',
  spaceDelimited: /%20|\+| /,
  pipeDelimited: /\||%7C/i,
};

/** Reads a parameter of a query or cookie, in the styles `form`, `spaceDelimited`, `pipeDelimited` and `deepObject`. */
export function readPairs(
  reader: Reader,
  parts: SchemaParts,
  { name, style, explode, mediaType, allowEmptyValue }: Parameters<typeof readParameterValue>[1],
  pairs: readonly RawPair[],
  claimed: ReadonlySet<string>,
): ParameterValue {
  const object = takesObjects(parts);
  if (style === 'deepObject') return readDeepObject(reader, parts, name, pairs);
  const texts = pairs.filter(([key]) => key === name).map(([, text]) => text);
  const [first] = texts;
  if (object && explode && mediaType === undefined) {
    const listed = new Set(memberNames(parts));
    const members = pairs.filter(([key]) => listed.has(key));
    const free = pairs.filter(([key]) => !listed.has(key) && !claimed.has(key) && key !== name);
    const found = members.length > 0 || hasFreeMembers(parts) ? [...members, ...free] : [];
    if (found.length > 0) return { value: objectOf(reader, parts, found) };
    if (first === undefined) return undefined;
  }
  if (first === undefined) return undefined;
  if (allowEmptyValue && texts.every((text) => text === '')) return { empty: true };
  if (mediaType !== undefined) return { value: readContent(reader, first, mediaType) };
  const delimiter = DELIMITERS[style] ?? ',';
  if (takesLists(parts, reader.reading)) {
    // A repeated name of a list that is not exploded is one list of lists: it matches no schema of single values.
    const items = explode ? texts : texts.length > 1 ? fail('style') : split(first, delimiter);
    return { value: listOf(reader, parts, items) };
  }
  if (texts.length > 1) return { value: listOf(reader, parts, texts) };
  if (object && !explode) return { value: objectOf(reader, parts, alternating(reader, split(first, delimiter))) };
  return { value: readScalar(parts, reader.decode(first), reader.reading) };
}

/** Reads `sort[field]=name&sort[order]=asc`; members of members are read the same way. */
function readDeepObject(reader: Reader, parts: SchemaParts, name: string, pairs: readonly RawPair[]): ParameterValue {
  const members = pairs.flatMap(([key, text]) => {
    const path = key.startsWith(`${name}[`) && key.endsWith(']') ? key.slice(name.length + 1, -1).split('][') : [];
    return path.length === 0 ? [] : [{ path, text }];
  });
  if (members.length > 0) return { value: deepMember(reader, parts, members) };
  return pairs.some(([key]) => key === name) ? { error: 'style' } : undefined;
}

interface DeepText {
  readonly path: readonly string[];
  readonly text: string;
}

function deepMember(reader: Reader, parts: SchemaParts, texts: readonly DeepText[]): unknown {
  const leaves = texts.filter(({ path }) => path.length === 0).map(({ text }) => text);
  const branches = new Map<string, DeepText[]>();
  for (const { path, text } of texts) {
    const [head, ...rest] = path;
    if (head !== undefined) branches.set(head, [...(branches.get(head) ?? []), { path: rest, text }]);
  }
  if (branches.size === 0) {
    const [first = ''] = leaves;
    return leaves.length > 1 || takesLists(parts, reader.reading)
      ? listOf(reader, parts, leaves)
      : readScalar(parts, reader.decode(first), reader.reading);
  }
  // `ids[]=1&ids[]=2` and `ids[0]=1&ids[1]=2` are lists where the schema accepts one.
  if (takesLists(parts, reader.reading) && [...branches.keys()].every((key) => /^\d*$/.test(key))) {
    const items = branches.has('') ? (branches.get('') ?? []).map((text) => [text]) : [...branches.values()];
    return items.map((item, at) => deepMember(reader, itemParts(reader.document, parts, at), item));
  }
  const members = [...branches].map(([key, rest]) => [
    key,
    deepMember(reader, memberParts(reader.document, parts, key), rest),
  ]);
  return Object.fromEntries(members);
}
