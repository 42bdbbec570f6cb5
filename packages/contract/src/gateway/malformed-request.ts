import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { RawResponse } from './message.ts';
import { problemResponse } from './problem.ts';
import type { Violation } from './violation.ts';

/** Why a request is rejected before it is validated: it is no request that a server could read. */
export interface MalformedRequest {
  readonly status: number;
  /** Where the fault is, as in a violation. */
  readonly location: string;
  readonly message: string;
}

const malformed = (location: string, message: string): MalformedRequest => ({ status: 400, location, message });

export const BAD_TARGET: MalformedRequest = malformed(
  'path',
  'The target of the request and its Host do not make a URL.',
);
export const BROKEN_OFF: MalformedRequest = malformed('body', 'The request broke off before its end.');
/** RFC 9110, section 10.1.1: no expectation but `100-continue` is known. */
export const UNKNOWN_EXPECTATION: MalformedRequest = {
  status: 417,
  location: 'header.expect',
  message: 'Expect may be 100-continue only.',
};
/** CONNECT asks for a tunnel; the gateway forwards to its own target alone. */
export const TUNNEL: MalformedRequest = { status: 405, location: 'method', message: 'The gateway opens no tunnels.' };

const NOT_HTTP = malformed('connection', 'This is not a valid HTTP request.');
const BY_CODE: Readonly<Record<string, MalformedRequest>> = {
  HPE_HEADER_OVERFLOW: { status: 431, location: 'header', message: 'The headers are too large.' },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, location: 'body', message: 'The extensions of a chunk are too large.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, location: 'connection', message: 'The request took too long to arrive.' },
};

/** What the HTTP parser found, by its code. */
export const parserError = (code: string | undefined): MalformedRequest => BY_CODE[code ?? ''] ?? NOT_HTTP;

const HOSTS = malformed('header.host', 'A request has one Host header.');
const CODING = malformed('header.transfer-encoding', 'Transfer-Encoding may be chunked only.');

/** What stands against a request whose headers could be read, before its body is. */
export function headError({ rawHeaders, headers, httpVersion }: IncomingMessage): MalformedRequest | undefined {
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length;
  // RFC 9112, section 3.2: a request names its host once; before HTTP/1.1 it need not.
  if (hosts > 1 || (hosts === 0 && httpVersion !== '1.0')) return HOSTS;
  // RFC 9112, section 6.1: a body under a coding that nobody here undoes is not the body that was meant.
  const coding = headers['transfer-encoding'];
  return coding !== undefined && coding.trim().toLowerCase() !== 'chunked' ? CODING : undefined;
}

/** The response to a request that cannot be read. */
export function malformedRequestProblem(
  { status, message }: MalformedRequest,
  violations: readonly Violation[] = [],
): RawResponse {
  const type = 'urn:sca-kit:contract:unreadable-request';
  return problemResponse({ type, title: 'The request cannot be read', status, detail: message, violations });
}

/** The same for a bare connection, which is closed after it. */
export function rawErrorResponse(fault: MalformedRequest): Uint8Array {
  const { status, headers, body } = malformedRequestProblem(fault);
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    `content-length: ${body.byteLength}`,
    'connection: close',
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body]);
}
