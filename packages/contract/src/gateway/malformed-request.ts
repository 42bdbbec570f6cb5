import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { RawResponse } from './message.ts';
import { problemResponse } from './problem.ts';
import type { Violation } from './violation.ts';

/** Why a request is rejected before it is validated: it is not valid HTTP. */
export interface MalformedRequest {
  readonly status: number;
  /** As in a violation. */
  readonly location: string;
  readonly message: string;
}

const malformed = (location: string, message: string): MalformedRequest => ({ status: 400, location, message });

export const BAD_TARGET: MalformedRequest = malformed(
  'path',
  'The request target and the Host header do not form a valid URL.',
);
export const BROKEN_OFF: MalformedRequest = malformed(
  'body',
  'The client closed the connection before the request was complete.',
);
/** RFC 9110, section 10.1.1: no expectation but `100-continue` is known. */
export const UNKNOWN_EXPECTATION: MalformedRequest = {
  status: 417,
  location: 'header.expect',
  message: 'The header Expect must be 100-continue.',
};
/** The gateway forwards to its own target only. */
export const TUNNEL: MalformedRequest = {
  status: 405,
  location: 'method',
  message: 'The gateway does not support CONNECT.',
};

const NOT_HTTP = malformed('connection', 'This is not a valid HTTP request.');
const BY_CODE: Readonly<Record<string, MalformedRequest>> = {
  HPE_HEADER_OVERFLOW: { status: 431, location: 'header', message: 'The request headers are larger than 16 KiB.' },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, location: 'body', message: 'The chunk extensions are too large.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, location: 'connection', message: 'The request was not received in time.' },
};

/** The error of the HTTP parser, by its code. */
export const parserError = (code: string | undefined): MalformedRequest => BY_CODE[code ?? ''] ?? NOT_HTTP;

const HOSTS = malformed('header.host', 'A request must have exactly one Host header.');
const CODING = malformed('header.transfer-encoding', 'The header Transfer-Encoding must be chunked.');

/** The error in the headers of a request, checked before its body is read. */
export function headError({ rawHeaders, headers, httpVersion }: IncomingMessage): MalformedRequest | undefined {
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length;
  // RFC 9112, section 3.2: a request names its host once; before HTTP/1.1 it need not.
  if (hosts > 1 || (hosts === 0 && httpVersion !== '1.0')) return HOSTS;
  // RFC 9112, section 6.1: the body cannot be read with a coding that is not implemented.
  const coding = headers['transfer-encoding'];
  return coding !== undefined && coding.trim().toLowerCase() !== 'chunked' ? CODING : undefined;
}

/** The response to a malformed request. */
export function malformedRequestProblem(
  { status, message }: MalformedRequest,
  violations: readonly Violation[] = [],
): RawResponse {
  const type = 'urn:sca-kit:contract:unreadable-request';
  return problemResponse({ type, title: 'The request is malformed', status, detail: message, violations });
}

/** The same for a socket, which is closed after it. */
export function rawErrorResponse(error: MalformedRequest): Uint8Array {
  const { status, headers, body } = malformedRequestProblem(error);
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    `content-length: ${body.byteLength}`,
    'connection: close',
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body]);
}
