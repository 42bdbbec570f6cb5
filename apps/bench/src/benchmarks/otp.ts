import type { Benchmark } from '../benchmark.ts';
import type { Step } from '../load/job.ts';
import { flowsPerSecond } from '../load/load.ts';
import { pathOf, startProcess } from '../processes.ts';
import { startSandbox, temporaryFolder } from '../sandbox/start-sandbox.ts';
import { createSession, triggerSms, verifySms } from '../sandbox/steps.ts';
import { advanceClock, createUsersOfOneClient } from '../sandbox/users.ts';
import { ratioAtLeast } from '../target.ts';

const PROGRAM = pathOf('yardsticks/better-auth.ts');
const HOUR = 3600;
/** Codes that a number gets in an hour. */
const CODES_PER_HOUR = 5;
/** More flows than this in a second would exceed the codes of an hour. */
const MOST_PER_SECOND = 700;

const emailStep = (path: string, body: object): Step => ({
  method: 'POST',
  path: `/api/auth/${path}`,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ email: '<<email>>', ...body }),
  status: 200,
});
const SIGN_IN = [
  emailStep('email-otp/send-verification-otp', { type: 'sign-in' }),
  emailStep('sign-in/email-otp', { otp: '111111' }),
];

/** A one-time code: sent and verified, each time for a new one-time token. */
export const otpBenchmark: Benchmark = {
  name: 'otp',
  summary: 'sends a one-time code and verifies it, with a new token each time',
  async open(setup) {
    const { load, seconds } = setup;
    const { url } = await startSandbox(setup);
    const numbers = Math.ceil((MOST_PER_SECOND * seconds) / CODES_PER_HOUR);
    // Two categories have to be enrolled. A face map is created faster than a PIN.
    const faceMap = btoa('a face');
    const users = await createUsersOfOneClient(url, numbers, (number) => ({
      faceMap,
      phoneNumber: `+65${81_000_000 + number}`,
    }));
    const auth = await startProcess(setup, [PROGRAM, temporaryFolder(setup)]);
    const emails = users.map((_, number) => ({ email: `user-${number}@example.com` }));
    const job = { url, users, seconds, steps: [createSession, triggerSms, verifySms], connections: 16 };
    return {
      sides: {
        ours: {
          what: 'one-time code by SMS: new token, trigger, verify',
          // The next measurement needs codes of another hour.
          run: () => flowsPerSecond(load, job, () => advanceClock(url, users, HOUR)),
        },
        betterAuth: {
          what: 'better-auth emailOTP: send, sign in',
          run: () => flowsPerSecond(load, { url: auth.url, users: emails, seconds, steps: SIGN_IN, connections: 16 }),
        },
      },
      rows: [{ ours: 'ours', yardstick: 'betterAuth', unit: '/s', target: ratioAtLeast(3) }],
    };
  },
};
