/**
 * Returns JSON with sorted member names and no white space (RFC 8785): equal values have equal text.
 * Members with the value `undefined` are left out.
 * @throws TypeError for a value that JSON cannot represent: a function, a symbol, a bigint, `NaN`, an infinite number, or an
 * instance of a class without `toJSON`
 * @example
 * canonicalJson({ b: [1, null], a: 'x' }); // '{"a":"x","b":[1,null]}'
 */
export function canonicalJson(value: unknown): string {
  const json = toJson(value);
  if (Array.isArray(json)) return `[${json.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof json === 'object' && json !== null) {
    if (!isPlainObject(json)) throw new TypeError('Expected a JSON value, got an instance of a class.');
    const members = Object.entries(json)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
  }
  if (json === null || typeof json === 'string' || typeof json === 'boolean' || Number.isFinite(json)) {
    return JSON.stringify(json);
  }
  throw new TypeError(`Expected a JSON value, got ${typeof json === 'number' ? json : typeof json}.`);
}

/** The value that `JSON.stringify` would write in place of `value`. */
export function toJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { toJSON } = value as { readonly toJSON?: unknown };
  return typeof toJSON === 'function' ? toJSON.call(value) : value;
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
