import cluster, { type Worker } from 'node:cluster';
import type { Config } from './config/config.ts';
import { createLog } from './observability/log.ts';

/** More crashes in a minute than this stop the server: a supervisor outside can then see that it does not run. */
const MAX_RESTARTS = 5;
const MINUTE = 60_000;

/** What {@link superviseWorkers} started. */
export interface Workers {
  /** Sends SIGTERM to every worker, which completes the requests in flight. */
  stop(): void;
  /** Resolves with the exit code when all workers have ended: of a worker that could not start, 1 after too many crashes, else 0. */
  readonly ended: Promise<number>;
}

/** Whether this process supervises the workers of the server and serves no requests itself. */
export function isSupervisor({ workers }: Config): boolean {
  return workers > 1 && cluster.isPrimary;
}

/** Closes the connection to the supervisor, which would keep a stopped worker alive. */
export function leaveSupervisor(): void {
  cluster.worker?.disconnect();
}

/**
 * Runs this program once more for each worker. They share the port. The first has to listen before the others start: it creates
 * the keys and the tables, and reports a wrong setting once. A worker that crashes is replaced.
 */
export function superviseWorkers({ workers, logLevel }: Pick<Config, 'workers' | 'logLevel'>): Workers {
  const log = createLog(logLevel);
  const { promise: ended, resolve } = Promise.withResolvers<number>();
  const running = new Set<Worker>();
  const crashes: number[] = [];
  let exitCode = 0;
  let isStopping = false;

  function stop(): void {
    isStopping = true;
    for (const worker of running) worker.process.kill('SIGTERM');
  }

  function start(): void {
    const worker = cluster.fork();
    running.add(worker);
    let isListening = false;
    worker.once('listening', () => {
      isListening = true;
      while (!isStopping && running.size < workers) start();
    });
    worker.once('exit', (code, signal) => {
      running.delete(worker);
      if (!isStopping) handleExit(worker, isListening, { code, signal });
      if (running.size === 0) resolve(exitCode);
    });
  }

  function handleExit(
    worker: Worker,
    wasListening: boolean,
    { code, signal }: { code: number | null; signal: string | null },
  ): void {
    // A worker stops by itself when nobody reads its banner.
    if (code === 0) {
      stop();
      return;
    }
    const line = { worker: worker.id, code, signal };
    if (worker.id === 1 && !wasListening) {
      exitCode = code ?? 1;
      return;
    }
    const now = performance.now();
    crashes.push(now);
    if (crashes.filter((at) => now - at < MINUTE).length <= MAX_RESTARTS) {
      log.error(line, 'A worker crashed. Another one replaces it.');
      start();
      return;
    }
    log.error(line, 'The workers crash again and again. The server stops.');
    exitCode = 1;
    stop();
  }

  start();
  return { stop, ended };
}
