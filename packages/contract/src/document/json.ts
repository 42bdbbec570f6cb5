import type { JsonObject } from './types.ts';

/** Whether `value` is an object with string keys (arrays and null are not). */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value when it is an object, else an empty one. */
export const asObject = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** The value when it is an array, else an empty one. */
export const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The value when it is a string, else undefined. */
export const asString = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/**
 * Follows `$ref` until something else stands there. Only local references (`#/…`) can be followed.
 *
 * @throws TypeError when a reference leads nowhere, outside, or in a circle.
 */
export function follow(root: JsonObject, value: unknown): unknown {
  const seen = new Set<string>();
  let current = value;
  while (isObject(current) && typeof current.$ref === 'string') {
    const ref = current.$ref;
    if (!ref.startsWith('#')) throw new TypeError(`The reference ${ref} is not local.`);
    if (seen.has(ref)) throw new TypeError(`The reference ${ref} leads to itself.`);
    seen.add(ref);
    let target: unknown = root;
    for (const step of ref.slice(1).split('/').slice(1)) {
      const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
      target = Array.isArray(target) ? target[Number(key)] : asObject(target)[key];
    }
    if (target === undefined) throw new TypeError(`The reference ${ref} leads nowhere.`);
    current = target;
  }
  return current;
}
