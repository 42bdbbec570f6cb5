import { isObject } from '@sca-kit/openapi';
import { hasFreeNames, isValue } from './members.ts';

/**
 * Copies a document for Prism: with patterns that compile with the Unicode flag, where that is possible, and with every
 * `$ref` in a plain value renamed, because Prism follows each one.
 */
export function copyForPrism(value: unknown, areNames = false): unknown {
  if (Array.isArray(value)) return value.map((each) => copyForPrism(each));
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, member]) => {
    if (!areNames && isValue(name, member)) return [name, renameMembers(member, '$ref', LITERAL_REF)];
    const isPattern = !areNames && name === 'pattern' && typeof member === 'string';
    return [name, isPattern ? toUnicodePattern(member) : copyForPrism(member, !areNames && hasFreeNames(name))];
  });
  return Object.fromEntries(members);
}

const LITERAL_REF = '$ref (literal)';

/** Undoes the renaming of `copyForPrism` in a value that Prism returns. */
export const restoreLiterals = (value: unknown): unknown => renameMembers(value, LITERAL_REF, '$ref');

function renameMembers(value: unknown, from: string, to: string): unknown {
  if (Array.isArray(value)) return value.map((each) => renameMembers(each, from, to));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name === from ? to : name, renameMembers(member, from, to)]),
  );
}

/**
 * Rewrites a pattern so that it means the same with the Unicode flag as without. JSON Schema uses the flag, with which a
 * needless escape (`\@`) and a hyphen beside a class (`[\w-.]`) are errors, and Prism ignores a schema with an error.
 */
export function toUnicodePattern(pattern: string): string {
  if (compiles(pattern, 'u') || !compiles(pattern, '')) return pattern;
  const written = pattern.replaceAll(/\\([dDsSwW])-(?!\])|\\([^\da-zA-Z^$\\.*+?()[\]{}|/])|\\[\s\S]/g, rewrite);
  return compiles(written, 'u') ? written : pattern;
}

function rewrite(whole: string, group: string | undefined, sign: string | undefined): string {
  if (group !== undefined) return `\\${group}\\x2d`;
  return sign === undefined ? whole : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function compiles(pattern: string, flags: string): boolean {
  try {
    return new RegExp(pattern, flags) instanceof RegExp;
  } catch {
    return false;
  }
}
