import type { OperationDescriptor } from '@sca-kit/api';
import { parseAccept } from 'hono/utils/accept';
import { RequestError } from '../errors/request-error.ts';
import type { MediaTypes, OperationRequest } from '../router/exchange.ts';
import type { JoseOptions } from '../router/options.ts';

const JSON_TYPE = 'application/json';
const JOSE_TYPE = 'application/jose+json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

type JoseMode = Pick<JoseOptions, 'mode'>;

/** Adds the media types of request and response. Rejects before the body is read: 415 for the request, 406 for the response. */
export function negotiateContent({ operation, request, options }: OperationRequest): {
  readonly mediaTypes: MediaTypes;
} {
  return { mediaTypes: negotiate(operation, request.headers, options.jose) };
}

/**
 * Chooses the media types of request and response from the headers.
 * @throws RequestError `media.type.unsupported` (415) for a body that the operation does not accept, `not.acceptable`
 * (406) when `Accept` lists no type that the operation responds with
 */
export function negotiate(operation: OperationDescriptor, headers: Headers, jose: JoseMode): MediaTypes {
  const request = requestType(operation, headers, jose);
  return { request, response: responseType(operation, headers, request) };
}

function requestType(operation: OperationDescriptor, headers: Headers, jose: JoseMode): string | null {
  const header = headers.get('content-type');
  if (operation.request.mediaTypes.length === 0) return null;
  const { required, untypedJson } = operation.request;
  if (header === null && untypedJson) return JSON_TYPE;
  if (header === null) return hasBody(headers) || required ? rejectType(operation, jose) : null;
  const sent = header.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const essence = untypedJson && sent === FORM_TYPE ? JSON_TYPE : sent;
  if (!accepted(operation, jose).includes(essence) || !isUtf8(header)) return rejectType(operation, jose);
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity') {
    throw new RequestError(
      'media.type.unsupported',
      'Send the body with Content-Encoding identity, or without that header.',
    );
  }
  if (essence === JOSE_TYPE) requireIdentityResponse(headers);
  return essence;
}

/**
 * Rejects a request that forbids a response without content coding: a JWE is never compressed. Browsers and `fetch` send
 * a list of codings of their own, so only a list that excludes `identity` is rejected (RFC 9110 §12.5.3).
 */
function requireIdentityResponse(headers: Headers): void {
  const codings = parseAccept(headers.get('accept-encoding') ?? '');
  const quality = (name: string): number | undefined => codings.find(({ type }) => type.toLowerCase() === name)?.q;
  if ((quality('identity') ?? quality('*') ?? 1) === 0) {
    throw new RequestError(
      'media.type.unsupported',
      'An encrypted response has no content encoding: allow identity in Accept-Encoding.',
    );
  }
}

function accepted(operation: OperationDescriptor, jose: JoseMode): readonly string[] {
  const types = operation.request.mediaTypes;
  return jose.mode === 'required' && types.includes(JOSE_TYPE) ? [JOSE_TYPE] : types;
}

function isUtf8(contentType: string): boolean {
  const charset = /charset\s*=\s*"?([^\s;"]+)"?/i.exec(contentType)?.[1];
  return charset === undefined || charset.toLowerCase() === 'utf-8';
}

function rejectType(operation: OperationDescriptor, jose: JoseMode): never {
  const types = accepted(operation, jose).join(' or ');
  throw new RequestError('media.type.unsupported', `Send the body as ${types}, in UTF-8, and say so in Content-Type.`);
}

function hasBody(headers: Headers): boolean {
  return (headers.get('content-length') ?? '0') !== '0' || headers.has('transfer-encoding');
}

function responseType(operation: OperationDescriptor, headers: Headers, request: string | null): string | null {
  const success = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
  const offered = success.flatMap(([, types]) => types);
  const encrypted = request === JOSE_TYPE || operation.request.mediaTypes.length === 0;
  const candidates = offered.filter(
    (type) => offered.length === 1 || (type === JOSE_TYPE) === (encrypted && offered.includes(JOSE_TYPE)),
  );
  const header = headers.get('accept');
  // Without a response body, errors are still JSON, and clients that encrypt accept the JOSE type only.
  const wanted = candidates.length > 0 ? candidates : [JSON_TYPE, JOSE_TYPE];
  const chosen = wanted.find((type) => !header?.trim() || isAccepted(header, type, request));
  if (chosen === undefined) {
    throw new RequestError(
      'not.acceptable',
      `This operation responds with ${wanted.join(' or ')}: list it in Accept, or omit Accept.`,
    );
  }
  return candidates.length > 0 ? chosen : null;
}

/**
 * RFC 9110 §12.5.1: the most specific range that covers the type decides. Generated clients that encrypt a request list
 * `application/json` alone; a server may ignore Accept, and the response to an encrypted request is never plain.
 */
function isAccepted(header: string, type: string, request: string | null): boolean {
  const [family] = type.split('/', 1);
  const ranges = parseAccept(header).map((range) => ({ ...range, type: range.type.trim().toLowerCase() }));
  const names = [type, `${family}/*`, '*/*', ...(request === JOSE_TYPE ? [JSON_TYPE] : [])];
  const range = names.map((name) => ranges.find((entry) => entry.type === name)).find(Boolean);
  return range !== undefined && range.q > 0;
}
