import { findJose, findResponse, type JoseExtension, type Operation, parseContentType } from '@sca-kit/openapi';
import type { IHttpRequest, IHttpResponse } from '@stoplight/prism-http';
import type { IHttpOperation } from '@stoplight/types';
import type { ContractDocument } from '../document/contract-document.ts';
import { undocumentedQuery, undocumentedRequestHeaders, undocumentedResponseHeaders } from './documented-headers.ts';
import { type IvLedger, validateEnvelope } from './envelope.ts';
import { isStream } from './media-type.ts';
import { type Headers, header, type RawRequest, type RawResponse } from './message.ts';
import { narrowRequest, narrowResponse } from './narrow-operation.ts';
import { validateParameters, validateResponseHeaders } from './parameters.ts';
import { validateBody, validateValue } from './validate-body.ts';
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
  resource: IHttpOperation,
  element: IHttpRequest,
  raw: RawRequest,
  unreadable: ValidationError | undefined,
): ValidationError[] {
  const { contract } = scope;
  const operation = contract.byId.get(contract.idOf(resource));
  if (!operation) return [];
  const contentType = header(raw.headers, 'content-type');
  const hasBody = raw.body.byteLength > 0;
  const narrowed = narrowRequest(resource, hasBody ? contentType : undefined);
  const errors = [
    ...undocumentedRequestHeaders(raw.headers, operation),
    ...undocumentedQuery(contract.document, Object.keys(element.url.query ?? {}), operation),
  ];
  if (unreadable) errors.push(unreadable);
  if (hasBody) errors.push(...validateBodyPresence(narrowed.hasContents, narrowed.mediaType, contentType));
  else if (operation.body?.required) errors.push(MISSING_BODY);
  const jose = findJose(operation.body?.contents ?? [], narrowed.mediaType);
  if (jose && typeof element.body === 'string') {
    errors.push(...validateEnvelope(element.body, jose, 'request'), ...scope.ivs.note(element.body, 'request'));
    const methods = operation.parameters.filter(({ in: place }) => place === 'header');
    errors.push(...validateJoseMethod(methods, raw.headers, jose, 'request'));
  }
  const content = operation.body?.contents.find(({ name }) => name === narrowed.mediaType);
  if (hasBody && !unreadable && content) {
    const body = { value: element.body, contentType: contentType ?? '' };
    errors.push(...validateBody(contract, 'request', resource, content, narrowed.content, body));
  }
  errors.push(...validateParameters(contract, resource, operation, raw, element.url.path));
  return errors;
}

const MISSING_BODY: ValidationError = { location: 'body', code: 'required', message: 'Body parameter is required' };

/** Validates a response. */
export function validateResponse(
  scope: ValidationContext,
  resource: IHttpOperation,
  element: IHttpResponse,
  raw: RawResponse,
  bodyError: ValidationError | undefined,
  method: string,
): ValidationError[] {
  const contentType = header(raw.headers, 'content-type');
  const streaming = raw.stream !== undefined;
  const hasBody = raw.body.byteLength > 0 || streaming;
  const narrowed = narrowResponse(resource, raw.status, hasBody ? contentType : undefined);
  if (!narrowed.response) return [undocumentedStatus(raw.status)];
  const documented = (narrowed.response.headers ?? []).map(({ name }) => name);
  const errors = undocumentedResponseHeaders(raw.headers, documented);
  // `default` documents errors in general, not an operation that is not implemented.
  if (raw.status === 501 && narrowed.response.code === 'default') errors.push(undocumentedStatus(501));
  if (bodyError) errors.push(bodyError);
  if (hasBody || announcesBody(raw)) {
    errors.push(...validateBodyPresence(narrowed.hasContents && raw.status !== 204, narrowed.mediaType, contentType));
  } else if (narrowed.hasContents && method !== 'HEAD') {
    errors.push({
      location: 'body',
      code: 'missing-body',
      message: 'The response has no body, but the document requires one.',
    });
  }
  const operation = scope.contract.byId.get(scope.contract.idOf(resource));
  const described = operation?.responses.find(({ status }) => status === narrowed.response?.code);
  const content = described?.contents.find(({ name }) => name === narrowed.mediaType);
  if (content?.jose && typeof element.body === 'string') {
    const { jose } = content;
    errors.push(...validateEnvelope(element.body, jose, 'response'), ...scope.ivs.note(element.body, 'response'));
    errors.push(...validateJoseMethod(narrowed.response.headers ?? [], raw.headers, jose, 'response'));
  }
  // A stream does not end, so only its headers are validated.
  if (content && hasBody && !bodyError && method !== 'HEAD' && !streaming) {
    const body = { value: element.body, contentType: contentType ?? '' };
    errors.push(...validateBody(scope.contract, 'response', resource, content, narrowed.content, body));
  }
  const headers = described?.headers ?? [];
  errors.push(...validateResponseHeaders(scope.contract, resource, headers, raw, narrowed.response));
  return errors;
}

/** Whether a 204, whose body no HTTP reader hands out, says that it has one (RFC 9110, section 8.6). */
const announcesBody = ({ status, headers }: RawResponse): boolean =>
  status === 204 &&
  ((header(headers, 'content-length') ?? '0') !== '0' || header(headers, 'transfer-encoding') !== undefined);

function validateBodyPresence(
  documented: boolean,
  match: string | undefined,
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

/** The documented media types of a response, by the key of its status in the document. */
export const contentsOf = (
  operation: Operation | undefined,
  status: string,
): Operation['responses'][number]['contents'] =>
  operation?.responses.find((response) => response.status === status)?.contents ?? [];

/** Validates the plaintext of an encrypted request. */
export function validateRequestPlaintext(
  { contract }: ValidationContext,
  operationId: string,
  contentType: string,
  value: unknown,
): ValidationError[] {
  const resource = contract.plaintext.get(operationId);
  const { mediaType, content } = resource ? narrowRequest(resource, contentType) : {};
  const jose = findJose(contract.byId.get(operationId)?.body?.contents ?? [], mediaType);
  if (!resource || !jose) return [];
  return validateValue(contract, 'request', resource, jose.payload, content, value).map(inPlaintext);
}

/** Validates the plaintext of an encrypted response. */
export function validateResponsePlaintext(
  { contract }: ValidationContext,
  operationId: string,
  status: number,
  contentType: string,
  value: unknown,
): ValidationError[] {
  const resource = contract.plaintext.get(operationId);
  const { mediaType, content, response } = resource ? narrowResponse(resource, status, contentType) : {};
  const jose = findJose(contentsOf(contract.byId.get(operationId), response?.code ?? ''), mediaType);
  if (!resource || !jose) return [];
  return validateValue(contract, 'response', resource, jose.payload, content, value).map(inPlaintext);
}

const inPlaintext = (error: ValidationError): ValidationError => ({
  ...error,
  location: error.location.replace(/^body/, 'plaintext'),
});

/** The documented status and media type that a response counts for in the coverage table. */
export function coverageKey(
  resource: IHttpOperation,
  raw: RawResponse,
): { documentedStatus?: string; mediaType?: string } {
  const response = findResponse(resource.responses, raw.status, ({ code }) => code);
  if (!response) return {};
  const contentType = header(raw.headers, 'content-type');
  const hasBody =
    raw.body.byteLength > 0 || (raw.stream !== undefined && isStream(parseContentType(contentType)?.essence ?? ''));
  const { mediaType } = narrowResponse(resource, raw.status, hasBody ? contentType : undefined);
  return { documentedStatus: response.code, ...(hasBody ? (mediaType ? { mediaType } : {}) : { mediaType: '' }) };
}
