import type { Benchmark } from '../benchmark.ts';
import { flowsPerSecond } from '../load/load.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { challenge } from '../sandbox/steps.ts';
import { createUsers } from '../sandbox/users.ts';
import { ratioAtLeast } from '../target.ts';
import { startBareSqlite } from '../yardsticks/bare.ts';

/** A protected call without an approval: 403 with a new one-time token. */
export const challengeBenchmark: Benchmark = {
  name: 'challenge',
  summary: 'calls a protected operation and gets 403 with a new one-time token',
  async open(setup) {
    const { load, seconds } = setup;
    const sandbox = await startSandbox(setup);
    const users = await createUsers(sandbox.url, 16);
    const bare = await startBareSqlite(setup, sandbox.url, users);
    const { take: _, ...step } = challenge;
    const job = { users, seconds, connections: 16 };
    return {
      sides: {
        ours: {
          what: 'protected call, 403 with a new one-time token',
          run: () => flowsPerSecond(load, { ...job, url: sandbox.url, steps: [step] }),
        },
        commit: {
          what: 'bare Hono, one durable SQLite commit',
          run: () => flowsPerSecond(load, { ...job, url: bare.url, steps: [{ ...step, path: '/commit' }] }),
        },
      },
      rows: [{ ours: 'ours', yardstick: 'commit', unit: '/s', target: ratioAtLeast(1) }],
    };
  },
};
