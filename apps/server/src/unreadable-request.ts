import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { RequestError } from '@hono/node-server';
import { systemRandom } from './ambient/ambient.ts';

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const MALFORMED: Refusal = { status: 400, code: 'request.malformed', message: 'This is not a valid HTTP request.' };

/** What the HTTP parser finds, by its codes; everything else is malformed. */
const BY_CODE: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: { status: 431, code: 'request.headers.too.large', message: 'The headers are too large.' },
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
  const refusal = BY_CODE[error.code ?? ''] ?? MALFORMED;
  const body = bodyOf(refusal);
  const lines = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    ...Object.entries({ ...headers(), 'Content-Length': Buffer.byteLength(body), Connection: 'close' }).map(
      ([name, value]) => `${name}: ${value}`,
    ),
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
