import {
  asString,
  findJose,
  findResponse,
  formatContentType,
  isMultipartForm,
  type JoseExtension,
  type Operation,
  parseContentType,
} from '@sca-kit/openapi';
import type { IHttpRequest, IHttpResponse } from '@stoplight/prism-http';
import { validateInput, validateOutput } from '@stoplight/prism-http/dist/validator/index.js';
import type { IHttpOperation } from '@stoplight/types';
import type { ContractDocument } from '../document/contract-document.ts';
import { undocumentedQuery, undocumentedRequestHeaders, undocumentedResponseHeaders } from './documented-headers.ts';
import { type IvLedger, validateEnvelope } from './envelope.ts';
import { isStream } from './media-type.ts';
import { type Headers, header, type RawRequest, type RawResponse } from './message.ts';
import { objectsInForm, rewriteForm } from './multipart.ts';
import { narrowRequest, narrowResponse } from './narrow-operation.ts';
import { validateParameters } from './parameters.ts';
import { fromDiagnostic, type ValidationError } from './violation.ts';

/** The contract, and the initialization vectors seen so far. */
export interface ValidationContext {
  readonly contract: ContractDocument;
  readonly ivs: IvLedger;
}

type Verdict = ReturnType<typeof validateInput> | ReturnType<typeof validateOutput>;
const errorsOf = (verdict: Verdict): ValidationError[] =>
  verdict._tag === 'Left' ? verdict.left.map(fromDiagnostic) : [];

/**
 * Validates a request except its security. Prism validates the parameters, and the body by the schema of its media type. What
 * Prism accepts (undocumented headers, parameters and media types) is validated here.
 */
export function validateRequest(
  scope: ValidationContext,
  resource: IHttpOperation,
  element: IHttpRequest,
  raw: RawRequest,
  unreadable: ValidationError | undefined,
): ValidationError[] {
  const operation = scope.contract.byId.get(scope.contract.idOf(resource));
  if (!operation) return [];
  const contentType = header(raw.headers, 'content-type');
  const hasBody = raw.body.byteLength > 0;
  const form = readForm(element.body, contentType);
  const bodyError = unreadable ?? ('error' in form ? form.error : undefined);
  const narrowed = narrowRequest(resource, hasBody ? contentType : undefined, bodyError === undefined);
  const errors = [
    ...undocumentedRequestHeaders(raw.headers, operation),
    ...undocumentedQuery(scope.contract.document, Object.keys(element.url.query ?? {}), operation),
  ];
  if (bodyError) errors.push(bodyError);
  if (hasBody) errors.push(...validateBodyPresence(narrowed.hasContents, narrowed.mediaType, contentType));
  const jose = findJose(operation.body?.contents ?? [], narrowed.mediaType);
  if (jose && typeof element.body === 'string') {
    errors.push(...validateEnvelope(element.body, jose, 'request'), ...scope.ivs.note(element.body, 'request'));
    const methods = operation.parameters.filter(({ in: place }) => place === 'header');
    errors.push(...validateJoseMethod(methods, raw.headers, jose, 'request'));
  }
  const forPrism = { ...element, ...('body' in form ? form : {}), headers: headersForPrism(element.headers) };
  const validated = errorsOf(validateInput({ resource: narrowed.operation, element: forPrism }));
  const content = 'body' in form && operation.body?.contents.find(({ name }) => name === narrowed.mediaType);
  const unread = content ? objectsInForm(scope.contract.document, content.schema) : [];
  errors.push(
    ...validated.filter(({ location, code }) => code !== 'type' || !unread.includes(location.slice('body.'.length))),
  );
  errors.push(...validateParameters(resource, element, asString(scope.contract.document.jsonSchemaDialect)));
  return errors;
}

/** Rewrites a multipart form for Prism; every other body stays as it is. */
function readForm(
  body: unknown,
  contentType: string | undefined,
): { readonly body?: unknown } | { readonly error: ValidationError } {
  if (typeof body !== 'string' || !isMultipartForm(parseContentType(contentType)?.essence ?? '')) return {};
  const form = rewriteForm(body, contentType);
  return 'error' in form ? form : { body: form.text };
}

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
  // A stream does not end, so only its headers are validated.
  const validateBody = bodyError === undefined && method !== 'HEAD' && !streaming;
  const narrowed = narrowResponse(resource, raw.status, hasBody ? contentType : undefined, validateBody && hasBody);
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
  const jose = findJose(contentsOf(operation, narrowed.response.code), narrowed.mediaType);
  if (jose && typeof element.body === 'string') {
    errors.push(...validateEnvelope(element.body, jose, 'response'), ...scope.ivs.note(element.body, 'response'));
    errors.push(...validateJoseMethod(narrowed.response.headers ?? [], raw.headers, jose, 'response'));
  }
  // Prism requires a media type wherever contents are documented, so narrowing leaves none without a body.
  const headers = headersForPrism(element.headers);
  return [...errors, ...errorsOf(validateOutput({ resource: narrowed.operation, element: { ...element, headers } }))];
}

/** Whether a 204, whose body no HTTP reader hands out, says that it has one (RFC 9110, section 8.6). */
const announcesBody = ({ status, headers }: RawResponse): boolean =>
  status === 204 &&
  ((header(headers, 'content-length') ?? '0') !== '0' || header(headers, 'transfer-encoding') !== undefined);

/**
 * Prism throws at a content type that it cannot read, so it gets a plain one or none; and it compares media types once
 * more when it sees a length. Both are settled before it is asked.
 */
function headersForPrism(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  const { 'content-length': _length, 'content-type': sent, ...rest } = headers;
  const type = parseContentType(sent);
  return { ...rest, ...(type ? { 'content-type': formatContentType(type) } : {}) };
}

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
  scope: ValidationContext,
  operationId: string,
  contentType: string,
  body: unknown,
): ValidationError[] {
  const resource = scope.contract.plaintext.get(operationId);
  if (!resource) return [];
  const { operation } = narrowRequest(resource, contentType, true);
  const bodyOnly = { ...operation, request: { ...(operation.request?.body ? { body: operation.request.body } : {}) } };
  const element: IHttpRequest = {
    method: 'post',
    url: { path: operation.path },
    headers: { 'content-type': contentType },
    body,
  };
  return errorsOf(validateInput({ resource: bodyOnly, element })).map(inPlaintext);
}

/** Validates the plaintext of an encrypted response. */
export function validateResponsePlaintext(
  scope: ValidationContext,
  operationId: string,
  status: number,
  contentType: string,
  body: unknown,
): ValidationError[] {
  const resource = scope.contract.plaintext.get(operationId);
  if (!resource) return [];
  const { operation } = narrowResponse(resource, status, contentType, true);
  const bodyOnly = { ...operation, responses: operation.responses.map((response) => ({ ...response, headers: [] })) };
  const element: IHttpResponse = { statusCode: status, headers: { 'content-type': contentType }, body };
  return errorsOf(validateOutput({ resource: bodyOnly, element })).map(inPlaintext);
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
  const { mediaType } = narrowResponse(resource, raw.status, hasBody ? contentType : undefined, hasBody);
  return { documentedStatus: response.code, ...(hasBody ? (mediaType ? { mediaType } : {}) : { mediaType: '' }) };
}
