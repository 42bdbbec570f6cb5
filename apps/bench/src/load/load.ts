import { InvalidRun } from '../invalid-run.ts';
import { pathOf, startWorker, type Worker } from '../processes.ts';
import { type FlowJob, type Job, type LoadResult, nameOf } from './job.ts';

/** The load generator. */
export type Load = Worker<Job, LoadResult>;

/** Starts a load generator in a process of its own. */
export const startLoad = (): Load => startWorker(pathOf('load/generator.ts'));

/** Seconds after which a measurement without a completed flow is given up. */
const MOST_SECONDS = 20;

/**
 * Runs flows and returns how many were completed in a second. A machine that completes none in the given time gets more.
 * @param afterwards makes the users ready for further flows
 * @throws InvalidRun with the unexpected responses, or when too few flows were completed
 */
export async function flowsPerSecond(
  load: Load,
  job: Omit<FlowJob, 'kind'>,
  afterwards: () => Promise<void> = async () => {},
): Promise<number> {
  for (let { seconds } = job; seconds < MOST_SECONDS; seconds *= 2) {
    const result = await load.request({ kind: 'flow', ...job, seconds });
    assertNoFailures(result);
    await afterwards();
    if (result.perSecond > 0) return result.perSecond;
  }
  throw new InvalidRun(`fewer than two flows in ${MOST_SECONDS} s: ${job.steps.map(nameOf).join(', ')}`);
}

/** @throws InvalidRun with the unexpected responses */
export function assertNoFailures({ failures }: LoadResult): void {
  const faults = Object.entries(failures).map(([fault, times]) => `${fault} (${times} times)`);
  if (faults.length > 0) throw new InvalidRun(faults.join('; '));
}
