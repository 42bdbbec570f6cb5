import { isRange, parseContentType } from '@sca-kit/openapi';
import type { IHttpRequest } from '@stoplight/prism-http';
import type { IHttpOperation, IMediaTypeContent } from '@stoplight/types';
import { type Headers, header } from './message.ts';

const silenced = new WeakMap<IHttpOperation, IHttpOperation>();
const originals = new WeakMap<IHttpOperation, IHttpOperation>();

/** The operation without its callbacks: Prism sends them with every response that it makes up, wanted or not. */
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
 * The operation as responses are made from it. Prism writes its own `Deprecation` header over the documented one wherever
 * it knows of a deprecation, and responses a range of media types with the range itself.
 *
 * @param accepted media types, the best first
 */
export function mockedOperation(resource: IHttpOperation, accepted: readonly string[]): IHttpOperation {
  const responses = resource.responses.map((response) => {
    const { contents = [] } = response;
    const ranges = contents.filter(({ mediaType }) => isRange(mediaType));
    if (ranges.length === 0) return response;
    // What is documented by its own name goes first, also where a range stands for the same.
    const named = contents.filter(({ mediaType }) => !isRange(mediaType));
    return { ...response, contents: [...named, ...ranges.map((content) => typed(content, accepted))] };
  });
  return { ...resource, responses, ...(resource.deprecated ? { deprecated: false } : {}) };
}

/** The content under a media type of its range: JSON where that is accepted, else the first that is. */
function typed(content: IMediaTypeContent, accepted: readonly string[]): IMediaTypeContent {
  const [major] = content.mediaType.split('/');
  const wanted = accepted.flatMap((each) => parseContentType(each)?.essence ?? []);
  const fitting = wanted.filter((each) => major === '*' || each.startsWith(`${major}/`));
  const usual = USUAL.get(major) ?? 'application/json';
  const free = wanted.some((each) => [usual, `${major}/*`, '*/*'].includes(each));
  const mediaType = free ? usual : (fitting.find((each) => !isRange(each)) ?? usual);
  return { ...content, mediaType };
}

const USUAL: ReadonlyMap<string | undefined, string> = new Map([
  ['text', 'text/plain'],
  ['image', 'image/png'],
  ['audio', 'audio/mpeg'],
  ['video', 'video/mp4'],
]);

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
