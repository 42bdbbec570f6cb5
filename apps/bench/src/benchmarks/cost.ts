import pg from 'pg';
import type { Benchmark, Row, Setup, Side } from '../benchmark.ts';
import type { Step } from '../load/job.ts';
import { type CountingProxy, startCountingProxy } from '../sandbox/counting-proxy.ts';
import { startBenchPostgres } from '../sandbox/postgres.ts';
import { runStep } from '../sandbox/run-step.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { challenge } from '../sandbox/steps.ts';
import { createUsersOfOneClient } from '../sandbox/users.ts';
import { FLOW, FLOW_REQUESTS } from './flow.ts';

/** What each request costs on PostgreSQL: processor time, round trips, write-ahead log; and what stays in the database. */
export const costBenchmark: Benchmark = {
  name: 'cost',
  summary: 'measures what each request costs: processor time, round trips, bytes',
  async open(setup) {
    const figures = await measureCosts(setup);
    const sides: Record<string, Side> = {};
    const rows: Row[] = [];
    for (const { what, unit, value } of figures) {
      sides[what] = { what, run: async () => value };
      rows.push({ ours: what, unit, target: null });
    }
    return { sides, rows, rounds: 1, warmUp: false };
  },
};

interface Figure extends Pick<Row, 'unit'> {
  /** `REQUEST: QUANTITY`. */
  readonly what: string;
  readonly value: number;
}

const PROFILES_PER_USER = 2;
const { take: _, ...read } = challenge;
const REQUESTS: readonly (readonly [name: string, step: Step])[] = [
  ...FLOW_REQUESTS.map((name, at): [string, Step] => [name, FLOW[at] as Step]),
  ['200 within the session', { ...read, status: 200 }],
];

async function measureCosts(setup: Setup): Promise<readonly Figure[]> {
  const count = setup.quick ? 10 : 100;
  const databaseUrl = await (await startBenchPostgres(setup)).createDatabase();
  const proxy = await startCountingProxy(databaseUrl);
  setup.defer(() => proxy.stop());
  const { url } = await startSandbox(setup, { SCA_DATABASE: proxy.url });
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  setup.defer(() => database.end());
  const look = (): Promise<Usage> => usageOf(url, database, proxy);

  // The first requests also compile code.
  for (const user of await createUsersOfOneClient(url, Math.ceil(count / 4))) {
    const values = { ...user };
    for (const [, step] of REQUESTS) await runStep(url, step, values);
  }
  const empty = await look();
  const users: Record<string, string>[] = (await createUsersOfOneClient(url, count)).map((user) => ({ ...user }));
  const filled = await look();
  const figures: Figure[] = [];
  let before = filled;
  for (const [name, step] of REQUESTS) {
    for (const user of users) await runStep(url, step, user);
    const after = await look();
    figures.push(
      { what: `${name}: processor time`, unit: 'ms', value: ((after.cpu - before.cpu) * 1000) / count },
      { what: `${name}: round trips`, unit: 'trips', value: after.trips / count },
      { what: `${name}: write-ahead log`, unit: 'KB', value: (after.wal - before.wal) / 1024 / count },
    );
    before = after;
  }
  return [
    ...figures,
    { what: 'profile: stored', unit: 'KB', value: (filled.size - empty.size) / 1024 / count / PROFILES_PER_USER },
    { what: 'flow: stored', unit: 'KB', value: (before.size - filled.size) / 1024 / count },
  ];
}

interface Usage {
  /** Seconds of processor time. */
  readonly cpu: number;
  /** Round trips since the last look. */
  readonly trips: number;
  /** Bytes of write-ahead log. */
  readonly wal: number;
  /** Bytes of the database. */
  readonly size: number;
}

async function usageOf(url: string, database: pg.Client, { take }: CountingProxy): Promise<Usage> {
  const trips = take();
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const { rows } = await database.query<{ readonly wal: string; readonly size: string }>(
    `select pg_current_wal_insert_lsn() - '0/0' as wal, pg_database_size(current_database()) as size`,
  );
  return {
    trips,
    cpu: Number(/^process_cpu_seconds_total (\S+)/m.exec(metrics)?.[1]),
    wal: Number(rows[0]?.wal),
    size: Number(rows[0]?.size),
  };
}
