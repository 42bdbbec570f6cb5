import { peers } from '../peers.ts';
import { type FlowJob, type LoadResult, nameOf, requestOf, type Step, taken } from './job.ts';

/** What is used of autocannon, which has no types of its own. */
type Autocannon = (options: object) => PromiseLike<{
  readonly duration: number;
  readonly errors: number;
  readonly timeouts: number;
  readonly requests: { readonly total: number };
  readonly statusCodeStats: Readonly<Record<string, { readonly count: number }>>;
}>;
type Context = Record<string, string>;

const autocannon = peers('autocannon') as Autocannon;
/** Milliseconds between autocannon's looks at the clock: it ends at the next one. */
const SAMPLE_MS = 50;

/** The user of the next flow. It goes on from run to run, because the last flows of a run may end after it. */
let next = 0;

/** Runs flows by autocannon. */
export async function runFlows({ url, steps, users, seconds, amount, connections }: FlowJob): Promise<LoadResult> {
  const failures: Record<string, number> = {};
  const fail = (fault: string, times = 1): void => {
    failures[fault] = (failures[fault] ?? 0) + times;
  };
  const [only, second] = steps;
  const isSingle = second === undefined;
  /** When each flow was completed, in milliseconds. */
  const completed: number[] = [];
  const requests = isSingle
    ? users.map((user) => requestOf(only as Step, user))
    : steps.map((step, at) => ({
        ...requestOf(step, {}),
        setupRequest(request: object, context: Context) {
          if (at === 0) Object.assign(context, users[next++ % users.length]);
          return { ...request, ...requestOf(step, context) };
        },
        onResponse(status: number, body: string, context: Context, headers: Readonly<Record<string, string>>) {
          if (status !== step.status) return fail(`${nameOf(step)} returned ${status}: ${body.slice(0, 200)}`);
          if (step.take) context[step.take.name] = taken(step.take, body, headers);
          if (at === steps.length - 1) completed.push(performance.now());
        },
      }));
  const result = await autocannon({ url, connections, duration: seconds, sampleInt: SAMPLE_MS, requests, amount });
  if (result.errors > 0) fail('connection error', result.errors);
  if (result.timeouts > 0) fail('no response in ten seconds', result.timeouts);
  for (const [status, { count }] of isSingle ? Object.entries(result.statusCodeStats) : []) {
    if (status !== String(only?.status)) fail(`${nameOf(only as Step)} returned ${status}`, count);
  }
  const perSecond = isSingle ? result.requests.total / result.duration : rateOf(completed);
  return { perSecond, latencies: [], failures };
}

/** Flows a second, from the first to the last completed one: those that began or ended outside would distort a short run. */
function rateOf(completed: readonly number[]): number {
  const [first = 0, last = first] = [completed[0], completed.at(-1)];
  return last > first ? ((completed.length - 1) * 1000) / (last - first) : 0;
}
