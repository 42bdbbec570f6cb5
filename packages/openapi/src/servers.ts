import type { OpenApiDocument } from './document.ts';
import { dereference } from './document.ts';
import { asArray, asObject, asString } from './json.ts';

/**
 * Lists the base paths of all servers of a document, of its path items and of its operations, the longest first. Variables
 * have their default values; a server at the root has no base path.
 *
 * @example
 * serverPaths({ openapi: '3.1.1', servers: [{ url: 'https://api.example.com/v1' }] }); // ['/v1']
 */
export function serverPaths(document: OpenApiDocument): string[] {
  const items = Object.values(asObject(document.paths)).map((item) => asObject(dereference(document, item)));
  const operations = items.flatMap((item) => Object.values(item).map(asObject));
  const servers = [asObject(document), ...items, ...operations].flatMap((holder) => asArray(holder.servers));
  const paths = servers.map((server) => {
    const { url, variables } = asObject(server);
    const filled = (asString(url) ?? '').replaceAll(/\{([^}]+)\}/g, (whole, name: string) =>
      String(asObject(asObject(variables)[name]).default ?? whole),
    );
    return filled
      .replace(/^[a-z][\w+.-]*:/i, '')
      .replace(/^\/\/[^/]*/, '')
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '');
  });
  const bases = paths.filter((path) => path !== '').map((path) => (path.startsWith('/') ? path : `/${path}`));
  return [...new Set(bases)].toSorted((a, b) => b.length - a.length);
}
