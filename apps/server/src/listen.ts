import { createServer, type Server as HttpServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
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

/** The server could not listen, with a sentence for a person. */
export class ListenError extends StartError {
  override readonly name = 'ListenError';
}

export interface Listening {
  /** `http://host:port`. */
  readonly url: string;
  /** Takes no more connections, lets requests in flight end, within the time of grace, then closes. */
  close(): Promise<void>;
}

/** How long things may take, in milliseconds. */
export interface Timeouts {
  /** The headers of a request, from the first byte. Slow senders hold no connection. */
  readonly headers: number;
  /** The whole request. */
  readonly request: number;
  /** Without a byte either way: whoever does not take an answer does not hold it for ever. */
  readonly silence: number;
  /** Between two looks at who is late. */
  readonly check: number;
  /** Requests in flight, once the server stops. */
  readonly grace: number;
}

const TIMEOUTS: Timeouts = { headers: 10_000, request: 30_000, silence: 60_000, check: 1_000, grace: 5_000 };

export interface ListenOptions {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly patience?: Timeouts;
}

/**
 * Serves the app over HTTP.
 * @param log takes the lines of requests that do not reach the app
 * @throws ListenError when the address cannot be taken
 */
export async function listen(
  app: Hono,
  log: LogRejection,
  { host, port, patience = TIMEOUTS }: ListenOptions,
): Promise<Listening> {
  const serve = getRequestListener(app.fetch, {
    // For HTTP/1.0, which need not name one.
    hostname: 'localhost',
    errorHandler: (error) => invalidTargetResponse(error, log),
  });
  const answering = answersPerSocket();
  const server = createServer(
    {
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      connectionsCheckingInterval: patience.check,
      // Looked at here, for an answer with a body.
      requireHostHeader: false,
    },
    (incoming, outgoing) => {
      answering.add(outgoing);
      const error = headerError(incoming);
      const answered = error ? rejectRequest(app, incoming, outgoing, error) : serve(incoming, outgoing);
      answered.catch((error: unknown) => respondToFailure(error, outgoing, log));
    },
  );
  server.setTimeout(patience.silence);
  server.on('clientError', (error, socket) => {
    if (answering.has(socket)) socket.destroy();
    else rejectUnparsed(error, socket, log);
  });
  const released = new Set<Duplex>();
  server.on('connect', (_, socket) => {
    // Node hands the socket over: neither its timeouts nor `closeAllConnections` know of it any more.
    const late = setTimeout(() => socket.destroy(), patience.silence);
    released.add(socket);
    socket.once('close', () => {
      clearTimeout(late);
      released.delete(socket);
    });
    if (answering.has(socket)) socket.destroy();
    else rejectConnect(socket, log);
  });
  server.on('checkExpectation', (incoming, outgoing) => {
    answering.add(outgoing);
    rejectRequest(app, incoming, outgoing, UNKNOWN_EXPECTATION).catch((error: unknown) =>
      respondToFailure(error, outgoing, log),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new ListenError(sentence(error, host, port), { cause: error })),
    );
    server.listen(port, host, resolve);
  });
  return { url: urlOf(server), close: () => close(server, released, patience.grace) };
}

/**
 * Knows the connections on which another answer is on its way: a bare one written there would end up inside of it, or take its
 * place. The answer to a request that is still arriving is not: what is wrong may be that very request.
 */
function answersPerSocket(): { add(outgoing: ServerResponse): void; has(socket: Duplex): boolean } {
  const open = new WeakMap<Duplex, Set<ServerResponse>>();
  return {
    add(outgoing) {
      const { socket } = outgoing.req;
      const answers = open.get(socket) ?? new Set();
      open.set(socket, answers.add(outgoing));
      outgoing.once('close', () => answers.delete(outgoing));
    },
    has: (socket) => [...(open.get(socket) ?? [])].some(({ headersSent, req }) => headersSent || req.complete),
  };
}

function urlOf(server: HttpServer): string {
  const { family, address, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/** How often a closing server looks for connections whose last request has been answered, in milliseconds. */
const LOOK = 25;

function close(server: HttpServer, released: ReadonlySet<Duplex>, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => {
      server.closeAllConnections();
      for (const socket of released) socket.destroy();
    }, grace);
    const patient = setInterval(() => server.closeIdleConnections(), LOOK);
    server.close(() => {
      clearTimeout(impatient);
      clearInterval(patient);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function sentence(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') {
    const another = port < 65_535 ? port + 1 : 4100;
    return `Port ${port} on ${host} is taken. Stop what listens there, or choose another: SCA_PORT=${another}`;
  }
  if (error.code === 'EACCES')
    return `Port ${port} on ${host} may not be used by this user. Choose one above 1023: SCA_PORT=4100`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `${host} is not an address of this machine. Choose another: SCA_HOST=127.0.0.1`;
  return `The server cannot listen on ${host}:${port}: ${error.code ?? error.message}`;
}
