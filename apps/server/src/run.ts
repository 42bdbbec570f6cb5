import { isIP } from 'node:net';
import { type Config, type Environment, readConfig } from './config/config.ts';
import { createServer, type Server } from './create-server.ts';
import { type Listening, listen } from './listen.ts';
import { releaseMemory } from './release-memory.ts';
import { banner } from './sandbox/banner.ts';
import { seedDemo } from './sandbox/seed.ts';
import { StartError } from './start-error.ts';

/**
 * Runs the server until SIGINT or SIGTERM. What a person can mend (a wrong variable, a taken port) is told in a
 * sentence on stderr, with exit code 1.
 */
export async function run(environment: Environment): Promise<void> {
  try {
    await serveUntilSignal(readConfig(environment));
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** A server that accepts requests. */
export interface RunningServer {
  /** `http://host:port`. */
  readonly url: string;
  /** Finishes the requests in progress, then closes the server and its database. */
  stop(): Promise<void>;
}

/**
 * Starts the server, prints the banner, and stops on SIGINT or SIGTERM. Resolves when the server listens.
 * @throws StartError with a message for the user
 */
export async function serveUntilSignal(config: Config): Promise<void> {
  const { stop } = await startServer(config, process.stdout);
  // A second signal finds no listener any more and ends the process at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

/**
 * Starts the server in this process.
 * @param output where the banner is printed; nowhere by default
 * @throws StartError with a message for the user
 */
export async function startServer(config: Config, output?: NodeJS.WriteStream): Promise<RunningServer> {
  const server = await createServer(config);
  try {
    const tokens = await seedDemo(server.services);
    const listening = await listen(server.app, server.record, config);
    output?.write(banner(listening.url, tokens, output));
    if (!isLoopback(config.host)) {
      server.log.warn({ host: config.host }, 'a sandbox guards nothing, and this one is open to the network');
    }
    releaseMemory();
    return { url: listening.url, stop: () => stopServer(server, listening) };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** How long a stop waits for deliveries, in milliseconds. Shorter than for connections, so that their requests get a response. */
const DELIVERY_TIMEOUT = 4_000;

async function stopServer(server: Server, listening: Listening): Promise<void> {
  server.endStreams();
  const timeout = setTimeout(() => server.abortDeliveries(), DELIVERY_TIMEOUT);
  await listening.close();
  clearTimeout(timeout);
  await server.close();
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
