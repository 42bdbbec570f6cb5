import type { Benchmark } from '../benchmark.ts';
import type { Step } from '../load/job.ts';
import { flowsPerSecond } from '../load/load.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { approved, challenge, status, verifyDeviceEncrypted, verifyPinEncrypted } from '../sandbox/steps.ts';
import { advanceClock, createUsersOfOneClient } from '../sandbox/users.ts';
import { ratioAtLeast } from '../target.ts';
import { ARGON2_CONNECTIONS, ARGON2_THREADS, startComputer } from '../yardsticks/computer.ts';

export const FLOW: readonly Step[] = [challenge, status, verifyPinEncrypted, verifyDeviceEncrypted, approved];
/** What a flow cannot do without: a hash, two decrypted bodies, and a commit each for token, attempts, results and approval. */
const BARE = { argon2: 1, rsa: 2, commits: 6 };

/** A cleared token opens a session of five minutes, in which the user gets no 403: each flow needs another user. */
export const SESSION = 300;
/** More than argon2id allows. */
export const FLOWS_PER_SECOND: number = 60 * ARGON2_THREADS;

/** A whole step-up: 403, status, two verifications, 200. */
export const flowBenchmark: Benchmark = {
  name: 'flow',
  summary: 'runs a whole step-up: 403, status, two verifications, 200',
  async open(setup) {
    const { load, seconds } = setup;
    const { url } = await startSandbox(setup);
    const users = await createUsersOfOneClient(url, Math.ceil(FLOWS_PER_SECOND * seconds));
    const compute = startComputer(setup);
    return {
      sides: {
        ours: {
          what: '403, status, two verifications, 200',
          async run() {
            const perSecond = await flowsPerSecond(load, {
              url,
              users,
              seconds,
              steps: FLOW,
              connections: ARGON2_CONNECTIONS,
            });
            await advanceClock(url, users, SESSION);
            return perSecond;
          },
        },
        bare: { what: 'its argon2id, RSA and durable commits, one after another', run: () => compute(BARE) },
      },
      rows: [{ ours: 'ours', yardstick: 'bare', unit: '/s', target: ratioAtLeast(0.5) }],
    };
  },
};
