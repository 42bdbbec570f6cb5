import { openContract, runCheck } from '@sca-kit/contract';
import type { Benchmark } from '../benchmark.ts';
import { request, startSandbox } from '../sandbox.ts';
import { SPEC } from '../spec.ts';

/** How long a contract check takes, compared with bare requests. */
export const contractCheck: Benchmark = {
  name: 'contract-check',
  subject: 'a contract check of the operations family',
  yardstick: '100 requests to the server',
  async open() {
    const server = await startSandbox();
    const spec = await openContract(SPEC);
    return {
      subject: () => runCheck({ target: server.url, spec, families: ['operations'], seed: 1 }),
      async yardstick() {
        for (let count = 0; count < 100; count += 1) await request(`${server.url}/health`);
      },
      close: () => server.stop(),
    };
  },
};
