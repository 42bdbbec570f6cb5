import type { UserContext } from '@redocly/openapi-core';

/** A part of the description: an object whose members are not known yet. */
export type Part = Record<string, unknown>;

/** A part together with the file that its relative references start from. */
export type Place = { node: unknown; from: string };

/** What the rules need of Redocly's context. */
export type Resolver = Pick<UserContext, 'resolve'>;

export function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The part's members, or none when it is something else. */
export function part(value: unknown): Part {
  return isPart(value) ? value : {};
}

/** The list's items, or none when it is something else. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Follows references until there is none left. A dangling one gives an empty part; Redocly itself reports it. */
export function follow(resolver: Resolver, place: Place): Place {
  let current = place;
  for (let hops = 0; hops < 20 && typeof part(current.node).$ref === 'string'; hops += 1) {
    const target = resolver.resolve(part(current.node) as { $ref: string }, current.from);
    if (target.node === undefined) return { node: {}, from: current.from };
    current = { node: target.node, from: target.location.source.absoluteRef };
  }
  return current;
}

/** The member of a part, with references followed. */
export function member(resolver: Resolver, place: Place, name: string): Place {
  const holder = follow(resolver, place);
  return follow(resolver, { node: part(holder.node)[name], from: holder.from });
}

/** Every member of a part, with references followed. */
export function members(resolver: Resolver, place: Place): [name: string, place: Place][] {
  const holder = follow(resolver, place);
  return Object.entries(part(holder.node)).map(([name, node]) => [name, follow(resolver, { node, from: holder.from })]);
}

/** The names of a part's members in lower case, for headers and parameters. */
export function lowerNames(value: unknown): string[] {
  return Object.keys(part(value)).map((name) => name.toLowerCase());
}

/** The types that a schema admits. */
export function typesOf(schema: Part): string[] {
  return typeof schema.type === 'string' ? [schema.type] : list(schema.type).map(String);
}
