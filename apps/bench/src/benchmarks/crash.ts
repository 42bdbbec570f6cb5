import { execFile } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import type { Benchmark, Setup } from '../benchmark.ts';
import { InvalidRun } from '../invalid-run.ts';
import { requestOf, type Step, type User } from '../load/job.ts';
import { CLI } from '../sandbox/cli.ts';
import { startBenchPostgres } from '../sandbox/postgres.ts';
import { runStep } from '../sandbox/run-step.ts';
import { startSandbox, temporaryFolder } from '../sandbox/start-sandbox.ts';
import { status, verifyDevice } from '../sandbox/steps.ts';
import { createUsersOfOneClient } from '../sandbox/users.ts';

/** Kills the server while writes share commits: nothing that it acknowledged may be lost, and no approval used twice. */
export const crashBenchmark: Benchmark = {
  name: 'crash',
  summary: 'kills the server under load and checks every acknowledged write (only when it is named)',
  onRequest: true,
  async open(setup) {
    const postgres = await startBenchPostgres(setup);
    const side = async (database: string, env: Readonly<Record<string, string>>) => ({
      what: `acknowledged writes, all there after kill -9, on ${database}`,
      run: await crashes(setup, { SCA_DATA: temporaryFolder(setup), ...env }),
    });
    return {
      sides: {
        sqlite: await side('SQLite', {}),
        postgres: await side('PostgreSQL', { SCA_DATABASE: await postgres.createDatabase() }),
      },
      rows: [
        { ours: 'sqlite', unit: 'writes', target: null },
        { ours: 'postgres', unit: 'writes', target: null },
      ],
      rounds: setup.quick ? 3 : 20,
      warmUp: false,
    };
  },
};

/** Users that write at once. */
const USERS = 32;

const json = { authorization: 'Bearer <<accessToken>>', 'content-type': 'application/json' };
const payment: Step = {
  method: 'POST',
  path: '/v3/profiles/<<profile>>/transfers/<<transfer>>/payments',
  headers: json,
  body: '{"type":"BALANCE"}',
  status: 403,
  take: { name: 'token', header: 'x-2fa-approval' },
};
const { take: _, ...approvedPayment } = {
  ...payment,
  headers: { ...json, 'x-2fa-approval': '<<token>>' },
  status: 200,
};

const FACTORS = { deviceFingerprint: '5f2a77d0-8c11-4a4e-9d41-aa01bb02cc03', faceMap: 'ZmFjZQ==' };
const verifyFaceMap: Step = {
  ...verifyDevice,
  path: '/v2/profiles/<<profile>>/facemaps/verify',
  body: JSON.stringify({ faceMap: FACTORS.faceMap }),
};

/** Creates a transfer, starts to pay it, approves the payment by two factors that cost little, pays. */
const STEPS: readonly Step[] = [
  {
    method: 'POST',
    path: '/v1/transfers',
    headers: json,
    body: '{"targetAccount":14550101,"sourceCurrency":"EUR","targetCurrency":"EUR","sourceAmount":10,"customerTransactionId":"<<id>>","details":{"reference":"rent"}}',
    status: 200,
    take: { name: 'transfer', member: 'id' },
  },
  payment,
  verifyDevice,
  verifyFaceMap,
  approvedPayment,
];
/** Steps after which the payment is approved. */
const APPROVED = STEPS.length - 1;
const readTransfer: Step = { method: 'GET', path: '/v1/transfers/<<transfer>>', headers: json, status: 200 };

/** How far a user came with a payment: the number of steps that were sent, and that were acknowledged. */
interface Payment {
  readonly values: Record<string, string>;
  sent: number;
  acknowledged: number;
}

/** Returns a function that kills a server under load, and returns how many writes it had acknowledged. */
async function crashes(setup: Setup, env: Readonly<Record<string, string>>): Promise<() => Promise<number>> {
  const first = await startSandbox(setup, env);
  const users = await createUsersOfOneClient(first.url, USERS, () => FACTORS);
  await first.stop();
  return async () => {
    const payments = await payUntilKilled(setup, env, users);
    const { url, stop } = await startSandbox(setup, env);
    await Promise.all(payments.map((payment) => checkPayment(url, payment)));
    await stop();
    await verifyAuditLog(env);
    return payments.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  };
}

async function payUntilKilled(
  setup: Setup,
  env: Readonly<Record<string, string>>,
  users: readonly User[],
): Promise<readonly Payment[]> {
  const { url, pid } = await startSandbox(setup, env);
  const payments: Payment[] = [];
  let remaining = randomInt(2 * USERS, 10 * USERS);
  async function pay(user: User): Promise<void> {
    while (remaining > 0) {
      const payment: Payment = { values: { ...user, id: randomUUID() }, sent: 0, acknowledged: 0 };
      payments.push(payment);
      for (const step of STEPS) {
        payment.sent += 1;
        await runStep(url, step, payment.values);
        payment.acknowledged += 1;
        remaining -= 1;
        if (remaining === 0) process.kill(pid, 'SIGKILL');
      }
    }
  }
  // A connection that ends with the server is what is wanted.
  const results = await Promise.allSettled(users.map(pay));
  for (const { reason } of results.filter((result) => result.status === 'rejected')) {
    if (reason instanceof InvalidRun) throw reason;
  }
  return payments;
}

/** @throws InvalidRun when an acknowledged write is lost, or an approval can be used again */
async function checkPayment(url: string, { values, sent, acknowledged }: Payment): Promise<void> {
  if (acknowledged >= 1) await runStep(url, readTransfer, values);
  if (acknowledged < 2) return;
  if (sent < STEPS.length) await runStep(url, status, values);
  const uses = [await isAccepted(url, approvedPayment, values), await isAccepted(url, approvedPayment, values)];
  const used = uses.filter(Boolean).length;
  // A step that was sent and not acknowledged may have happened or not.
  const least = acknowledged === APPROVED && sent === APPROVED ? 1 : 0;
  const most = acknowledged === STEPS.length || sent < APPROVED ? 0 : 1;
  if (used >= least && used <= most) return;
  throw new InvalidRun(
    `an approval was accepted ${used} times after ${acknowledged} of ${sent} steps before the crash`,
  );
}

async function isAccepted(url: string, step: Step, values: Readonly<Record<string, string>>): Promise<boolean> {
  const { path, ...request } = requestOf(step, values);
  const response = await fetch(`${url}${path}`, request);
  await response.arrayBuffer();
  return response.status === step.status;
}

async function verifyAuditLog(env: Readonly<Record<string, string>>): Promise<void> {
  try {
    await promisify(execFile)(process.execPath, [CLI, 'audit', 'verify'], { env: { ...process.env, ...env } });
  } catch (error) {
    throw new InvalidRun(`the audit log does not verify: ${error instanceof Error ? error.message : error}`);
  }
}
