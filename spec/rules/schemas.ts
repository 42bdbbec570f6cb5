import { follow, list, members, type Part, type Place, part, type Resolver } from './reader.ts';

/** A schema inside a body. */
export type Visit = {
  schema: Part;
  /** Name of the property; empty for the root and for items. */
  name: string;
  /** Path to the schema, such as `/challenges/[]/passed`. */
  path: string;
  /** Whether it is a branch of an `allOf` that its parent closes. */
  closedAbove: boolean;
};

/** Calls back for a schema and all schemas inside it, each once. */
export function visitSchemas(resolver: Resolver, place: Place, callback: (visit: Visit) => void): void {
  const seen = new Set<unknown>();
  const walk = (at: Place, name: string, path: string, closedAbove: boolean): void => {
    const here = follow(resolver, at);
    const schema = part(here.node);
    if (seen.has(here.node)) return;
    seen.add(here.node);
    callback({ schema, name, path, closedAbove });
    for (const [property, child] of members(resolver, { node: schema.properties, from: here.from })) {
      walk(child, property, `${path}/${property}`, false);
    }
    const closes = schema.unevaluatedProperties === false;
    for (const branch of list(schema.allOf)) walk({ node: branch, from: here.from }, name, path, closes || closedAbove);
    for (const keyword of ['oneOf', 'anyOf']) {
      for (const branch of list(schema[keyword])) walk({ node: branch, from: here.from }, name, path, closedAbove);
    }
    for (const [keyword, segment] of [
      ['items', '[]'],
      ['additionalProperties', '*'],
    ] as const) {
      if (typeof schema[keyword] === 'object') {
        walk({ node: schema[keyword], from: here.from }, '', `${path}/${segment}`, false);
      }
    }
  };
  walk(place, '', '', false);
}
