import type { Benchmark } from '../benchmark.ts';
import { flowsPerSecond } from '../load/load.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { createSession, verifyDeviceEncrypted } from '../sandbox/steps.ts';
import { createUsers } from '../sandbox/users.ts';
import { ratioAtLeast } from '../target.ts';
import { startComputer } from '../yardsticks/computer.ts';

/** A session and its device verification, with encrypted bodies. */
export const fingerprintBenchmark: Benchmark = {
  name: 'fingerprint',
  summary: 'creates a session and verifies the device in it, encrypted',
  async open(setup) {
    const { load, seconds } = setup;
    const { url } = await startSandbox(setup);
    const users = await createUsers(url, 16);
    const compute = startComputer(setup);
    const steps = [createSession, verifyDeviceEncrypted];
    return {
      sides: {
        ours: {
          what: 'session and device verification, JWE in and out',
          run: () => flowsPerSecond(load, { url, users, seconds, steps, connections: 16 }),
        },
        rsa: { what: 'RSA-2048 private operations of one core', run: () => compute({ rsa: 1 }) },
      },
      rows: [{ ours: 'ours', yardstick: 'rsa', unit: '/s', target: ratioAtLeast(0.3) }],
    };
  },
};
