import type { IHttpRequest } from '@stoplight/prism-http';
import type { IHttpOperation } from '@stoplight/types';
import { parseContentType } from './media-type.ts';
import { type Headers, header } from './message.ts';

const silenced = new WeakMap<IHttpOperation, IHttpOperation>();
const originals = new WeakMap<IHttpOperation, IHttpOperation>();

/** The operation without its callbacks: Prism sends them with every answer that it makes up, wanted or not. */
export function withoutCallbacks(resource: IHttpOperation): IHttpOperation {
  const { callbacks, ...rest } = resource;
  if (!callbacks) return resource;
  const copy = silenced.get(resource) ?? rest;
  silenced.set(resource, copy);
  originals.set(copy, resource);
  return copy;
}

/** The operation with its callbacks again. */
export const withCallbacks = (resource: IHttpOperation): IHttpOperation => originals.get(resource) ?? resource;

/**
 * The operation as answers are made from it: Prism writes its own `Deprecation` header over the documented one wherever
 * it knows of a deprecation.
 */
export function mockedOperation(resource: IHttpOperation): IHttpOperation {
  return resource.deprecated ? { ...resource, deprecated: false } : resource;
}

/**
 * The request as Prism's callbacks read it. They take forms apart themselves, into something that no expression can
 * look into, so they get one that is taken apart already and no longer called a form.
 */
export function calledBack(input: IHttpRequest, headers: Headers): IHttpRequest {
  const type = parseContentType(header(headers, 'content-type'))?.essence;
  if (type !== 'application/x-www-form-urlencoded' || typeof input.body !== 'string') return { ...input };
  const { 'content-type': _form, ...rest } = input.headers ?? {};
  return { ...input, headers: rest, body: Object.fromEntries(new URLSearchParams(input.body)) };
}
