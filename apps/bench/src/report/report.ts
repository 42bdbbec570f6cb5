import type { Result } from '../measure.ts';

/** What a run has measured. */
export interface Report {
  readonly machine: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly settings: readonly string[];
  readonly benchmarks: readonly MeasuredBenchmark[];
}

/** The rows of a benchmark, or why its run is invalid. */
export interface MeasuredBenchmark {
  readonly name: string;
  readonly results: readonly Result[];
  readonly invalid: string | null;
}
