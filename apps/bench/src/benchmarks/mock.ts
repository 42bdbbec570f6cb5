import type { Benchmark } from '../benchmark.ts';
import { flowsPerSecond } from '../load/load.ts';
import { startProcess } from '../processes.ts';
import { CLI } from '../sandbox/cli.ts';
import { status } from '../sandbox/steps.ts';
import { ratioAtLeast } from '../target.ts';
import { startPrism } from '../yardsticks/prism.ts';

/** The mock that the contract package serves, with its further validation. */
export const mockBenchmark: Benchmark = {
  name: 'mock',
  summary: 'requests the mock of our OpenAPI document',
  async open(setup) {
    const ours = await startProcess(setup, [CLI, 'contract', 'mock', '--port', '0']);
    const prism = await startPrism(setup);
    const users = [{ accessToken: 'user', token: '2f6b1c1e-8d2f-4f0a-b7c4-6f1f5b1f2a77' }];
    const requests = (url: string) => (): Promise<number> =>
      flowsPerSecond(setup.load, { url, users, seconds: setup.seconds, steps: [status], connections: 16 });
    return {
      sides: {
        ours: { what: '`sca-kit contract mock`', run: requests(ours.url) },
        prism: { what: 'stock Prism mock', run: requests(prism.url) },
      },
      rows: [{ ours: 'ours', yardstick: 'prism', unit: '/s', target: ratioAtLeast(0.9) }],
    };
  },
};
