import { asObject } from './json.ts';

/**
 * Splits a JSON Pointer into its reference tokens (RFC 6901).
 *
 * @param pointer empty for the whole document, else `/` before each token
 * @throws TypeError when the text is no JSON Pointer
 * @example
 * parsePointer('/paths/~1v1~1me/get'); // ['paths', '/v1/me', 'get']
 */
export function parsePointer(pointer: string): string[] {
  const [first, ...tokens] = pointer.split('/');
  if (first !== '') throw new TypeError(`'${pointer}' is not a JSON Pointer: it must be empty or start with '/'.`);
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/**
 * Joins reference tokens to a JSON Pointer (RFC 6901).
 *
 * @example
 * formatPointer(['paths', '/v1/me', 'get']); // '/paths/~1v1~1me/get'
 */
export const formatPointer = (tokens: readonly string[]): string =>
  tokens.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/**
 * Returns the value at a JSON Pointer, or undefined when there is none.
 *
 * @throws TypeError when the text is no JSON Pointer
 * @example
 * valueAt({ amounts: [{ value: 7 }] }, '/amounts/0/value'); // 7
 */
export function valueAt(root: unknown, pointer: string): unknown {
  return parsePointer(pointer).reduce<unknown>((value, token) => {
    if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
    const members = asObject(value);
    return Object.hasOwn(members, token) ? members[token] : undefined;
  }, root);
}
