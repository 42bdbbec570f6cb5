import { isObject } from '@sca-kit/openapi';

/** Members that hold values, in which nothing is a keyword. */
const VALUES = new Set(['const', 'default', 'enum', 'example', 'examples']);

/** A copy of a document whose patterns can all be read with Unicode, as far as that is possible; see below. */
export function withReadablePatterns(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withReadablePatterns);
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, member]) => {
    if (VALUES.has(name)) return [name, structuredClone(member)];
    const isPattern = name === 'pattern' && typeof member === 'string';
    return [name, isPattern ? readableWithUnicode(member) : withReadablePatterns(member)];
  });
  return Object.fromEntries(members);
}

/**
 * Writes a pattern so that it means the same with Unicode as without. JSON Schema reads patterns with it, where a needless
 * escape (`\@`) and a hyphen beside a class (`[\w-.]`) are errors, and Prism validates nothing by a schema with an error.
 */
export function readableWithUnicode(pattern: string): string {
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
