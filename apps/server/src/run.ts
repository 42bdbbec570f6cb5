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

/**
 * Starts the server, prints the banner, and stops in good order on SIGINT or SIGTERM. Answers when it listens.
 * @throws StartError for what a person can mend
 */
export async function serveUntilSignal(config: Config): Promise<void> {
  const server = await createServer(config);
  stopOnSignal(server, await start(server, config));
}

async function start(server: Server, config: Config): Promise<Listening> {
  try {
    const tokens = await seedDemo(server.services);
    const listening = await listen(server.app, server.record, config);
    process.stdout.write(banner(listening.url, tokens, process.stdout));
    if (!isLoopback(config.host)) {
      server.log.warn({ host: config.host }, 'a sandbox guards nothing, and this one is open to the network');
    }
    releaseMemory();
    return listening;
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** How long a stop waits for messages on their way, in milliseconds: less than for connections, so that they are answered. */
const SENDING = 4_000;

function stopOnSignal(server: Server, listening: Listening): void {
  const stop = async (): Promise<void> => {
    server.endStreams();
    const patience = setTimeout(() => server.abortDeliveries(), SENDING);
    await listening.close();
    clearTimeout(patience);
    await server.close();
  };
  // A second signal finds no listener any more and ends the process at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
