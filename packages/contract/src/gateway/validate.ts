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
import { narrowRequest, narrowResponse } from './narrow.ts';
import { validateParameters } from './parameters.ts';
import { fromDiagnostic, type ValidationError } from './violation.ts';

/** What is needed to validate either side. */
export interface ValidationContext {
  readonly contract: ContractDocument;
  readonly ivs: IvLedger;
}

type Verdict = ReturnType<typeof validateInput> | ReturnType<typeof validateOutput>;
const errorsOf = (verdict: Verdict): ValidationError[] =>
  verdict._tag === 'Left' ? verdict.left.map(fromDiagnostic) : [];

/**
 * All that is wrong with a request, security apart. Prism validates parameters and the body against the one media type
 * that was sent; what Prism lets pass (undocumented headers, parameters and media types) is validated here.
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
  const bodyError = unreadable ?? ('fault' in form ? form.fault : undefined);
  const narrowed = narrowRequest(resource, hasBody ? contentType : undefined, bodyError === undefined);
  const faults = [
    ...undocumentedRequestHeaders(raw.headers, operation),
    ...undocumentedQuery(scope.contract.document, Object.keys(element.url.query ?? {}), operation),
  ];
  if (bodyError) faults.push(bodyError);
  if (hasBody) faults.push(...validateBodyPresence(narrowed.hasContents, narrowed.mediaType, contentType));
  const mark = findJose(operation.body?.contents ?? [], narrowed.mediaType);
  if (mark && typeof element.body === 'string') {
    faults.push(...validateEnvelope(element.body, mark, 'request'), ...scope.ivs.note(element.body, 'request'));
    const methods = operation.parameters.filter(({ in: place }) => place === 'header');
    faults.push(...validateJoseMethod(methods, raw.headers, mark, 'request'));
  }
  const forPrism = { ...element, ...('body' in form ? form : {}), headers: headersForPrism(element.headers) };
  const validated = errorsOf(validateInput({ resource: narrowed.operation, element: forPrism }));
  const content = 'body' in form && operation.body?.contents.find(({ name }) => name === narrowed.mediaType);
  const unread = content ? objectsInForm(scope.contract.document, content.schema) : [];
  faults.push(
    ...validated.filter(({ location, code }) => code !== 'type' || !unread.includes(location.slice('body.'.length))),
  );
  faults.push(...validateParameters(resource, element, asString(scope.contract.document.jsonSchemaDialect)));
  return faults;
}

/** A multipart form as Prism can take it apart; every other body stays as it is. */
function readForm(
  body: unknown,
  contentType: string | undefined,
): { readonly body?: unknown } | { readonly fault: ValidationError } {
  if (typeof body !== 'string' || !isMultipartForm(parseContentType(contentType)?.essence ?? '')) return {};
  const form = rewriteForm(body, contentType);
  return 'fault' in form ? form : { body: form.text };
}

/** All that is wrong with a response. */
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
  // A stream has no end to wait for; its head is validated, not what it will hold.
  const validateBody = bodyError === undefined && method !== 'HEAD' && !streaming;
  const narrowed = narrowResponse(resource, raw.status, hasBody ? contentType : undefined, validateBody && hasBody);
  if (!narrowed.response) return [undocumentedStatus(raw.status)];
  const documented = (narrowed.response.headers ?? []).map(({ name }) => name);
  const faults = undocumentedResponseHeaders(raw.headers, documented);
  // `default` describes errors in general; it does not turn a missing operation into a documented response.
  if (raw.status === 501 && narrowed.response.code === 'default') faults.push(undocumentedStatus(501));
  if (bodyError) faults.push(bodyError);
  if (hasBody || announcesBody(raw)) {
    faults.push(...validateBodyPresence(narrowed.hasContents && raw.status !== 204, narrowed.mediaType, contentType));
  } else if (narrowed.hasContents && method !== 'HEAD') {
    faults.push({
      location: 'body',
      code: 'missing-body',
      message: 'The response has no body where one is documented.',
    });
  }
  const operation = scope.contract.byId.get(scope.contract.idOf(resource));
  const mark = findJose(contentsOf(operation, narrowed.response.code), narrowed.mediaType);
  if (mark && typeof element.body === 'string') {
    faults.push(...validateEnvelope(element.body, mark, 'response'), ...scope.ivs.note(element.body, 'response'));
    faults.push(...validateJoseMethod(narrowed.response.headers ?? [], raw.headers, mark, 'response'));
  }
  // Prism looks for a media type wherever contents are left; without a body to validate there are none.
  const headers = headersForPrism(element.headers);
  return [...faults, ...errorsOf(validateOutput({ resource: narrowed.operation, element: { ...element, headers } }))];
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
    return [{ location: 'body', code: 'undocumented-body', message: 'There is a body where none is documented.' }];
  }
  if (match !== undefined) return [];
  const sent = parseContentType(contentType)?.essence;
  const message = sent ? `The media type ${sent} is not documented here.` : 'The body has no valid content type.';
  return [{ location: 'header.content-type', code: 'undocumented-media-type', message }];
}

const undocumentedStatus = (status: number): ValidationError =>
  status === 501
    ? { location: 'status', code: 'not-implemented', message: 'The target says that it does not implement this (501).' }
    : { location: 'status', code: 'undocumented-status', message: `The status ${status} is not documented here.` };

/** An encrypted body names its method in a header, where the document has one for it. */
function validateJoseMethod(
  documented: readonly { readonly name: string }[],
  headers: Headers,
  mark: JoseExtension,
  side: 'request' | 'response',
): ValidationError[] {
  const name = documented.find((each) => /jose-method$/i.test(each.name))?.name;
  if (name === undefined) return [];
  const sent = header(headers, name.toLowerCase());
  if (sent === mark.method) return [];
  const what = sent === undefined ? 'is missing from' : 'does not fit';
  return [
    {
      location: `header.${name.toLowerCase()}`,
      code: 'jose-method',
      message: `The header ${name} ${what} an encrypted ${side}; it has to be ${mark.method}.`,
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

const inPlaintext = (fault: ValidationError): ValidationError => ({
  ...fault,
  location: fault.location.replace(/^body/, 'plaintext'),
});

/** The documented key and media type that a response counts for in the coverage table. */
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
