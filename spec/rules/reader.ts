import type { UserContext } from '@redocly/openapi-core';

/** An object of the OpenAPI document with unknown members. */
export type Part = Record<string, unknown>;

/** A node and the file that its relative references start from. */
export type Place = { node: unknown; from: string };

/** The part of Redocly's context that the rules use. */
export type Resolver = Pick<UserContext, 'resolve'>;

export function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the object itself, or an empty one for any other value. */
export function part(value: unknown): Part {
  return isPart(value) ? value : {};
}

/** Returns the array itself, or an empty one for any other value. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Follows references. Returns an empty object for a dangling reference, which Redocly itself reports. */
export function follow(resolver: Resolver, place: Place): Place {
  let current = place;
  for (let hops = 0; hops < 20 && typeof part(current.node).$ref === 'string'; hops += 1) {
    const target = resolver.resolve(part(current.node) as { $ref: string }, current.from);
    if (target.node === undefined) return { node: {}, from: current.from };
    current = { node: target.node, from: target.location.source.absoluteRef };
  }
  return current;
}

/** Returns a member of an object, with references followed. */
export function member(resolver: Resolver, place: Place, name: string): Place {
  const holder = follow(resolver, place);
  return follow(resolver, { node: part(holder.node)[name], from: holder.from });
}

/** Returns all members of an object, with references followed. */
export function members(resolver: Resolver, place: Place): [name: string, place: Place][] {
  const holder = follow(resolver, place);
  return Object.entries(part(holder.node)).map(([name, node]) => [name, follow(resolver, { node, from: holder.from })]);
}

/** Returns the member names in lower case, for headers and parameters. */
export function lowerNames(value: unknown): string[] {
  return Object.keys(part(value)).map((name) => name.toLowerCase());
}

/** Returns the types that a schema allows. */
export function typesOf(schema: Part): string[] {
  return typeof schema.type === 'string' ? [schema.type] : list(schema.type).map(String);
}
