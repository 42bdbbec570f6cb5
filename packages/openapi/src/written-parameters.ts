import { isObject } from './json.ts';
import type { Parameter, Serialization } from './parameters.ts';
import type { RawPair } from './raw-parameters.ts';

/** A parameter, as far as it decides how its value is written. */
type Writable = Pick<Parameter, 'name' | 'in'> & Serialization;

const encode = (text: string): string => encodeURIComponent(text);
const asText = (value: unknown): string =>
  isObject(value) || Array.isArray(value) ? JSON.stringify(value) : String(value);

/**
 * Writes the value of a parameter by its style, as `readParameterValue` reads it: one text for a path, header or cookie, and
 * for a query the pairs of names and values. Texts of a path and query are percent-encoded.
 *
 * @example
 * const ids = { name: 'ids', in: 'query', style: 'form', explode: true } as const;
 * writeParameterValue(ids, [1, 2]); // [['ids', '1'], ['ids', '2']]
 */
export function writeParameterValue(parameter: Writable, value: unknown): RawPair[] {
  const { name, in: location, style, explode, mediaType } = parameter;
  const write = location === 'header' ? asText : (each: unknown): string => encode(asText(each));
  const key = location === 'query' ? encode(name) : name;
  const one = (text: string): RawPair[] => [[key, text]];
  if (mediaType !== undefined) {
    const text = /json/.test(mediaType) ? JSON.stringify(value) : asText(value);
    return one(location === 'header' ? text : encode(text));
  }
  const isList = Array.isArray(value);
  if (!isList && !isObject(value)) {
    const text = write(value);
    if (style === 'label') return one(`.${text}`);
    return one(style === 'matrix' ? `;${name}=${text}` : text);
  }
  const members = isList ? [] : Object.entries(value).map(([member, each]) => [encode(member), write(each)] as const);
  const items = isList ? value.map(write) : members.flat();
  const assigned = members.map(([member, text]) => `${member}=${text}`);
  const exploded = isList ? items : assigned;
  switch (style) {
    case 'deepObject':
      return members.map(([member, text]) => [`${key}%5B${member}%5D`, text]);
    case 'form':
      if (!explode) return one(items.join(','));
      return isList ? items.map((text) => [key, text]) : members;
    case 'spaceDelimited':
    case 'pipeDelimited':
      if (isList && explode) return items.map((text) => [key, text]);
      return one(items.join(style === 'spaceDelimited' ? '%20' : '%7C'));
    case 'label':
      return one(`.${(explode ? exploded : items).join(explode ? '.' : ',')}`);
    case 'matrix':
      if (!explode) return one(`;${name}=${items.join(',')}`);
      return one((isList ? items.map((text) => `${name}=${text}`) : assigned).map((text) => `;${text}`).join(''));
    default:
      return one((explode ? exploded : items).join(','));
  }
}
