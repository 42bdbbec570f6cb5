import { type JoseExtension, type MediaType, type Operation, parseContentType } from '@sca-kit/openapi';
import type { IHttpRequest, IHttpResponse } from '@stoplight/prism-http';
import type { ContractDocument } from '../document/contract-document.ts';
import { undocumentedQuery, undocumentedRequestHeaders, undocumentedResponseHeaders } from './documented-headers.ts';
import { type IvLedger, validateEnvelope } from './envelope.ts';
import { isStream } from './media-type.ts';
import { type Headers, header, type RawRequest, type RawResponse } from './message.ts';
import { narrowRequest, narrowResponse } from './narrow-operation.ts';
import { validateParameters, validateResponseHeaders } from './parameters.ts';
import { validateBody } from './validate-body.ts';
import { validateValue } from './validate-value.ts';
import type { ValidationError } from './violation.ts';

/** The contract, and the initialization vectors seen so far. */
export interface ValidationContext {
  readonly contract: ContractDocument;
  readonly ivs: IvLedger;
}

/**
 * Validates a request except its security. What Prism accepts (undocumented headers, parameters and media types) is
 * validated here.
 */
export function validateRequest(
  scope: ValidationContext,
  operation: Operation,
  element: IHttpRequest,
  raw: RawRequest,
  unreadable: ValidationError | undefined,
): ValidationError[] {
  const { contract } = scope;
  const contentType = header(raw.headers, 'content-type');
  const hasBody = raw.body.byteLength > 0;
  const { content, hasContents } = narrowRequest(operation, hasBody ? contentType : undefined);
  const errors = [
    ...undocumentedRequestHeaders(raw.headers, operation),
    ...undocumentedQuery(contract.document, Object.keys(element.url.query ?? {}), operation),
  ];
  if (unreadable) errors.push(unreadable);
  if (hasBody) errors.push(...validateBodyPresence(hasContents, content, contentType));
  else if (operation.body?.required) errors.push(MISSING_BODY);
  const jose = content?.jose;
  if (jose && typeof element.body === 'string') {
    errors.push(...validateEnvelope(element.body, jose, 'request'), ...scope.ivs.note(element.body, 'request'));
    const methods = operation.parameters.filter(({ in: place }) => place === 'header');
    errors.push(...validateJoseMethod(methods, raw.headers, jose, 'request'));
  }
  if (hasBody && !unreadable && content) {
    const body = { value: element.body, contentType: contentType ?? '' };
    errors.push(...validateBody(contract, 'request', content, body));
  }
  errors.push(...validateParameters(contract, operation, raw, element.url.path));
  return errors;
}

const MISSING_BODY: ValidationError = { location: 'body', code: 'required', message: 'Body parameter is required' };

/** Validates a response. */
export function validateResponse(
  scope: ValidationContext,
  operation: Operation,
  element: IHttpResponse,
  raw: RawResponse,
  bodyError: ValidationError | undefined,
  method: string,
): ValidationError[] {
  const contentType = header(raw.headers, 'content-type');
  const streaming = raw.stream !== undefined;
  const hasBody = raw.body.byteLength > 0 || streaming;
  const { content, hasContents, response } = narrowResponse(operation, raw.status, hasBody ? contentType : undefined);
  if (!response) return [undocumentedStatus(raw.status)];
  const { headers } = response;
  const errors = undocumentedResponseHeaders(raw.headers, headers);
  // `default` documents errors in general, not an operation that is not implemented.
  if (raw.status === 501 && response.status === 'default') errors.push(undocumentedStatus(501));
  if (bodyError) errors.push(bodyError);
  if (hasBody || announcesBody(raw)) {
    errors.push(...validateBodyPresence(hasContents && raw.status !== 204, content, contentType));
  } else if (hasContents && method !== 'HEAD') {
    errors.push({
      location: 'body',
      code: 'missing-body',
      message: 'The response has no body, but the document requires one.',
    });
  }
  if (content?.jose && typeof element.body === 'string') {
    const { jose } = content;
    errors.push(...validateEnvelope(element.body, jose, 'response'), ...scope.ivs.note(element.body, 'response'));
    errors.push(...validateJoseMethod(headers, raw.headers, jose, 'response'));
  }
  // A stream does not end, so only its headers are validated.
  if (content && hasBody && !bodyError && method !== 'HEAD' && !streaming) {
    const body = { value: element.body, contentType: contentType ?? '' };
    errors.push(...validateBody(scope.contract, 'response', content, body));
  }
  errors.push(...validateResponseHeaders(scope.contract, headers, raw));
  return errors;
}

/** Whether a 204, whose body no HTTP reader hands out, says that it has one (RFC 9110, section 8.6). */
const announcesBody = ({ status, headers }: RawResponse): boolean =>
  status === 204 &&
  ((header(headers, 'content-length') ?? '0') !== '0' || header(headers, 'transfer-encoding') !== undefined);

function validateBodyPresence(
  documented: boolean,
  match: MediaType | undefined,
  contentType: string | undefined,
): ValidationError[] {
  if (!documented) {
    return [{ location: 'body', code: 'undocumented-body', message: 'The document defines no body here.' }];
  }
  if (match !== undefined) return [];
  const sent = parseContentType(contentType)?.essence;
  const message = sent
    ? `The document does not define the media type ${sent} here.`
    : 'The Content-Type of the body is missing or invalid.';
  return [{ location: 'header.content-type', code: 'undocumented-media-type', message }];
}

const undocumentedStatus = (status: number): ValidationError =>
  status === 501
    ? { location: 'status', code: 'not-implemented', message: 'The target responded 501 Not Implemented.' }
    : {
        location: 'status',
        code: 'undocumented-status',
        message: `The document does not define the status ${status} for this operation.`,
      };

/** Checks the header with the method of an encrypted body, if the document defines one. */
function validateJoseMethod(
  documented: readonly { readonly name: string }[],
  headers: Headers,
  jose: JoseExtension,
  side: 'request' | 'response',
): ValidationError[] {
  const name = documented.find((each) => /jose-method$/i.test(each.name))?.name;
  if (name === undefined) return [];
  const sent = header(headers, name.toLowerCase());
  if (sent === jose.method) return [];
  const what = sent === undefined ? 'is missing from' : 'does not match';
  return [
    {
      location: `header.${name.toLowerCase()}`,
      code: 'jose-method',
      message: `The header ${name} ${what} the encrypted ${side}. It must be ${jose.method}.`,
    },
  ];
}

/** Validates the plaintext of an encrypted request. */
export const validateRequestPlaintext = (
  { contract }: ValidationContext,
  operation: Operation,
  contentType: string,
  value: unknown,
): ValidationError[] => {
  const { jose } = narrowRequest(operation, contentType).content ?? {};
  return jose ? validateValue(contract, 'request', jose.payload, value, 'plaintext') : [];
};

/** Validates the plaintext of an encrypted response. */
export const validateResponsePlaintext = (
  { contract }: ValidationContext,
  operation: Operation,
  status: number,
  contentType: string,
  value: unknown,
): ValidationError[] => {
  const { jose } = narrowResponse(operation, status, contentType).content ?? {};
  return jose ? validateValue(contract, 'response', jose.payload, value, 'plaintext') : [];
};

/** The documented status and media type that a response counts for in the coverage table. */
export function coverageKey(operation: Operation, raw: RawResponse): { documentedStatus?: string; mediaType?: string } {
  const contentType = header(raw.headers, 'content-type');
  const hasBody =
    raw.body.byteLength > 0 || (raw.stream !== undefined && isStream(parseContentType(contentType)?.essence ?? ''));
  const { content, response } = narrowResponse(operation, raw.status, hasBody ? contentType : undefined);
  if (!response) return {};
  return {
    documentedStatus: response.status,
    ...(hasBody ? (content ? { mediaType: content.name } : {}) : { mediaType: '' }),
  };
}
