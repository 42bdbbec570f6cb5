import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

/** An operation of a bundle with its method and path. */
export type Operation = { method: string; path: string; operation: JsonObject };

/** Reads a bundle that `build` wrote. */
export function readBundle(name: 'openapi' | 'openapi.production'): JsonObject {
  const file = fileURLToPath(new URL(`../dist/${name}.json`, import.meta.url));
  return JSON.parse(readFileSync(file, 'utf8')) as JsonObject;
}

export function object(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

export function array(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

/** Resolves a value, following references inside the bundle. */
export function resolve(bundle: JsonObject, value: Json | undefined): JsonObject {
  const found = object(value);
  if (typeof found.$ref !== 'string') return found;
  const names = found.$ref.slice(2).split('/');
  return resolve(
    bundle,
    names.reduce<Json | undefined>((at, name) => object(at)[name], bundle),
  );
}

export function operationsOf(bundle: JsonObject): Operation[] {
  return Object.entries(object(bundle.paths)).flatMap(([path, item]) =>
    Object.entries(object(item)).map(([method, operation]) => ({ method, path, operation: object(operation) })),
  );
}

/** Returns every media type object of an operation with a readable name. */
export function mediaOf(bundle: JsonObject, { operation }: Operation): [where: string, media: JsonObject][] {
  const parents: [string, Json | undefined][] = [
    ['request', operation.requestBody],
    ...Object.entries(object(operation.responses)),
  ];
  return parents.flatMap(([where, parent]) =>
    Object.entries(object(resolve(bundle, parent).content)).map(([type, media]): [string, JsonObject] => [
      `${where} ${type}`,
      object(media),
    ]),
  );
}

/** Calls back for every value in the bundle, with its JSON pointer. */
export function visit(value: Json, callback: (value: Json, pointer: string) => void, pointer = ''): void {
  callback(value, pointer);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, child] of Object.entries(value)) {
    visit(child, callback, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  }
}
