import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { createGatewayApp } from './app.ts';
import type { Gateway } from './gateway.ts';
import {
  BAD_TARGET,
  headError,
  type MalformedRequest,
  malformedRequestProblem,
  parserError,
  rawErrorResponse,
  TUNNEL,
  UNKNOWN_EXPECTATION,
} from './malformed-request.ts';
import { pathOf } from './message.ts';

/** A gateway that listens. */
export interface Listening {
  /** `http://host:port`, with the port that was found. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a gateway over HTTP.
 *
 * @param port 0 selects a free port
 * @throws the system's error, for example `EADDRINUSE`
 * @example
 * const { url, close } = await listen(createMockGateway({ contract }), 4010);
 */
export function listen(gateway: Gateway, port: number, host = '127.0.0.1'): Promise<Listening> {
  const { fetch } = createGatewayApp(gateway);
  // A missing Host is looked at here, for a response with a body.
  const server = createServer({ requireHostHeader: false }, (incoming, outgoing) => {
    const error = headError(incoming);
    if (error) {
      rejectRequest(gateway, incoming, outgoing, error);
      return;
    }
    const serve = getRequestListener(fetch, {
      // For HTTP/1.0, which need not name one.
      hostname: 'localhost',
      errorHandler: () => rejectRequest(gateway, incoming, outgoing, BAD_TARGET),
    });
    void serve(incoming, outgoing);
  });
  server.on('checkExpectation', (incoming, outgoing) =>
    rejectRequest(gateway, incoming, outgoing, UNKNOWN_EXPECTATION),
  );
  // Node hands these sockets over: `closeAllConnections` does not know of them any more.
  const released = new Set<Duplex>();
  const end = (socket: Duplex, error: MalformedRequest): void => {
    released.add(socket);
    socket.once('close', () => released.delete(socket));
    // Without a listener of its own, a reset would end the process.
    socket.on('error', () => socket.destroy());
    socket.resume().end(rawErrorResponse(error), () => socket.destroy());
  };
  server.on('connect', (_, socket) => end(socket, TUNNEL));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else end(socket, parserError(error.code));
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, host, () =>
      resolve({ url: urlOf(server, host), close: () => close(gateway, server, released) }),
    );
  });
}

function urlOf(server: Server, host: string): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`;
}

function close(gateway: Gateway, server: Server, released: ReadonlySet<Duplex>): Promise<void> {
  return new Promise((done) => {
    gateway.close();
    server.close(() => done());
    server.closeAllConnections();
    for (const socket of released) socket.destroy();
  });
}

/** Rejects a request whose method and target are known; the client broke the contract of HTTP itself. */
function rejectRequest(
  gateway: Gateway,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  error: MalformedRequest,
): void {
  const { method = '', url = '' } = incoming;
  const path = pathOf(url);
  const { location, message } = error;
  const violation = { method, path, side: 'request', location, code: 'malformed', message } as const;
  gateway.collector.record({ method, path, violations: [violation], totalMs: 0, upstreamMs: 0 });
  const { status, headers, body } = malformedRequestProblem(error, [violation]);
  outgoing.writeHead(status, [...headers.flat(), 'content-length', String(body.byteLength), 'connection', 'close']);
  outgoing.end(body);
}
