import { asArray, asObject, isObject, type JsonObject } from '@sca-kit/openapi';

const LARGER = new Set(['minimum', 'minItems', 'minLength', 'minProperties']);
const SMALLER = new Set(['maximum', 'maxItems', 'maxLength', 'maxProperties']);

/** Merges two schemas without references to one that accepts no more than both, as far as keywords allow. */
export function mergeSchemas(first: JsonObject, second: JsonObject): JsonObject {
  const merged: Record<string, unknown> = { ...first };
  for (const [name, value] of Object.entries(second)) {
    merged[name] = name in first ? mergeKeyword(name, first[name], value) : value;
  }
  return merged;
}

function mergeKeyword(name: string, first: unknown, second: unknown): unknown {
  if (LARGER.has(name)) return Math.max(Number(first), Number(second));
  if (SMALLER.has(name)) return Math.min(Number(first), Number(second));
  if (name === 'required') return [...new Set([...asArray(first), ...asArray(second)])];
  if (name === 'enum') return asArray(first).filter((each) => asArray(second).includes(each));
  if (name === 'type') return mergeTypes([first].flat(), [second].flat());
  if (name === 'properties' || name === 'patternProperties') {
    const [own, other] = [asObject(first), asObject(second)];
    const both = Object.keys(own).filter((key) => key in other);
    return { ...own, ...other, ...Object.fromEntries(both.map((key) => [key, { allOf: [own[key], other[key]] }])) };
  }
  if (name === 'items' || name === 'additionalProperties') {
    if (first === false || second === false) return false;
    return isObject(first) && isObject(second) ? { allOf: [first, second] } : isObject(first) ? first : second;
  }
  return second;
}

function mergeTypes(first: readonly unknown[], second: readonly unknown[]): unknown[] {
  const accepts = (types: readonly unknown[], type: unknown): boolean =>
    types.includes(type) || (type === 'integer' && types.includes('number'));
  return [...new Set([...first, ...second])].filter((type) => accepts(first, type) && accepts(second, type));
}
