import type { Benchmark, Row, Setup, Side } from '../benchmark.ts';
import { InvalidRun } from '../invalid-run.ts';
import type { Job, User } from '../load/job.ts';
import { assertNoFailures, type Load, startLoad } from '../load/load.ts';
import { quantile } from '../measure.ts';
import { startBenchPostgres } from '../sandbox/postgres.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { createSession, status, verifyDevice, verifyPin } from '../sandbox/steps.ts';
import { createTokens, createUsers } from '../sandbox/users.ts';
import { ratioAtMost } from '../target.ts';

/** What a user who reads the status 50 times a second feels of others. Request limits are the default ones. */
export const neighbourBenchmark: Benchmark = {
  name: 'neighbour',
  summary: "measures one user's latency while others load the server",
  async open(setup) {
    const others = startLoad();
    setup.defer(() => others.stop());
    const sqlite = await sidesOn(setup, others, 'SQLite', {});
    if (setup.quick) return sqlite;
    const database = await startBenchPostgres(setup);
    const postgres = await sidesOn(setup, others, 'PostgreSQL', { SCA_DATABASE: await database.createDatabase() });
    return { sides: { ...sqlite.sides, ...postgres.sides }, rows: [...sqlite.rows, ...postgres.rows] };
  },
};

const PER_SECOND = 50;
const FLOOD = 5000;
/** Seconds that the others are ahead, and go on. */
const LEAD = 0.3;
/** Too few samples would make the 99th percentile a maximum. */
const MIN_SECONDS = 2;

async function sidesOn(
  setup: Setup,
  others: Load,
  name: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly sides: Readonly<Record<string, Side>>; readonly rows: readonly Row[] }> {
  const { url } = await startSandbox(setup, { ...env, SCA_REQUESTS_PER_MINUTE: '', SCA_VERIFICATION_BURST: '' });
  const [quiet = {}, flooding = {}, ...honest] = await createTokens(url, await createUsers(url, 18));
  const idle = await medianLatency(url, quiet);
  const seconds = setup.quick ? setup.seconds : Math.max(MIN_SECONDS, setup.seconds);
  const p99 = async (): Promise<number> => {
    const job = { kind: 'paced', url, users: [quiet], step: status, perSecond: PER_SECOND, seconds } as const;
    const result = await setup.load.request(job);
    assertNoFailures(result);
    return quantile(result.latencies, 0.99);
  };
  const beside = (job: Job) => async (): Promise<number> => {
    // The others begin first and end last.
    const load = others.request({ ...job, seconds: seconds + 2 * LEAD });
    await new Promise((resolve) => setTimeout(resolve, LEAD * 1000));
    const value = await p99();
    await load;
    await untilIdle(url, quiet, 2 * idle);
    return value;
  };
  const pins: Job = { kind: 'flow', url, users: honest, steps: [createSession, verifyPin], seconds, connections: 16 };
  const wrong = { ...verifyDevice, body: '{"deviceFingerprint":"another device"}' };
  const flood: Job = { kind: 'flood', url, users: [flooding], step: wrong, count: FLOOD, seconds };
  return {
    sides: {
      [`${name} alone`]: { what: `alone, ${name}`, run: p99 },
      [`${name} pins`]: {
        what: 'p99 of 50 status a second beside PIN verifications at their limit',
        run: beside(pins),
      },
      [`${name} flood`]: {
        what: `p99 of 50 status a second beside ${FLOOD} pipelined wrong verifications`,
        run: beside(flood),
      },
    },
    rows: ['pins', 'flood'].map((load) => ({
      ours: `${name} ${load}`,
      yardstick: `${name} alone`,
      unit: 'ms' as const,
      target: ratioAtMost(3),
    })),
  };
}

/** Waits until a load that has ended is worked off. */
async function untilIdle(url: string, user: User, milliseconds: number): Promise<void> {
  const deadline = performance.now() + 60_000;
  while ((await medianLatency(url, user)) > milliseconds) {
    if (performance.now() > deadline) throw new InvalidRun('the server is still busy a minute after the load');
  }
}

/** Milliseconds that the user waits for the status, one request after another. */
async function medianLatency(url: string, { accessToken, token }: User): Promise<number> {
  const headers = { authorization: `Bearer ${accessToken}`, 'one-time-token': token ?? '' };
  const latencies: number[] = [];
  while (latencies.length < 20) {
    const began = performance.now();
    await (await fetch(`${url}${status.path}`, { headers })).arrayBuffer();
    latencies.push(performance.now() - began);
  }
  return quantile(latencies, 0.5);
}
