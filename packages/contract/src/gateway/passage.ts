import type { IHttpRequest, IHttpResponse } from '@stoplight/prism-http';
import type { HttpMethod, IHttpOperation } from '@stoplight/types';
import { readBody } from './body.ts';
import { codingOf, type ExchangeContext } from './exchange.ts';
import { header, headerRecord, pathOf, queryOf, type RawRequest, type RawResponse } from './message.ts';
import type { UpstreamFailure } from './upstream.ts';
import type { Fault } from './violation.ts';

/** What is known about one exchange while it goes through Prism. */
export interface Passage {
  readonly raw: RawRequest;
  readonly context: ExchangeContext;
  /** The request as Prism reads it. */
  readonly input: IHttpRequest;
  /** Why the request's body cannot be read, if so. */
  readonly bodyFault?: Fault;
  resource?: IHttpOperation;
  requestFaults: Fault[];
  responseFaults: Fault[];
  answer?: RawResponse;
  /** The answer's body, parsed. */
  answerBody?: unknown;
  answerFault?: Fault;
  /** What the caller opened the answer to. */
  plaintext?: unknown;
  failure?: UpstreamFailure;
  upstreamMs: number;
}

/** Starts a passage: reads the request's body and puts the request in Prism's form. */
export function startPassage(raw: RawRequest, context: ExchangeContext): Passage {
  const body = readBody(raw.body, header(raw.headers, 'content-type'), codingOf(raw.headers));
  const input: IHttpRequest = {
    method: raw.method.toLowerCase() as HttpMethod,
    url: { path: pathOf(raw.target), query: queryOf(raw.target) },
    headers: headerRecord(raw.headers),
    ...('value' in body && body.value !== undefined ? { body: body.value } : {}),
  };
  return {
    raw,
    context,
    input,
    requestFaults: [],
    responseFaults: [],
    upstreamMs: 0,
    ...('fault' in body ? { bodyFault: body.fault } : {}),
  };
}

/** Notes an answer and gives it in Prism's form. */
export function receiveAnswer(passage: Passage, response: RawResponse): IHttpResponse {
  const body = readBody(response.body, header(response.headers, 'content-type'), codingOf(response.headers));
  passage.answer = response;
  passage.answerBody = 'value' in body ? body.value : undefined;
  if ('fault' in body) passage.answerFault = body.fault;
  return { statusCode: response.status, headers: headerRecord(response.headers), body: passage.answerBody };
}
