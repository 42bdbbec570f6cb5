import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A real HTTP server on a free port that responds as the test says. */
export interface Target {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts a target. */
export async function startTarget(handler: http.RequestListener): Promise<Target> {
  const server = http.createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The trace id that the fixture demands on every response. */
export const TRACE = { 'x-trace-id': '4bf92f3577b34da6a3ce929d0e0e4736' };

/** A box that fits the fixture's schema. */
export const BOX = { boxId: 7, label: 'spare keys', state: 'OPEN', validity: 3600 };
