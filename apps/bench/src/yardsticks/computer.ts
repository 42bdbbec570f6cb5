import { availableParallelism } from 'node:os';
import type { Setup } from '../benchmark.ts';
import { pathOf, startWorker } from '../processes.ts';
import { temporaryFolder } from '../sandbox/start-sandbox.ts';

/** What is done again and again: hashes by argon2id, private operations of RSA-2048, durable commits. */
export interface ComputeJob {
  readonly argon2: number;
  readonly rsa: number;
  readonly commits: number;
  readonly seconds: number;
  /** How many loops run at a time. */
  readonly threads: number;
}

/** The threads that argon2id may use in a server: one core stays free for requests. */
export const ARGON2_THREADS: number = Math.max(1, availableParallelism() - 1);

/** Enough to keep those threads busy. More would only wait. */
export const ARGON2_CONNECTIONS: number = 2 * ARGON2_THREADS + 2;

/** Starts a process that computes. Returns a function that runs a job and tells how often it was done in a second. */
export function startComputer(setup: Setup): (job: Partial<ComputeJob>) => Promise<number> {
  const worker = startWorker<ComputeJob, number>(pathOf('yardsticks/compute.ts'), [temporaryFolder(setup)], {
    UV_THREADPOOL_SIZE: String(ARGON2_THREADS),
  });
  setup.defer(() => worker.stop());
  return (job) => worker.request({ argon2: 0, rsa: 0, commits: 0, threads: 1, seconds: setup.seconds, ...job });
}
