import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { RequestError as InvalidTarget } from '@hono/node-server';
import { type AccessLogEntry, RequestError, type RouterBindings } from '@sca-kit/hono';
import { newTraceId } from '@sca-kit/node';
import type { Hono } from 'hono';

/** Logs a request that did not reach an operation. */
export type LogRejection = (entry: AccessLogEntry) => void;

interface Rejection {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** For the log only. */
  readonly cause?: unknown;
}

const MALFORMED: Rejection = { status: 400, code: 'request.malformed', message: 'This is not a valid HTTP request.' };

/** The error responses by the codes of Node's HTTP parser. Every other code is `request.malformed`. */
const BY_CODE: Readonly<Record<string, Rejection>> = {
  HPE_HEADER_OVERFLOW: { status: 431, code: 'request.headers.too.large', message: 'The headers are too large.' },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, code: 'request.too.large', message: 'The body is too large.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'request.timeout', message: 'The request took too long to arrive.' },
};

/** Returns the response to a request whose target or Host header does not form a URL. */
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

/** Writes an error response to unparsable HTTP and closes the connection, because its remaining bytes have no meaning. */
export function rejectUnparsed(error: NodeJS.ErrnoException, socket: Duplex, log: LogRejection): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  endWith(socket, BY_CODE[error.code ?? ''] ?? MALFORMED, log);
}

/** Rejects CONNECT with 405: the server is not a proxy. */
export function rejectConnect(socket: Duplex, log: LogRejection): void {
  // Node removes its listeners from the socket: without this one, a reset would end the process.
  socket.on('error', () => socket.destroy());
  const headers = { Allow: 'DELETE, GET, HEAD, POST, PUT' };
  endWith(socket, { status: 405, code: 'method.not.allowed', message: 'This server is not a proxy.', headers }, log);
}

/** RFC 9110 §10.1.1: the server supports only `100-continue`, which Node handles. */
export const UNKNOWN_EXPECTATION: RequestError = new RequestError('expectation.failed', 'Expect must be 100-continue.');

const HOSTS = new RequestError('request.malformed', 'A request must have exactly one Host header.');
const CODING = new RequestError('request.malformed', 'Transfer-Encoding must be chunked.');

/** Returns the error in the headers of a parsed request, if there is one. */
export function headerError({ rawHeaders, headers, httpVersion }: IncomingMessage): RequestError | undefined {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.length === 4 && rawHeaders[index]?.toLowerCase() === 'host') hosts += 1;
  }
  // RFC 9112 §3.2: exactly one Host header; HTTP/1.0 may omit it.
  if (hosts > 1 || (hosts === 0 && httpVersion !== '1.0')) return HOSTS;
  // RFC 9112 §6.1: a body with an unknown transfer coding must not be read as if it had none.
  const coding = headers['transfer-encoding'];
  return coding !== undefined && coding.trim().toLowerCase() !== 'chunked' ? CODING : undefined;
}

/** Rejects a parsed request in the error format of its operation, and closes the connection. */
export async function rejectRequest(
  app: Hono,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  rejection: RequestError,
): Promise<void> {
  const { method = 'GET', url = '/' } = incoming;
  const correlationId = incoming.headers['x-external-correlation-id'];
  const target = new URL('http://localhost');
  // Assigned, not resolved: a path that begins with two slashes would be read as a host.
  if (URL.canParse(url, target)) target.pathname = new URL(url, target).pathname;
  const request = new Request(target, {
    // The Request constructor rejects TRACE.
    method: method === 'TRACE' ? 'GET' : method,
    headers: typeof correlationId === 'string' ? { 'x-external-correlation-id': correlationId } : {},
  });
  const bindings: RouterBindings = { rejection };
  const response = await app.fetch(request, bindings);
  const body = await response.text();
  const length = { 'Content-Length': Buffer.byteLength(body), Connection: 'close' };
  outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), ...length }).end(body);
}

/** Responds when the response itself failed. No request may end the process or keep its connection open. */
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
  // `resume` discards what still arrives, which would otherwise block the response. `destroy` closes the connection even if
  // the client keeps its half open.
  socket.resume().end(`${lines.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

/** Logs the rejection and returns its headers. Logs nothing of the request, because it could not be parsed. */
function logged({ status, code, cause }: Rejection, log: LogRejection): Record<string, string> {
  const traceId = newTraceId();
  const unknown = { correlationId: null, method: 'unknown', operationId: null, clientId: null, milliseconds: 0 };
  log({ ...unknown, traceId, status, code, cause });
  return { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', 'x-trace-id': traceId };
}

function bodyOf({ code, message }: Rejection): string {
  return JSON.stringify({ errors: [{ code, message }] });
}
