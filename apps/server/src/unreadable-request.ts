import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { RequestError } from '@hono/node-server';
import { systemRandom } from './ambient/ambient.ts';

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const MALFORMED: Refusal = { status: 400, code: 'request.malformed', message: 'This is not a valid HTTP request.' };

/** What the HTTP parser finds, by its codes; everything else is malformed. */
const BY_CODE: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: { status: 431, code: 'request.headers.too.large', message: 'The headers are too large.' },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, code: 'request.too.large', message: 'The body is too large.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'request.timeout', message: 'The request took too long to arrive.' },
};

/** The answer to a request that reached no operation: its target or its Host is no part of a URL. */
export function unreadable(error: unknown): Response {
  const refusal: Refusal =
    error instanceof RequestError
      ? { ...MALFORMED, message: 'The target of the request and its Host header do not make a URL.' }
      : { status: 500, code: 'internal.error', message: 'Something went wrong here. Please try again later.' };
  return new Response(bodyOf(refusal), { status: refusal.status, headers: headers() });
}

/** Answers what is not HTTP, on the bare connection, and closes it: nothing after it can be understood. */
export function refuseUnread(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  endWith(socket, BY_CODE[error.code ?? ''] ?? MALFORMED);
}

/** CONNECT asks for a tunnel; there is none to be had. */
export function refuseConnect(_: IncomingMessage, socket: Duplex): void {
  const message = 'This server is no proxy.';
  endWith(socket, {
    status: 405,
    code: 'method.not.allowed',
    message,
    headers: { Allow: 'DELETE, GET, HEAD, POST, PUT' },
  });
}

/** RFC 9110 §10.1.1: no expectation but `100-continue` is known, and that one is met elsewhere. */
export function refuseExpectation(_: IncomingMessage, outgoing: ServerResponse): void {
  answer(outgoing, { status: 417, code: 'expectation.failed', message: 'Expect may be 100-continue only.' });
}

/** RFC 9112 §3.2: a request names its host once. @returns whether it was refused */
export function refuseHosts({ rawHeaders }: IncomingMessage, outgoing: ServerResponse): boolean {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.length === 4 && rawHeaders[index]?.toLowerCase() === 'host') hosts += 1;
  }
  if (hosts === 1) return false;
  answer(outgoing, { ...MALFORMED, message: 'A request has one Host header.' });
  return true;
}

function answer(outgoing: ServerResponse, refusal: Refusal): void {
  outgoing.writeHead(refusal.status, { ...headers(), Connection: 'close' }).end(bodyOf(refusal));
}

function endWith(socket: Duplex, refusal: Refusal): void {
  const body = bodyOf(refusal);
  const all = { ...headers(), ...refusal.headers, 'Content-Length': Buffer.byteLength(body), Connection: 'close' };
  const lines = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    ...Object.entries(all).map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

function headers(): Record<string, string> {
  return {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    'x-trace-id': systemRandom.uuid().replaceAll('-', ''),
  };
}

function bodyOf({ code, message }: Refusal): string {
  return JSON.stringify({ errors: [{ code, message }] });
}
