const PLACEHOLDER = /\{([^}]+)\}/g;

/** Escapes a text for a regular expression. */
export const escapePattern = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/**
 * Returns a pattern that matches the paths of a template, with a capture group for each parameter in order.
 *
 * @example
 * pathPattern('/boxes/{boxId}').exec('/boxes/7')?.[1]; // '7'
 */
export function pathPattern(template: string): RegExp {
  const literals = template.split(/\{[^}]+\}/).map(escapePattern);
  return new RegExp(`^${literals.join('([^/]+)')}$`);
}

/**
 * Returns the names of the parameters in a path template, in order.
 *
 * @example
 * pathParameterNames('/profiles/{profileId}/pin'); // ['profileId']
 */
export const pathParameterNames = (template: string): string[] =>
  [...template.matchAll(PLACEHOLDER)].map(([, name = '']) => name);

/**
 * Fills the parameters of a path template, percent-encoded. A parameter without a value stays as it is.
 *
 * @example
 * fillPath('/boxes/{boxId}', { boxId: 'a/b' }); // '/boxes/a%2Fb'
 */
export const fillPath = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replaceAll(PLACEHOLDER, (placeholder, name: string) =>
    values[name] === undefined ? placeholder : encodeURIComponent(values[name]),
  );

/** What is needed to route a request: an HTTP method in any case, and a path template. */
export interface Route {
  readonly method: string;
  readonly path: string;
}

/** The operation of a request, and the raw values of its path parameters, percent-encoding kept. */
export interface RouteMatch<T extends Route> {
  readonly operation: T;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * Returns a function that finds the operation of a request. A concrete path wins over a template, and of two templates
 * the one with fewer parameters (OpenAPI 3.1, section 4.8.8.2).
 *
 * @example
 * const find = createRouteMatcher([{ method: 'get', path: '/boxes/{boxId}' }, { method: 'get', path: '/boxes/mine' }]);
 * find('GET', '/boxes/mine')?.operation.path; // '/boxes/mine'
 * find('GET', '/boxes/7')?.parameters; // { boxId: '7' }
 */
export function createRouteMatcher<T extends Route>(
  operations: readonly T[],
): (method: string, path: string) => RouteMatch<T> | undefined {
  const routes = operations
    .map((operation) => ({
      operation,
      method: operation.method.toUpperCase(),
      names: pathParameterNames(operation.path),
      pattern: pathPattern(operation.path),
    }))
    .toSorted((a, b) => a.names.length - b.names.length);
  return (method, path) => {
    for (const { operation, names, pattern, ...route } of routes) {
      const match = route.method === method.toUpperCase() ? pattern.exec(path) : null;
      if (!match) continue;
      return { operation, parameters: Object.fromEntries(names.map((name, at) => [name, match[at + 1] ?? ''])) };
    }
    return undefined;
  };
}
