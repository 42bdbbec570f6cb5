import type { Benchmark } from '../benchmark.ts';
import { pathOf, startWorker } from '../processes.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { createUsers } from '../sandbox/users.ts';
import { ratioAtMost } from '../target.ts';
import type { CallJob } from '../yardsticks/call.ts';

/** What the typed client adds to a call. */
export const clientBenchmark: Benchmark = {
  name: 'client',
  summary: 'calls the sandbox through the typed client',
  async open(setup) {
    const { url } = await startSandbox(setup);
    const [user = {}] = await createUsers(url, 1);
    const caller = startWorker<CallJob, number>(pathOf('yardsticks/call.ts'));
    setup.defer(() => caller.stop());
    const calls = (by: CallJob['by']) => (): Promise<number> =>
      caller.request({ by, url, accessToken: user.accessToken ?? '', seconds: setup.seconds });
    return {
      sides: {
        ours: { what: 'GET /v1/me through the client', run: calls('client') },
        fetch: { what: 'the same by fetch', run: calls('fetch') },
      },
      rows: [{ ours: 'ours', yardstick: 'fetch', unit: 'ms', target: ratioAtMost(1.15) }],
    };
  },
};
