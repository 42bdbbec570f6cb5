import {
  type ContentType,
  findResponse,
  isForm,
  isJson,
  isMultipartForm,
  isRange,
  matchMediaType,
  parseContentType,
} from '@sca-kit/openapi';
import type { IHttpOperation, IHttpOperationResponse, IMediaTypeContent } from '@stoplight/types';
import { isUnparsed } from './media-type.ts';

/**
 * Cuts an operation down to what one message can be validated by. Prism picks a body's schema by a comparison that does
 * not see the `+suffix`, and falls back to the first one; with a single candidate left it has nothing to pick.
 * Results are kept, because Prism caches compiled schemas by object identity.
 */
export interface Narrowed {
  readonly operation: IHttpOperation;
  /** The documented name of the matching media type; undefined when none matches. */
  readonly mediaType?: string;
  /** Whether any media type is documented for the message. */
  readonly hasContents: boolean;
}

const requests = new WeakMap<IHttpOperation, Map<string, Narrowed>>();
const responses = new WeakMap<IHttpOperation, Map<string, Narrowed & { response?: IHttpOperationResponse }>>();

/** The operation with only the request media type that `contentType` names; `validateBody: false` leaves none. */
export function narrowRequest(
  operation: IHttpOperation,
  contentType: string | undefined,
  validateBody: boolean,
): Narrowed {
  return cached(requests, operation, `${validateBody} ${contentType ?? ''}`, () => {
    const body = operation.request?.body;
    const contents = body?.contents ?? [];
    const type = parseContentType(contentType);
    const match = type && matchContent(type, contents);
    // A body that cannot be read is there all the same.
    const narrowedBody = body && {
      ...body,
      required: body.required === true && validateBody,
      contents: match && validateBody ? [match] : [],
    };
    const request = { ...operation.request, ...(narrowedBody ? { body: narrowedBody } : {}) };
    return {
      operation: { ...operation, request },
      hasContents: contents.length > 0,
      ...(match ? { mediaType: match.mediaType } : {}),
    };
  });
}

/** The operation with only the response that `status` stands for and the media type that `contentType` names. */
export function narrowResponse(
  operation: IHttpOperation,
  status: number,
  contentType: string | undefined,
  validateBody: boolean,
): Narrowed & { response?: IHttpOperationResponse } {
  return cached(responses, operation, `${status} ${validateBody} ${contentType ?? ''}`, () => {
    const response = findResponse(operation.responses, status, ({ code }) => code);
    const contents = response?.contents ?? [];
    const type = parseContentType(contentType);
    const match = type && withoutMultipartSchema(type, matchContent(type, contents));
    const narrowed = response && { ...response, contents: match && validateBody ? [match] : [] };
    return {
      operation: { ...operation, responses: narrowed ? [narrowed] : [] },
      hasContents: contents.length > 0,
      ...(response ? { response } : {}),
      ...(match ? { mediaType: match.mediaType } : {}),
    };
  });
}

/**
 * The content that a message is validated by. It has no schema where the body cannot be put to one: XML, or something else
 * than JSON under a range whose schema describes what every form of it holds.
 */
function matchContent(type: ContentType, contents: readonly IMediaTypeContent[]): IMediaTypeContent | undefined {
  const match = matchMediaType(type, contents, (content) => content.mediaType);
  if (!match) return undefined;
  const { schema: _unread, ...bare } = match;
  // Prism takes a form in parts for one in a URL unless the document calls it by its name.
  if (isUnparsed(type.essence) || (isMultipartForm(type.essence) && isRange(match.mediaType))) return bare;
  const isRead = isJson(type.essence) || isForm(type.essence) || match.schema?.type === 'string';
  return isRead || !isRange(match.mediaType) ? match : bare;
}

/** Prism asks for a boundary in a response, too, and then does not look at it. */
function withoutMultipartSchema(
  type: ContentType,
  match: IMediaTypeContent | undefined,
): IMediaTypeContent | undefined {
  if (!match || !isMultipartForm(type.essence)) return match;
  const { schema: _unread, ...bare } = match;
  return bare;
}

const MAX_CACHED = 200;

function cached<T>(
  cache: WeakMap<IHttpOperation, Map<string, T>>,
  operation: IHttpOperation,
  key: string,
  make: () => T,
): T {
  let entries = cache.get(operation);
  if (!entries) {
    entries = new Map();
    cache.set(operation, entries);
  }
  const found = entries.get(key);
  if (found !== undefined) return found;
  const made = make();
  // Content types are the sender's choice; an endless variety of them must not fill the memory.
  if (entries.size < MAX_CACHED) entries.set(key, made);
  return made;
}
