/** An object of a parsed JSON or YAML text. */
export type JsonObject = { readonly [name: string]: unknown };

/**
 * Tells whether a value is an object with members; arrays and null are not.
 *
 * @example
 * isObject({ type: 'string' }); // true
 * isObject(['string']); // false
 */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Returns the value when it is an object, else an empty object.
 *
 * @example
 * asObject(undefined).type; // undefined
 */
export const asObject = (value: unknown): JsonObject => (isObject(value) ? value : {});

/**
 * Returns the value when it is an array, else an empty array.
 *
 * @example
 * asArray(undefined).length; // 0
 */
export const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/**
 * Returns the value when it is a string, else undefined.
 *
 * @example
 * asString(7); // undefined
 */
export const asString = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
