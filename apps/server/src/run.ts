import { isIP } from 'node:net';
import { type Config, type Environment, readConfig } from './config/config.ts';
import { createServer, type Server, type ServerOptions } from './create-server.ts';
import { type Listening, listen } from './listen.ts';
import { releaseMemory } from './release-memory.ts';
import { banner } from './sandbox/banner.ts';
import { seedDemo } from './sandbox/seed.ts';
import { StartError } from './start-error.ts';
import { workerId } from './worker-id.ts';
import { isSupervisor, leaveSupervisor, superviseWorkers } from './workers.ts';

/**
 * Runs the server until SIGINT or SIGTERM. Writes a {@link StartError}, such as a wrong variable or a port in use, to
 * stderr and sets exit code 1.
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

/** The part of the process that {@link serveUntilSignal} uses. */
export type SignalHost = Pick<NodeJS.Process, 'once' | 'off' | 'stdout' | 'exit' | 'exitCode'>;

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** How long a stopped process waits for the reader of its log, in milliseconds. */
const LOG_TIMEOUT = 1_000;

/**
 * Starts the server, prints the banner, and stops on SIGINT or SIGTERM, or when the reader of the banner is gone. Resolves when
 * the server listens. A signal during the start stops the server after its start. With several workers, it runs this program
 * once more for each of them and supervises them.
 * @throws StartError with a message for the user
 */
export async function serveUntilSignal(config: Config, host: SignalHost = process): Promise<void> {
  if (isSupervisor(config)) {
    const workers = superviseWorkers(config);
    for (const signal of SIGNALS) host.once(signal, workers.stop);
    host.exitCode = await workers.ended;
    return;
  }
  const { promise: started, resolve } = Promise.withResolvers<RunningServer>();
  let stopped: Promise<void> | undefined;
  const stop = (): void => {
    stopped ??= started.then((server) => server.stop());
    // Usually the process has ended by then.
    void stopped.then(() => {
      leaveSupervisor();
      setTimeout(() => host.exit(), LOG_TIMEOUT).unref();
    });
  };
  // Before the banner: a reader of its URL may send a signal at once. `once`: a second signal ends the process immediately.
  for (const signal of SIGNALS) host.once(signal, stop);
  host.stdout.once('error', stop);
  try {
    // The first worker prints the banner of all.
    resolve(await startServer(config, (workerId ?? 1) === 1 ? { output: host.stdout } : {}));
  } catch (error) {
    for (const signal of SIGNALS) host.off(signal, stop);
    host.stdout.off('error', stop);
    leaveSupervisor();
    throw error;
  }
}

/**
 * Starts the server in this process.
 * @param options.output stream for the banner; not printed by default. The other options are for tests only.
 * @throws StartError with a message for the user
 */
export async function startServer(
  config: Config,
  { output, ...options }: ServerOptions & { readonly output?: NodeJS.WriteStream } = {},
): Promise<RunningServer> {
  const server = await createServer(config, options);
  try {
    const tokens = await seedDemo(server.services);
    const listening = await listen(server.app, server.record, config);
    output?.write(banner(listening.url, tokens, output));
    if (!isLoopback(config.host)) {
      server.log.warn(
        { host: config.host },
        'The sandbox has no access protection and is open to the network. Set SCA_HOST=127.0.0.1 to listen on the loopback interface only.',
      );
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
