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
