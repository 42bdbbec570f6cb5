import { createServer, type Server as HttpServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { createPipelineLimit } from './limits/pipeline-limit.ts';
import {
  headerError,
  invalidTargetResponse,
  type LogRejection,
  rejectConnect,
  rejectRequest,
  rejectUnparsed,
  respondToFailure,
  UNKNOWN_EXPECTATION,
} from './malformed-request.ts';
import { StartError } from './start-error.ts';

/** The server cannot listen on its address. The message says what to do. */
export class ListenError extends StartError {
  override readonly name = 'ListenError';
}

export interface Listening {
  /** `http://host:port`. */
  readonly url: string;
  /** Accepts no more connections, waits for requests in flight within the grace period, then closes. */
  close(): Promise<void>;
}

/** Timeouts of connections and requests, in milliseconds. */
export interface Timeouts {
  /** Until the headers of a request are complete, from its first byte. */
  readonly headers: number;
  /** Until the whole request has arrived. */
  readonly request: number;
  /** Until an idle connection is closed, also while the client does not read its response. */
  readonly idle: number;
  /** Between two checks of `headers` and `request`. */
  readonly check: number;
  /** For requests in flight after the server began to stop. */
  readonly grace: number;
}

const TIMEOUTS: Timeouts = { headers: 10_000, request: 30_000, idle: 60_000, check: 1_000, grace: 5_000 };

export interface ListenOptions {
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
  readonly timeouts?: Timeouts;
}

/**
 * Serves the app over HTTP.
 * @param log gets an entry for each request that does not reach the app
 * @throws ListenError when the server cannot listen on the address
 */
export async function listen(
  app: Hono,
  log: LogRejection,
  { host, port, timeouts = TIMEOUTS }: ListenOptions,
): Promise<Listening> {
  const serve = getRequestListener(app.fetch, {
    // HTTP/1.0 requests may have no Host header.
    hostname: 'localhost',
    errorHandler: (error) => invalidTargetResponse(error, log),
  });
  const responses = trackResponses();
  const limitPipeline = createPipelineLimit();
  const server = createServer(
    {
      headersTimeout: timeouts.headers,
      requestTimeout: timeouts.request,
      connectionsCheckingInterval: timeouts.check,
      // `headerError` checks it, so that the error response has a body.
      requireHostHeader: false,
    },
    (incoming, outgoing) => {
      responses.add(outgoing);
      limitPipeline(outgoing, () => {
        const error = headerError(incoming);
        const handled = error ? rejectRequest(app, incoming, outgoing, error) : serve(incoming, outgoing);
        handled.catch((error: unknown) => respondToFailure(error, outgoing, log));
      });
    },
  );
  server.setTimeout(timeouts.idle);
  server.on('clientError', (error, socket) => {
    if (responses.has(socket)) socket.destroy();
    else rejectUnparsed(error, socket, log);
  });
  const released = new Set<Duplex>();
  server.on('connect', (_, socket) => {
    // Node detaches the socket from the server: its timeouts and `closeAllConnections` no longer apply.
    const idle = setTimeout(() => socket.destroy(), timeouts.idle);
    released.add(socket);
    socket.once('close', () => {
      clearTimeout(idle);
      released.delete(socket);
    });
    if (responses.has(socket)) socket.destroy();
    else rejectConnect(socket, log);
  });
  server.on('checkExpectation', (incoming, outgoing) => {
    responses.add(outgoing);
    rejectRequest(app, incoming, outgoing, UNKNOWN_EXPECTATION).catch((error: unknown) =>
      respondToFailure(error, outgoing, log),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new ListenError(messageOf(error, host, port), { cause: error })),
    );
    server.listen(port, host, resolve);
  });
  return { url: urlOf(server), close: () => close(server, released, timeouts.grace) };
}

/**
 * Tracks the connections on which a response is being written: a raw error response there would end up inside of it. A
 * response without headers to a request that is still arriving does not count: that request may be the malformed one.
 */
function trackResponses(): { add(outgoing: ServerResponse): void; has(socket: Duplex): boolean } {
  const open = new WeakMap<Duplex, Set<ServerResponse>>();
  return {
    add(outgoing) {
      const { socket } = outgoing.req;
      const pending = open.get(socket) ?? new Set();
      open.set(socket, pending.add(outgoing));
      outgoing.once('close', () => pending.delete(outgoing));
    },
    has: (socket) => [...(open.get(socket) ?? [])].some(({ headersSent, req }) => headersSent || req.complete),
  };
}

function urlOf(server: HttpServer): string {
  const { family, address, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/** How often a closing server closes the connections that became idle, in milliseconds. */
const CLOSE_IDLE_INTERVAL = 25;

function close(server: HttpServer, released: ReadonlySet<Duplex>, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const graceTimeout = setTimeout(() => {
      server.closeAllConnections();
      for (const socket of released) socket.destroy();
    }, grace);
    const closeIdle = setInterval(() => server.closeIdleConnections(), CLOSE_IDLE_INTERVAL);
    server.close(() => {
      clearTimeout(graceTimeout);
      clearInterval(closeIdle);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function messageOf(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') {
    const another = port < 65_535 ? port + 1 : 4100;
    return `Port ${port} on ${host} is in use. Stop the process that listens there, or choose another port, for example SCA_PORT=${another}.`;
  }
  if (error.code === 'EACCES')
    return `This user may not listen on port ${port} of ${host}. Choose a port above 1023, for example SCA_PORT=4100.`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `${host} is not an address of this machine. Choose another one, for example SCA_HOST=127.0.0.1.`;
  return `The server cannot listen on ${host}:${port}: ${error.code ?? error.message}.`;
}
