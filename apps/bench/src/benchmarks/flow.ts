import type { Benchmark } from '../benchmark.ts';
import type { Step } from '../load/job.ts';
import { flowsPerSecond } from '../load/load.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { approved, challenge, status, verifyDeviceEncrypted, verifyPinEncrypted } from '../sandbox/steps.ts';
import { advanceClock, createUsersOfOneClient } from '../sandbox/users.ts';
import { ratioAtLeast } from '../target.ts';
import { ARGON2_CONNECTIONS, ARGON2_THREADS, startComputer } from '../yardsticks/computer.ts';

export const FLOW: readonly Step[] = [challenge, status, verifyPinEncrypted, verifyDeviceEncrypted, approved];
/** The steps by name. */
export const FLOW_REQUESTS = [
  '403 with a new token',
  'status',
  'PIN, encrypted',
  'device, encrypted',
  '200 with the approval',
] as const;

/** What each step cannot do without, besides reads: durable commits, argon2id, RSA. */
export const FLOW_WORK: readonly { readonly commits: number; readonly argon2: number; readonly rsa: number }[] = [
  { commits: 1, argon2: 0, rsa: 0 },
  { commits: 0, argon2: 0, rsa: 0 },
  // An attempt is counted before the secret is looked at, and its result is stored after.
  { commits: 2, argon2: 1, rsa: 1 },
  { commits: 2, argon2: 0, rsa: 1 },
  { commits: 0, argon2: 0, rsa: 0 },
];
/** How much of it a whole flow has. */
export const sumOfFlow = (of: 'commits' | 'argon2' | 'rsa'): number =>
  FLOW_WORK.reduce((total, work) => total + work[of], 0);

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
    const job = { url, users, seconds, steps: FLOW, connections: ARGON2_CONNECTIONS };
    return {
      sides: {
        ours: {
          what: '403, status, two verifications, 200',
          run: () => flowsPerSecond(load, job, () => advanceClock(url, users, SESSION)),
        },
        bare: {
          what: 'its argon2id, RSA and durable commits, one after another',
          run: () => compute({ argon2: sumOfFlow('argon2'), rsa: sumOfFlow('rsa'), commits: sumOfFlow('commits') }),
        },
      },
      rows: [{ ours: 'ours', yardstick: 'bare', unit: '/s', target: ratioAtLeast(0.5) }],
    };
  },
};
