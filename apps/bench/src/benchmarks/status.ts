import type { Benchmark } from '../benchmark.ts';
import { flowsPerSecond } from '../load/load.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { status } from '../sandbox/steps.ts';
import { createTokens, createUsers } from '../sandbox/users.ts';
import { ratioAtLeast } from '../target.ts';
import { startBareSqlite } from '../yardsticks/bare.ts';
import { startPrism } from '../yardsticks/prism.ts';

/** Reading the status of a one-time token: the cheapest request that needs a caller. */
export const statusBenchmark: Benchmark = {
  name: 'status',
  summary: 'reads the status of a one-time token',
  async open(setup) {
    const { load, seconds } = setup;
    const sandbox = await startSandbox(setup);
    const users = await createTokens(sandbox.url, await createUsers(sandbox.url, 16));
    const bare = await startBareSqlite(setup, sandbox.url, users);
    const prism = await startPrism(setup);
    const reads =
      (url: string, path = status.path, tokens = users) =>
      (): Promise<number> =>
        flowsPerSecond(load, { url, users: tokens, steps: [{ ...status, path }], seconds, connections: 16 });
    return {
      sides: {
        ours: { what: 'GET /v1/one-time-token/status', run: reads(sandbox.url) },
        pointRead: {
          what: 'bare Hono, one SQLite point read, same bytes',
          run: reads(bare.url, '/point-read', bare.users),
        },
        sameReads: {
          what: 'bare Hono, hashes both tokens, one joined read',
          run: reads(bare.url, '/same-reads', bare.users),
        },
        prism: { what: 'Prism mock of the same operation', run: reads(prism.url) },
      },
      rows: [
        { ours: 'ours', yardstick: 'pointRead', unit: '/s', target: ratioAtLeast(0.35) },
        { ours: 'ours', yardstick: 'sameReads', unit: '/s', target: ratioAtLeast(0.6) },
        { ours: 'ours', yardstick: 'prism', unit: '/s', target: ratioAtLeast(4) },
      ],
    };
  },
};
