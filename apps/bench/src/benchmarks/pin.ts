import type { Benchmark } from '../benchmark.ts';
import { flowsPerSecond } from '../load/load.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { createSession, verifyPin } from '../sandbox/steps.ts';
import { createUsers } from '../sandbox/users.ts';
import { ratioAtLeast } from '../target.ts';
import { ARGON2_CONNECTIONS, ARGON2_THREADS, startComputer } from '../yardsticks/computer.ts';

/** A session and its PIN verification. */
export const pinBenchmark: Benchmark = {
  name: 'pin',
  summary: 'creates a session and verifies the PIN in it',
  async open(setup) {
    const { load, seconds } = setup;
    const { url } = await startSandbox(setup);
    const users = await createUsers(url, 16);
    const compute = startComputer(setup);
    return {
      sides: {
        ours: {
          what: 'session and PIN verification',
          run: () =>
            flowsPerSecond(load, {
              url,
              users,
              seconds,
              steps: [createSession, verifyPin],
              connections: ARGON2_CONNECTIONS,
            }),
        },
        argon2: {
          what: `bare argon2id on the ${ARGON2_THREADS} thread(s) it may use`,
          run: () => compute({ argon2: 1, threads: ARGON2_THREADS }),
        },
      },
      rows: [{ ours: 'ours', yardstick: 'argon2', unit: '/s', target: ratioAtLeast(0.9) }],
    };
  },
};
