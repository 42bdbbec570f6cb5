import type { Benchmark } from '../benchmark.ts';
import { flowsPerSecond } from '../load/load.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { createUser } from '../sandbox/steps.ts';
import { ratioAtLeast } from '../target.ts';
import { ARGON2_CONNECTIONS, ARGON2_THREADS, startComputer } from '../yardsticks/computer.ts';

/** Creating sandbox users, as a test suite does. */
export const seedUsersBenchmark: Benchmark = {
  name: 'seed-users',
  summary: 'creates sandbox users with PIN and device',
  async open(setup) {
    const { load, seconds } = setup;
    const { url } = await startSandbox(setup);
    const compute = startComputer(setup);
    const job = { url, users: [{}], steps: [createUser], seconds, connections: ARGON2_CONNECTIONS };
    return {
      sides: {
        ours: { what: 'POST /sandbox/users with PIN and device', run: () => flowsPerSecond(load, job) },
        argon2: {
          what: `argon2id of its password and PIN, on ${ARGON2_THREADS} thread(s)`,
          run: () => compute({ argon2: 2, threads: ARGON2_THREADS }),
        },
      },
      rows: [{ ours: 'ours', yardstick: 'argon2', unit: '/s', target: ratioAtLeast(0.8) }],
    };
  },
};
