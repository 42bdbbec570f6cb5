/** Compares a subject with a yardstick on the same machine, in the same run. */
export interface Benchmark {
  /** Kebab-case, for `--only`. */
  readonly name: string;
  /** What the subject does, in a few words. */
  readonly subject: string;
  /** What the subject is compared with, in a few words. */
  readonly yardstick: string;
  /** Prepares both sides. */
  open(options: BenchmarkOptions): Promise<BenchmarkSession>;
}

/** How much a benchmark does. */
export interface BenchmarkOptions {
  /** Fewer rounds and less data, to try a benchmark out. */
  readonly quick: boolean;
}

/** Both sides of a benchmark, ready to be measured. */
export interface BenchmarkSession {
  subject(): Promise<unknown>;
  yardstick(): Promise<unknown>;
  close(): Promise<void>;
}
