import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** A proxy in front of PostgreSQL that counts how often a client waits for it. */
export interface CountingProxy {
  /** The URL of the database through the proxy. */
  readonly url: string;
  /** Returns the round trips since the last call. */
  readonly take: () => number;
  stop(): void;
}

/** Starts the proxy on a free port. */
export async function startCountingProxy(databaseUrl: string): Promise<CountingProxy> {
  const { hostname, port } = new URL(databaseUrl);
  let trips = 0;
  const proxy = createServer((client) => {
    const server = connect(Number(port), hostname);
    // A round trip begins with the first bytes after a response; those that follow belong to the same message.
    let hasResponded = true;
    client.on('data', () => {
      if (hasResponded) trips += 1;
      hasResponded = false;
    });
    server.on('data', () => {
      hasResponded = true;
    });
    client.pipe(server).pipe(client);
    for (const socket of [client, server]) socket.on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  const url = new URL(databaseUrl);
  url.port = String(typeof address === 'object' ? address?.port : '');
  return {
    url: url.href,
    take() {
      const since = trips;
      trips = 0;
      return since;
    },
    stop: () => void proxy.close(),
  };
}
