import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openStore } from '../src/index.ts';
import type { Tenant } from '../src/testing/contract/fixtures.ts';
import { runTask, type Task } from './race-jobs.ts';

/** Starts a process that has opened the store. */
export async function startWorker(location: string, durability: 'full' | 'off'): Promise<ChildProcess> {
  const worker = fork(join(import.meta.dirname, 'worker.ts'), [location, durability], {
    execArgv: [],
    stdio: ['ignore', 1, 2, 'ipc'],
  });
  const [message] = await Promise.race([
    once(worker, 'message'),
    once(worker, 'exit').then(([code]) => Promise.reject(new Error(`The worker ended with ${code}`))),
  ]);
  if (message !== 'ready') throw new Error('The worker sent something else than "ready"');
  return worker;
}

/** Several processes or replicas that share only the database. */
export interface Racers {
  /** Runs the attempts of all racers at once. Returns how many succeeded. */
  race(job: Task['job'], tenant: Tenant, attempts: number): Promise<number>;
  stop(): Promise<void>;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, it) => total + it, 0);

/** Starts processes that open the store at the same time, so that they race for the migrations as well. */
export async function startProcesses(location: string, count: number): Promise<Racers> {
  const workers = await Promise.all(Array.from({ length: count }, () => startWorker(location, 'off')));
  return {
    async race(job, tenant, attempts) {
      const results = workers.map((worker) => once(worker, 'message'));
      for (const [index, worker] of workers.entries()) {
        worker.send({ job, tenant, attempts, worker: index } satisfies Task);
      }
      return sum((await Promise.all(results)).map(([result]) => (result as { won: number }).won));
    },
    async stop() {
      const exits = workers.map((worker) => once(worker, 'exit'));
      for (const worker of workers) worker.kill();
      await Promise.all(exits);
    },
  };
}

/** Opens stores with a connection pool each, as replicas on one database server have. */
export async function openReplicas(location: string, count: number): Promise<Racers> {
  const replicas = await Promise.all(
    Array.from({ length: count }, () =>
      openStore(location, { auditKey: new Uint8Array(32).fill(7), poolSize: 20, queryTimeout: 150_000 }),
    ),
  );
  return {
    race: async (job, tenant, attempts) =>
      sum(await Promise.all(replicas.map((stores, worker) => runTask(stores, { job, tenant, attempts, worker })))),
    async stop() {
      await Promise.all(replicas.map((stores) => stores.close()));
    },
  };
}
