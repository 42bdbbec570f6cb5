import { isObject, type JsonObject } from './json.ts';
import { type Reader, readPairs } from './parameter-values.ts';
import type { Serialization } from './parameters.ts';
import { decodeFormText, type RawPair } from './raw-parameters.ts';
import {
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

/** How the members of a form are written: the `encoding` of its media type, by member. */
export type FormEncoding = Readonly<Record<string, unknown>>;

/**
 * Reads the members of a form by its schema: repeated names are lists, and objects are JSON texts unless the encoding has a
 * style (OpenAPI 3.1, section 4.8.15).
 *
 * @param pairs names and values, decoded unless `encoded` says otherwise
 * @example
 * readForm({}, { properties: { ids: { type: 'array', items: { type: 'integer' } } } }, [['ids', '1'], ['ids', '2']]);
 * // { ids: [1, 2] }
 */
export function readForm(
  document: JsonObject,
  schema: unknown,
  pairs: readonly RawPair[],
  {
    encoding = {},
    encoded = false,
    reading = 'typed' as Reading,
  }: { readonly encoding?: FormEncoding; readonly encoded?: boolean; readonly reading?: Reading } = {},
): JsonObject {
  const parts = schemaParts(document, schema);
  const decode = encoded ? decodeFormText : (text: string): string => text;
  const reader: Reader = { document, reading, decode };
  const styled = Object.keys(encoding).filter((name) => isObject(encoding[name]) && 'style' in encoding[name]);
  const members: Record<string, unknown> = {};
  const taken = new Set<string>();
  for (const name of styled) {
    const { style = 'form', explode = style === 'form' } = encoding[name] as Partial<Serialization>;
    const member = { name, in: 'query' as const, schema: {}, allowEmptyValue: false, style, explode };
    const ofMember = memberParts(document, parts, name);
    const value = readPairs(reader, ofMember, member, pairs, new Set(memberNames(parts)));
    if (value !== undefined && 'value' in value) members[name] = value.value;
    const names = takesObjects(ofMember) && explode ? memberNames(ofMember) : [];
    for (const [key] of pairs) {
      if (key === name || key.startsWith(`${name}[`) || names.includes(key)) taken.add(key);
    }
  }
  const rest = new Map<string, string[]>();
  for (const [name, text] of pairs) if (!taken.has(name)) rest.set(name, [...(rest.get(name) ?? []), text]);
  for (const [name, texts] of rest) members[name] = readMember(reader, memberParts(document, parts, name), texts);
  return members;
}

function readMember(reader: Reader, parts: SchemaParts, texts: readonly string[]): unknown {
  const [first = ''] = texts;
  const list = takesLists(parts, reader.reading);
  if (list || texts.length > 1) {
    const items = texts.map((text, at) => readJsonOrScalar(reader, itemParts(reader.document, parts, at), text));
    // A list may also be one JSON text, as the default content type of complex members says.
    const [only] = items;
    const whole = list && items.length === 1 && typeof only === 'string' ? parsed(reader.decode(first)) : undefined;
    return Array.isArray(whole) ? whole : items;
  }
  return readJsonOrScalar(reader, parts, first);
}

function readJsonOrScalar(reader: Reader, parts: SchemaParts, text: string): unknown {
  const decoded = reader.decode(text);
  const value = takesObjects(parts) ? parsed(decoded) : undefined;
  return isObject(value) ? value : readScalar(parts, decoded, reader.reading);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
