import type { Operation } from '@sca-kit/openapi';
import type { IHttpRequest, IHttpResponse } from '@stoplight/prism-http';
import type { HttpMethod } from '@stoplight/types';
import { readBody } from './body.ts';
import { codingOf, type ExchangeContext } from './exchange.ts';
import { header, headerRecord, pathOf, queryOf, type RawRequest, type RawResponse } from './message.ts';
import type { UpstreamFailure } from './upstream.ts';
import type { ValidationError } from './violation.ts';

/** The state of one exchange while Prism processes it. */
export interface PendingExchange {
  readonly raw: RawRequest;
  readonly context: ExchangeContext;
  /** The request as Prism reads it. */
  readonly input: IHttpRequest;
  /** The error in reading the request body. */
  readonly bodyError?: ValidationError;
  /** The operation that Prism routed the request to. */
  operation?: Operation;
  requestErrors: ValidationError[];
  responseErrors: ValidationError[];
  response?: RawResponse;
  /** The response's body, parsed. */
  responseBody?: unknown;
  responseBodyError?: ValidationError | undefined;
  /** The decrypted response, parsed. */
  plaintext?: unknown;
  failure?: UpstreamFailure;
  upstreamMs: number;
}

/**
 * Starts an exchange: parses the body and converts the request to Prism's form.
 *
 * @param route returns a path relative to the paths of the document
 */
export function startExchange(
  raw: RawRequest,
  context: ExchangeContext,
  route: (path: string) => string,
): PendingExchange {
  const body = readBody(raw.body, header(raw.headers, 'content-type'), codingOf(raw.headers));
  const input: IHttpRequest = {
    method: raw.method.toLowerCase() as HttpMethod,
    url: { path: route(pathOf(raw.target)), query: queryOf(raw.target) },
    headers: headerRecord(raw.headers),
    ...('value' in body && body.value !== undefined ? { body: body.value } : {}),
  };
  return {
    raw,
    context,
    input,
    requestErrors: [],
    responseErrors: [],
    upstreamMs: 0,
    ...('error' in body ? { bodyError: body.error } : {}),
  };
}

/** Stores a response and returns it in Prism's form. */
export function receiveResponse(pending: PendingExchange, response: RawResponse): IHttpResponse {
  const body = readBody(response.body, header(response.headers, 'content-type'), codingOf(response.headers));
  pending.response = response;
  pending.responseBody = 'value' in body ? body.value : undefined;
  pending.responseBodyError = 'error' in body ? body.error : undefined;
  return { statusCode: response.status, headers: headerRecord(response.headers), body: pending.responseBody };
}
