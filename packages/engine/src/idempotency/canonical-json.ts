/**
 * JSON text in which the order of members does not matter: equal values give equal text.
 * @example
 * canonicalJson({ b: 1, a: [true, null] }); // '{"a":[true,null],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(ordered(value)) ?? 'null';
}

/** Objects become sorted lists of pairs: integer-like names would be reordered, and `__proto__` lost, in an object. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return [0, ...value.map(ordered)];
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, part]) => part !== undefined);
  return [1, ...members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, ordered(part)])];
}
