import { execFileSync } from 'node:child_process';
import type { Benchmark } from '../benchmark.ts';
import { flowsPerSecond } from '../load/load.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { challenge } from '../sandbox/steps.ts';
import { createUsers } from '../sandbox/users.ts';
import { differenceAtMost } from '../target.ts';

const ROUNDS = 5;

/** The memory of the process after it has issued many tokens that are still valid. */
export const memoryBenchmark: Benchmark = {
  name: 'memory',
  summary: 'measures resident memory with 100 000 live tokens',
  async open(setup) {
    const { load, seconds } = setup;
    const tokens = setup.quick ? 5000 : 100_000;
    const { url, pid } = await startSandbox(setup);
    const { take: _, ...step } = challenge;
    const job = { url, users: await createUsers(url, 16), steps: [step], seconds, connections: 16 };
    // Code is compiled and pools are filled by the first requests.
    await flowsPerSecond(load, { ...job, amount: tokens / 20 });
    const before: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) before.push(await residentMb(pid));
    await flowsPerSecond(load, { ...job, amount: tokens });
    return {
      sides: {
        ours: { what: `resident memory with ${tokens} live tokens`, run: () => residentMb(pid) },
        idle: { what: 'before them', run: async () => before.shift() ?? Number.NaN },
      },
      rows: [{ ours: 'ours', yardstick: 'idle', unit: 'MB', target: differenceAtMost(64) }],
      rounds: ROUNDS,
      warmUp: false,
    };
  },
};

/** Megabytes that the process holds in memory, a moment later. */
async function residentMb(pid: number): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 200));
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
