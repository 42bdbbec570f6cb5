import type { Benchmark, BenchmarkOptions, BenchmarkSession } from './benchmark.ts';

/** Durations of one side, in milliseconds. */
export interface Sample {
  readonly median: number;
  /** The difference between the third and the first quartile. */
  readonly spread: number;
}

/** The result of a benchmark. */
export interface Measurement {
  readonly name: string;
  readonly subject: Sample;
  readonly yardstick: Sample;
  /** The median of the subject divided by the median of the yardstick. */
  readonly ratio: number;
  readonly rounds: number;
}

const WARM_UP_ROUNDS = 3;

/**
 * Runs a benchmark: subject and yardstick alternately, after a warm-up.
 * @param clock returns milliseconds; `performance.now` by default
 */
export async function measure(
  benchmark: Benchmark,
  options: BenchmarkOptions & { readonly rounds: number },
  clock: () => number = () => performance.now(),
): Promise<Measurement> {
  const session = await benchmark.open(options);
  try {
    const { subject, yardstick } = await runRounds(session, options.rounds, clock);
    return {
      name: benchmark.name,
      subject,
      yardstick,
      ratio: subject.median / yardstick.median,
      rounds: options.rounds,
    };
  } finally {
    await session.close();
  }
}

async function runRounds(
  session: BenchmarkSession,
  rounds: number,
  clock: () => number,
): Promise<{ readonly subject: Sample; readonly yardstick: Sample }> {
  const subject: number[] = [];
  const yardstick: number[] = [];
  const time = async (run: () => Promise<unknown>): Promise<number> => {
    const started = clock();
    await run();
    return clock() - started;
  };
  for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
    const pair = [await time(() => session.subject()), await time(() => session.yardstick())] as const;
    if (round < 0) continue;
    subject.push(pair[0]);
    yardstick.push(pair[1]);
  }
  return { subject: summarize(subject), yardstick: summarize(yardstick) };
}

/** Returns the median and the spread of durations. */
export function summarize(durations: readonly number[]): Sample {
  const sorted = durations.toSorted((one, other) => one - other);
  const quantile = (share: number): number => {
    const at = (sorted.length - 1) * share;
    const [low = 0, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
    return low + (high - low) * (at - Math.floor(at));
  };
  return { median: quantile(0.5), spread: quantile(0.75) - quantile(0.25) };
}
