import type { OpenApiDocument } from './document.ts';
import { dereference } from './document.ts';
import { asArray, asObject, asString } from './json.ts';
import { escapePattern } from './paths.ts';

/**
 * Lists the base paths of all servers of a document, of its path items and of its operations, the longest first, as patterns
 * of the start of a path. A variable stands for the values of its `enum`, else for one path segment; a server at the root has
 * no base path.
 *
 * @example
 * serverPaths({ openapi: '3.1.1', servers: [{ url: 'https://api.example.com/v1' }] }); // [/^\/v1(?=\/)/]
 */
export function serverPaths(document: OpenApiDocument): RegExp[] {
  const items = Object.values(asObject(document.paths)).map((item) => asObject(dereference(document, item)));
  const operations = items.flatMap((item) => Object.values(item).map(asObject));
  const servers = [asObject(document), ...items, ...operations].flatMap((holder) => asArray(holder.servers));
  const patterns = servers.map((server) => {
    const { url, variables } = asObject(server);
    const path = (asString(url) ?? '')
      .replace(/^[a-z][\w+.-]*:/i, '')
      .replace(/^\/\/[^/]*/, '')
      .replace(/[?#].*$/, '')
      .replace(/^\/|\/+$/g, '');
    const parts = path.split(/(\{[^}]+\})/).map((part) => {
      if (!/^\{.+\}$/.test(part)) return escapePattern(part);
      const { enum: values } = asObject(asObject(variables)[part.slice(1, -1)]);
      const choices = asArray(values).map((value) => escapePattern(String(value)));
      return choices.length === 0 ? '[^/]+' : `(?:${choices.join('|')})`;
    });
    return parts.join('');
  });
  const bases = new Set(patterns.filter((pattern) => pattern !== ''));
  return [...bases].toSorted((a, b) => b.length - a.length).map((base) => new RegExp(`^/${base}(?=/)`));
}
