import type { Benchmark, Setup } from '../benchmark.ts';
import type { Step, User } from '../load/job.ts';
import { flowsPerSecond } from '../load/load.ts';
import { addProfiles } from '../sandbox/add-profiles.ts';
import { startSandbox, temporaryFolder } from '../sandbox/start-sandbox.ts';
import { createSession, status, verifyDevice } from '../sandbox/steps.ts';
import { createTokens, createUsers } from '../sandbox/users.ts';
import { ratioAtLeast } from '../target.ts';

/** The same requests on a database with many profiles. */
export const growthBenchmark: Benchmark = {
  name: 'growth',
  summary: 'compares a database of 1 000 000 profiles with one of 1 000',
  async open(setup) {
    const { load, seconds } = setup;
    const many = setup.quick ? 20_000 : 1_000_000;
    const [large, small] = [await startWith(setup, many), await startWith(setup, 1000)];
    const run =
      ({ url, users }: Populated, steps: readonly Step[]) =>
      (): Promise<number> =>
        flowsPerSecond(load, { url, users, steps, seconds, connections: 16 });
    const verify = [createSession, verifyDevice];
    return {
      sides: {
        status: { what: `status, ${many} profiles`, run: run(large, [status]) },
        statusSmall: { what: '1000 profiles', run: run(small, [status]) },
        verify: { what: `session and device verification, ${many} profiles`, run: run(large, verify) },
        verifySmall: { what: '1000 profiles', run: run(small, verify) },
      },
      rows: [
        { ours: 'status', yardstick: 'statusSmall', unit: '/s', target: ratioAtLeast(0.9) },
        { ours: 'verify', yardstick: 'verifySmall', unit: '/s', target: ratioAtLeast(0.9) },
      ],
    };
  },
};

interface Populated {
  readonly url: string;
  readonly users: readonly User[];
}

async function startWith(setup: Setup, profiles: number): Promise<Populated> {
  const data = temporaryFolder(setup);
  // The first start creates the tables and the user that is multiplied.
  const first = await startSandbox(setup, { SCA_DATA: data });
  const users = await createUsers(first.url, 16);
  await first.stop();
  addProfiles(data, profiles);
  const { url } = await startSandbox(setup, { SCA_DATA: data });
  return { url, users: await createTokens(url, users) };
}
