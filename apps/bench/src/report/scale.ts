import { FLOW_REQUESTS } from '../benchmarks/flow.ts';
import type { Costs } from './costs.ts';
import { renderTable } from './render.ts';

/** What the figures of one machine are multiplied with. */
export interface Assumptions {
  /** Step-ups of a profile in a day, each with a PIN and a device. */
  readonly flowsPerDay: number;
  /** Requests of a profile within a session in a day. */
  readonly readsPerDay: number;
  /** Share of the day's requests in its busiest hour. */
  readonly busiestHour: number;
  /** Share of a core that a process may use in that hour. */
  readonly utilisation: number;
  /** Days that events and tokens of a flow are kept. */
  readonly retentionDays: number;
  /** Durable commits in a second of one PostgreSQL. */
  readonly commitsPerPostgres: number;
  /** Terabytes of one PostgreSQL. */
  readonly terabytesPerPostgres: number;
}

const ASSUMPTIONS: Assumptions = {
  flowsPerDay: 0.2,
  readsPerDay: 5,
  busiestHour: 0.12,
  utilisation: 0.5,
  retentionDays: 400,
  commitsPerPostgres: 10_000,
  terabytesPerPostgres: 4,
};

/** What a flow has of each. */
export interface FlowWork {
  readonly commits: number;
  readonly argon2: number;
  readonly rsa: number;
}

/** What a number of profiles needs in the busiest hour. */
export interface Scale {
  readonly flowsPerSecond: number;
  readonly readsPerSecond: number;
  readonly processes: number;
  readonly hashesPerSecond: number;
  readonly keyOperationsPerSecond: number;
  readonly commitsPerSecond: number;
  readonly terabytes: number;
  readonly shards: number;
}

/** Projects the costs of single requests to so many profiles. */
export function scaleTo(profiles: number, costs: Costs, work: FlowWork, assumed: Assumptions = ASSUMPTIONS): Scale {
  const cost = (request: string, quantity: string): number => costs.get(request)?.get(quantity) ?? Number.NaN;
  const perSecond = (perDay: number): number => (profiles * perDay * assumed.busiestHour) / 3600;
  const [flowsPerSecond, readsPerSecond] = [perSecond(assumed.flowsPerDay), perSecond(assumed.readsPerDay)];
  const flowTime = FLOW_REQUESTS.reduce((sum, request) => sum + cost(request, 'processor time'), 0);
  const busy = (flowsPerSecond * flowTime + readsPerSecond * cost('200 within the session', 'processor time')) / 1000;
  const commitsPerSecond = flowsPerSecond * work.commits;
  const kilobytes = cost('profile', 'stored') + assumed.flowsPerDay * assumed.retentionDays * cost('flow', 'stored');
  const terabytes = (profiles * kilobytes) / 1024 ** 3;
  return {
    flowsPerSecond,
    readsPerSecond,
    processes: Math.ceil(busy / assumed.utilisation),
    hashesPerSecond: flowsPerSecond * work.argon2,
    keyOperationsPerSecond: flowsPerSecond * work.rsa,
    commitsPerSecond,
    terabytes,
    shards: Math.ceil(
      Math.max(commitsPerSecond / assumed.commitsPerPostgres, terabytes / assumed.terabytesPerPostgres),
    ),
  };
}

const MILLIONS = [10, 100, 1000];

/** Renders the assumptions, and what 10, 100 and 1000 million profiles need. */
export function renderScale(costs: Costs, work: FlowWork): string {
  const scales = MILLIONS.map((millions) => scaleTo(millions * 1_000_000, costs, work));
  const row = (name: string, of: (scale: Scale) => number): readonly string[] => [
    name,
    ...scales.map((scale) => renderRounded(of(scale))),
  ];
  const needs = renderTable([
    ['in the busiest hour', ...MILLIONS.map((millions) => `${millions} million profiles`)],
    row('step-ups a second', (scale) => scale.flowsPerSecond),
    row('requests within a session, a second', (scale) => scale.readsPerSecond),
    row('processes, a core each', (scale) => scale.processes),
    row('argon2id hashes a second', (scale) => scale.hashesPerSecond),
    row('RSA private operations a second', (scale) => scale.keyOperationsPerSecond),
    row('durable commits a second', (scale) => scale.commitsPerSecond),
    row('database, TB', (scale) => scale.terabytes),
    row('PostgreSQL servers (shards)', (scale) => scale.shards),
  ]);
  return `${renderAssumptions(ASSUMPTIONS)}\n\n${needs}`;
}

function renderAssumptions(assumed: Assumptions): string {
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  return renderTable([
    ['assumption', 'value'],
    ['step-ups of a profile', `${assumed.flowsPerDay} a day, each with a PIN and a device`],
    ['requests of a profile within a session', `${assumed.readsPerDay} a day`],
    ['the busiest hour', `${percent(assumed.busiestHour)} of the day`],
    ['a process', `one core like this machine's, ${percent(assumed.utilisation)} in use`],
    ['tokens and audit events of a step-up', `kept for ${assumed.retentionDays} days`],
    [
      'one PostgreSQL',
      `${assumed.commitsPerPostgres} durable commits a second, ${assumed.terabytesPerPostgres} TB, replicas and backups not counted`,
    ],
  ]);
}

/** Two significant digits: the assumptions allow no more. */
function renderRounded(value: number): string {
  const rounded = Number(value.toPrecision(2));
  return rounded >= 1000 ? rounded.toLocaleString('en-US').replaceAll(',', ' ') : String(rounded);
}
