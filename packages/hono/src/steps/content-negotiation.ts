import type { OperationDescriptor } from '@sca-kit/api';
import { parseAccept } from 'hono/utils/accept';
import { RequestError } from '../errors/request-error.ts';

const JSON_TYPE = 'application/json';
const JOSE_TYPE = 'application/jose+json';

/** What the headers say of the bodies. */
export interface NegotiatedContent {
  /** The media type of the request body as the description spells it; null without a body. */
  readonly request: string | null;
  /** The media type of a successful answer; null when the operation answers without a body. */
  readonly answer: string | null;
}

export interface JoseMode {
  /** `required`: operations that know an envelope take nothing else. `optional`: clear JSON too. */
  readonly mode: 'required' | 'optional';
}

/**
 * Checks media types before anything is read: 415 for a body that the operation does not take, 406 when no answer
 * would be acceptable.
 */
export function negotiateContent(operation: OperationDescriptor, headers: Headers, jose: JoseMode): NegotiatedContent {
  const request = requestType(operation, headers, jose);
  return { request, answer: answerType(operation, headers, request) };
}

function requestType(operation: OperationDescriptor, headers: Headers, jose: JoseMode): string | null {
  const header = headers.get('content-type');
  if (operation.request.mediaTypes.length === 0) return null;
  if (header === null) return hasBody(headers) || operation.request.required ? refuseType(operation, jose) : null;
  const essence = header.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!accepted(operation, jose).includes(essence) || !isUtf8(header)) return refuseType(operation, jose);
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity') {
    throw new RequestError(
      'media.type.unsupported',
      'Send the body with Content-Encoding identity, or without that header.',
    );
  }
  if (essence === JOSE_TYPE) requireIdentityAnswer(headers);
  return essence;
}

/**
 * A sealed answer is sent as it is; a caller that names encodings must let it pass unencoded. Fetch and browsers add
 * their own list, which says nothing of this API: only what forbids `identity` is refused (RFC 9110 §12.5.3).
 */
function requireIdentityAnswer(headers: Headers): void {
  const codings = parseAccept(headers.get('accept-encoding') ?? '');
  const quality = (name: string): number | undefined => codings.find(({ type }) => type.toLowerCase() === name)?.q;
  if ((quality('identity') ?? quality('*') ?? 1) === 0) {
    throw new RequestError('media.type.unsupported', 'A sealed answer has no content encoding: accept identity.');
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

function refuseType(operation: OperationDescriptor, jose: JoseMode): never {
  const types = accepted(operation, jose).join(' or ');
  throw new RequestError('media.type.unsupported', `Send the body as ${types}, in UTF-8, and say so in Content-Type.`);
}

function hasBody(headers: Headers): boolean {
  return (headers.get('content-length') ?? '0') !== '0' || headers.has('transfer-encoding');
}

function answerType(operation: OperationDescriptor, headers: Headers, request: string | null): string | null {
  const success = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
  const offered = success.flatMap(([, types]) => types);
  const sealed = request === JOSE_TYPE || operation.request.mediaTypes.length === 0;
  const candidates = offered.filter(
    (type) => offered.length === 1 || (type === JOSE_TYPE) === (sealed && offered.includes(JOSE_TYPE)),
  );
  const header = headers.get('accept');
  // An operation without a body in its answer still answers errors as JSON; real clients ask for the envelope then.
  const wanted = candidates.length > 0 ? candidates : [JSON_TYPE, JOSE_TYPE];
  const chosen = wanted.find((type) => !header?.trim() || isAccepted(header, type));
  if (chosen === undefined) {
    throw new RequestError(
      'not.acceptable',
      `This operation answers as ${wanted.join(' or ')}: list it in Accept, or leave Accept out.`,
    );
  }
  return candidates.length > 0 ? chosen : null;
}

/** RFC 9110 §12.5.1: the most specific range that covers the type decides. */
function isAccepted(header: string, type: string): boolean {
  const [family] = type.split('/', 1);
  const ranges = parseAccept(header).map((range) => ({ ...range, type: range.type.trim().toLowerCase() }));
  const range = [type, `${family}/*`, '*/*'].map((name) => ranges.find((entry) => entry.type === name)).find(Boolean);
  return range !== undefined && range.q > 0;
}
