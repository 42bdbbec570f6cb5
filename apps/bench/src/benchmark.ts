import type { Deferring } from './defer.ts';
import type { Load } from './load/load.ts';

/** Compares sca-kit with yardsticks on the same machine, in the same run. */
export interface Benchmark {
  /** Kebab-case, for `--only`. */
  readonly name: string;
  /** What it measures, for `--help`. */
  readonly summary: string;
  /** Whether it runs only when `--only` names it: it checks something, and its figure is not worth the time of a run. */
  readonly onRequest?: boolean;
  /** Starts what the benchmark needs. */
  open(setup: Setup): Promise<Session>;
}

/** What a benchmark gets. */
export interface Setup extends Deferring {
  /** Less data, to try a benchmark out. */
  readonly quick: boolean;
  /** Seconds of one measurement. */
  readonly seconds: number;
  /** The load generator, a process of its own. */
  readonly load: Load;
}

/** The sides of a benchmark, ready to be measured in turn, and the rows that compare them. */
export interface Session {
  readonly sides: Readonly<Record<string, Side>>;
  readonly rows: readonly Row[];
  /** Measurements of each side; the default is the run's. */
  readonly rounds?: number;
  /** False skips the measurement that is left out of the result. */
  readonly warmUp?: boolean;
}

/** A side of a comparison. */
export interface Side {
  /** What is measured, in a few words. */
  readonly what: string;
  /**
   * Measures once. Returns a figure in the unit of its rows.
   * @throws InvalidRun on any unexpected response
   */
  readonly run: () => Promise<number>;
}

/** A row of the table. */
export interface Row {
  /** Name of a side. */
  readonly ours: string;
  /** Name of a side. Without it, the figure of `ours` stands alone. */
  readonly yardstick?: string;
  readonly unit: Unit;
  readonly target: Target | null;
}

export type Unit = '/s' | 'ms' | 's' | 'MB' | 'KB' | 'trips' | 'writes';

/** What is wanted of the ratio or the difference of a pair, or of our figure alone. */
export interface Target {
  readonly of: 'ratio' | 'difference' | 'ours';
  readonly bound: '≥' | '≤';
  readonly value: number;
}
