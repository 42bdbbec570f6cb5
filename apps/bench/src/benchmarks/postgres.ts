import type { Benchmark, Row, Setup, Side } from '../benchmark.ts';
import type { Step, User } from '../load/job.ts';
import { flowsPerSecond } from '../load/load.ts';
import { pathOf, startProcess } from '../processes.ts';
import { startCountingProxy } from '../sandbox/counting-proxy.ts';
import { type BenchPostgres, startBenchPostgres } from '../sandbox/postgres.ts';
import { runStep } from '../sandbox/run-step.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { challenge, status } from '../sandbox/steps.ts';
import { advanceClock, createTokens, createUsers, createUsersOfOneClient } from '../sandbox/users.ts';
import { ratioAtLeast } from '../target.ts';
import { ARGON2_CONNECTIONS, ARGON2_THREADS } from '../yardsticks/computer.ts';
import { FLOW, FLOW_WORK, FLOWS_PER_SECOND, SESSION } from './flow.ts';

/** The same requests on PostgreSQL, by one process and by several. */
export const postgresBenchmark: Benchmark = {
  name: 'postgres',
  summary: 'runs status, 403 and flow on a local PostgreSQL, with 1 and 3 processes',
  async open(setup) {
    const database = await startBenchPostgres(setup);
    const bare = await bareStepsOf(setup, database);
    const sides: Record<string, Side> = {};
    const rows: Row[] = [];
    for (const processes of setup.quick ? [1] : [1, 3]) {
      const ours = await oursOn(setup, database, processes);
      const yardsticks = await yardsticksOn(setup, database, processes, bare);
      for (const [name, run] of Object.entries(ours)) {
        const [mine, other] = [`${name} ours ${processes}`, `${name} bare ${processes}`];
        const trips = bare[name as Kind].map(({ trips }) => trips).join(' + ');
        sides[mine] = { what: `${name} on PostgreSQL, ${processes} process(es)`, run };
        sides[other] = { what: `bare handler, ${trips} round trips`, run: yardsticks[name as Kind] };
        rows.push({ ours: mine, yardstick: other, unit: '/s', target: ratioAtLeast(0.6) });
      }
    }
    return { sides, rows };
  },
};

type Kind = 'status' | 'challenge' | 'flow';
type Runs = Readonly<Record<Kind, () => Promise<number>>>;

const { take: _, ...challengeOnly } = challenge;
const STEPS: Readonly<Record<Kind, readonly Step[]>> = { status: [status], challenge: [challengeOnly], flow: FLOW };

async function oursOn(setup: Setup, database: BenchPostgres, processes: number): Promise<Runs> {
  const { load, seconds } = setup;
  const { url } = await startSandbox(setup, {
    SCA_DATABASE: await database.createDatabase(),
    ...(processes === 1 ? {} : { SCA_WORKERS: String(processes) }),
  });
  const tokens = await createTokens(url, await createUsers(url, 16));
  const forFlow = await createUsersOfOneClient(url, Math.ceil(FLOWS_PER_SECOND * seconds));
  const run = (kind: Kind, users: readonly User[]) => (): Promise<number> =>
    flowsPerSecond(
      load,
      { url, users, steps: STEPS[kind], seconds, connections: kind === 'flow' ? ARGON2_CONNECTIONS : 16 },
      kind === 'flow' ? () => advanceClock(url, users, SESSION) : undefined,
    );
  return { status: run('status', tokens), challenge: run('challenge', tokens), flow: run('flow', forFlow) };
}

interface BareStep {
  readonly trips: number;
  readonly step: Step;
}
type BareSteps = Readonly<Record<Kind, readonly BareStep[]>>;

/** Counts the round trips of our steps and describes bare ones with as many. */
async function bareStepsOf(setup: Setup, database: BenchPostgres): Promise<BareSteps> {
  const proxy = await startCountingProxy(await database.createDatabase());
  setup.defer(() => proxy.stop());
  const { url, stop } = await startSandbox(setup, { SCA_DATABASE: proxy.url });
  const counts: (readonly number[])[] = [];
  for (const user of await createUsers(url, 3)) counts.push(await countTrips(url, user, proxy.take));
  await stop();
  const flow = FLOW.map(({ status: expected }, at): BareStep => {
    // The least of several, because background work may fall in between.
    const trips = Math.min(...counts.map((each) => each[at] ?? 0));
    const { commits = 0, argon2 = 0, rsa = 0 } = FLOW_WORK[at] ?? {};
    const path = `/${Math.max(0, trips - commits)}/${commits}/${argon2}/${rsa}/${expected}`;
    return { trips, step: { method: 'GET', path, status: expected } };
  });
  return { challenge: flow.slice(0, 1), status: flow.slice(1, 2), flow };
}

async function countTrips(url: string, user: User, take: () => number): Promise<readonly number[]> {
  const values: Record<string, string> = { ...user };
  const trips: number[] = [];
  for (const step of FLOW) {
    take();
    await runStep(url, step, values);
    trips.push(take());
  }
  return trips;
}

async function yardsticksOn(setup: Setup, database: BenchPostgres, processes: number, bare: BareSteps): Promise<Runs> {
  const { url } = await startProcess(setup, [pathOf('yardsticks/bare-postgres.ts'), String(processes)], {
    BENCH_DATABASE: await database.createDatabase(),
    UV_THREADPOOL_SIZE: String(ARGON2_THREADS),
  });
  const run = (kind: Kind) => (): Promise<number> =>
    flowsPerSecond(setup.load, {
      url,
      users: [{}],
      steps: bare[kind].map(({ step }) => step),
      seconds: setup.seconds,
      connections: kind === 'flow' ? ARGON2_CONNECTIONS : 16,
    });
  return { status: run('status'), challenge: run('challenge'), flow: run('flow') };
}
