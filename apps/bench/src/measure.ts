import type { Row, Session, Target } from './benchmark.ts';

/** Measurements of one side. */
export interface Sample {
  readonly what: string;
  readonly values: readonly number[];
  readonly median: number;
  /** The difference between the third and the first quartile. */
  readonly spread: number;
}

/** A row with its figures. */
export interface Result extends Pick<Row, 'unit' | 'target'> {
  readonly ours: Sample;
  readonly yardstick: Sample | null;
  /** The median over the pairs of what the target limits: ratio, difference or our figure. */
  readonly figure: number;
  /** Whether the figure meets the target; null without a target. */
  readonly met: boolean | null;
}

/**
 * Measures the sides of a session in turn, so that a change of the machine affects all of them.
 * @param progress is called before each measurement
 */
export async function measure(
  { sides, rows, rounds: own, warmUp = true }: Session,
  rounds: number,
  progress: (done: number, of: number, what: string) => void,
): Promise<readonly Result[]> {
  const all = Object.entries(sides);
  const values: Record<string, number[]> = Object.fromEntries(all.map(([name]) => [name, []]));
  const first = warmUp ? -1 : 0;
  const of = ((own ?? rounds) - first) * all.length;
  let done = 0;
  for (let round = first; round < (own ?? rounds); round += 1) {
    for (const [name, { what, run }] of all) {
      progress(done, of, what);
      const value = await run();
      done += 1;
      if (round >= 0) values[name]?.push(value);
    }
  }
  const samples = new Map(all.map(([name, { what }]) => [name, { what, ...summarize(values[name] ?? []) }]));
  return rows.map((row) => compare(row, samples));
}

function compare({ ours, yardstick, unit, target }: Row, samples: ReadonlyMap<string, Sample>): Result {
  const [mine, other] = [samples.get(ours), yardstick === undefined ? null : samples.get(yardstick)];
  if (mine === undefined || other === undefined) throw new TypeError(`A row names no side: ${ours}, ${yardstick}.`);
  const figure = other === null ? mine.median : compareEach(mine, other, target?.of ?? 'ratio');
  return { unit, target, ours: mine, yardstick: other, figure, met: target && isMet(figure, target) };
}

/** Compares the two measurements of each pair and returns the median. */
function compareEach(ours: Sample, yardstick: Sample, of: Target['of']): number {
  const each = ours.values.map((value, at) => {
    const other = yardstick.values[at] ?? Number.NaN;
    return of === 'ratio' ? value / other : of === 'difference' ? value - other : value;
  });
  return summarize(each).median;
}

const isMet = (figure: number, { bound, value }: Target): boolean =>
  bound === '≥' ? figure >= value : figure <= value;

/** Returns the median and the spread of measurements. */
export function summarize(values: readonly number[]): Omit<Sample, 'what'> {
  return { values, median: quantile(values, 0.5), spread: quantile(values, 0.75) - quantile(values, 0.25) };
}

/** Returns a quantile, interpolated between the two nearest values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (sorted.length - 1) * share;
  const [low = Number.NaN, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}
