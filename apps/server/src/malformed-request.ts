import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { RequestError as InvalidTarget } from '@hono/node-server';
import { type AccessLogEntry, RequestError, type RouterBindings } from '@sca-kit/hono';
import { newTraceId } from '@sca-kit/node';
import type { Hono } from 'hono';

/** Takes the log line of a request that no operation has seen. */
export type LogRejection = (entry: AccessLogEntry) => void;

interface Rejection {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** For the log alone. */
  readonly cause?: unknown;
}

const MALFORMED: Rejection = { status: 400, code: 'request.malformed', message: 'This is not a valid HTTP request.' };

/** What the HTTP parser finds, by its codes; everything else is malformed. */
const BY_CODE: Readonly<Record<string, Rejection>> = {
  HPE_HEADER_OVERFLOW: { status: 431, code: 'request.headers.too.large', message: 'The headers are too large.' },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, code: 'request.too.large', message: 'The body is too large.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'request.timeout', message: 'The request took too long to arrive.' },
};

/** The answer to a request that reached no operation: its target or its Host is no part of a URL. */
export function invalidTargetResponse(error: unknown, log: LogRejection): Response {
  const rejection: Rejection =
    error instanceof InvalidTarget
      ? { ...MALFORMED, message: 'The target of the request and its Host header do not make a URL.' }
      : {
          status: 500,
          code: 'internal.error',
          message: 'An internal error occurred. Try again later.',
          cause: error,
        };
  return new Response(bodyOf(rejection), { status: rejection.status, headers: logged(rejection, log) });
}

/** Answers what is not HTTP, on the bare connection, and closes it: nothing after it can be understood. */
export function rejectUnparsed(error: NodeJS.ErrnoException, socket: Duplex, log: LogRejection): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  endWith(socket, BY_CODE[error.code ?? ''] ?? MALFORMED, log);
}

/** CONNECT asks for a tunnel; there is none to be had. */
export function rejectConnect(socket: Duplex, log: LogRejection): void {
  // Node hands the socket over with no listener of its own: without one here, a reset would end the process.
  socket.on('error', () => socket.destroy());
  const headers = { Allow: 'DELETE, GET, HEAD, POST, PUT' };
  endWith(socket, { status: 405, code: 'method.not.allowed', message: 'This server is no proxy.', headers }, log);
}

/** RFC 9110 §10.1.1: no expectation but `100-continue` is known, and that one is met elsewhere. */
export const UNKNOWN_EXPECTATION: RequestError = new RequestError(
  'expectation.failed',
  'Expect may be 100-continue only.',
);

const HOSTS = new RequestError('request.malformed', 'A request has one Host header.');
const CODING = new RequestError('request.malformed', 'Transfer-Encoding may be chunked only.');

/** What stands against a request whose headers could be read, before anybody looks at what it asks for. */
export function headerError({ rawHeaders, headers, httpVersion }: IncomingMessage): RequestError | undefined {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.length === 4 && rawHeaders[index]?.toLowerCase() === 'host') hosts += 1;
  }
  // RFC 9112 §3.2: a request names its host once; before HTTP/1.1 it need not.
  if (hosts > 1 || (hosts === 0 && httpVersion !== '1.0')) return HOSTS;
  // RFC 9112 §6.1: a body under a coding that nobody here undoes must not be read as if it had none.
  const coding = headers['transfer-encoding'];
  return coding !== undefined && coding.trim().toLowerCase() !== 'chunked' ? CODING : undefined;
}

/** Refuses a readable request as the operation that it asks for would, and closes the connection. */
export async function rejectRequest(
  app: Hono,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  rejection: RequestError,
): Promise<void> {
  const { method = 'GET', url = '/' } = incoming;
  const correlationId = incoming.headers['x-external-correlation-id'];
  const target = new URL('http://localhost');
  // Set, not resolved: a path that begins with two slashes would be read as another host, or as none.
  if (URL.canParse(url, target)) target.pathname = new URL(url, target).pathname;
  const request = new Request(target, {
    // A request object can have no other method that is not ours.
    method: method === 'TRACE' ? 'GET' : method,
    headers: typeof correlationId === 'string' ? { 'x-external-correlation-id': correlationId } : {},
  });
  const bindings: RouterBindings = { rejection };
  const response = await app.fetch(request, bindings);
  const body = await response.text();
  const length = { 'Content-Length': Buffer.byteLength(body), Connection: 'close' };
  outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), ...length }).end(body);
}

/** Answers where answering failed: nothing that a request makes go wrong may end the process or hold its connection. */
export function respondToFailure(error: unknown, outgoing: ServerResponse, log: LogRejection): void {
  if (outgoing.headersSent) {
    outgoing.destroy();
    return;
  }
  const rejection = { ...MALFORMED, cause: error };
  const body = bodyOf(rejection);
  const length = { 'Content-Length': Buffer.byteLength(body), Connection: 'close' };
  outgoing.writeHead(rejection.status, { ...logged(rejection, log), ...length }).end(body);
}

function endWith(socket: Duplex, rejection: Rejection, log: LogRejection): void {
  const body = bodyOf(rejection);
  const length = { 'Content-Length': Buffer.byteLength(body), Connection: 'close' };
  const all = { ...logged(rejection, log), ...rejection.headers, ...length };
  const lines = [
    `HTTP/1.1 ${rejection.status} ${STATUS_CODES[rejection.status]}`,
    ...Object.entries(all).map(([name, value]) => `${name}: ${value}`),
  ];
  // What else arrives is not read as anything, and may not keep the answer from the other side. Nor may that side keep the
  // connection, by leaving its half of it open.
  socket.resume().end(`${lines.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

/** Logs the rejection; answers its headers. Nothing of the request is known well enough to be written down. */
function logged({ status, code, cause }: Rejection, log: LogRejection): Record<string, string> {
  const traceId = newTraceId();
  const unknown = { correlationId: null, method: 'unknown', operationId: null, clientId: null, milliseconds: 0 };
  log({ ...unknown, traceId, status, code, cause });
  return { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', 'x-trace-id': traceId };
}

function bodyOf({ code, message }: Rejection): string {
  return JSON.stringify({ errors: [{ code, message }] });
}
