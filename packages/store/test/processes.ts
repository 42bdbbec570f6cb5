import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Tenant } from '../src/testing/contract/fixtures.ts';
import type { Order } from './worker.ts';

/** Starts a worker process on the store and waits until it has opened it. */
export async function startWorker(location: string): Promise<ChildProcess> {
  const worker = fork(join(import.meta.dirname, 'worker.ts'), [location], {
    execArgv: [],
    stdio: ['ignore', 1, 2, 'ipc'],
  });
  const [message] = await Promise.race([
    once(worker, 'message'),
    once(worker, 'exit').then(([code]) => Promise.reject(new Error(`The worker ended with ${code}`))),
  ]);
  if (message !== 'ready') throw new Error('The worker spoke out of turn');
  return worker;
}

/** Several processes that race on one store. */
export interface Racers {
  /** Lets every process try at once; answers how many tries won, over all of them. */
  race(job: Order['job'], tenant: Tenant, tries: number): Promise<number>;
  stop(): Promise<void>;
}

export async function startRacers(location: string, count: number): Promise<Racers> {
  // All at once: they race for the migrations as well.
  const workers = await Promise.all(Array.from({ length: count }, () => startWorker(location)));
  return {
    async race(job, tenant, tries) {
      const answers = workers.map((worker) => once(worker, 'message'));
      for (const [index, worker] of workers.entries()) {
        worker.send({ job, tenant, tries, worker: index } satisfies Order);
      }
      const won = (await Promise.all(answers)).map(([answer]) => (answer as { won: number }).won);
      return won.reduce((sum, it) => sum + it, 0);
    },
    async stop() {
      const exits = workers.map((worker) => once(worker, 'exit'));
      for (const worker of workers) worker.kill();
      await Promise.all(exits);
    },
  };
}
