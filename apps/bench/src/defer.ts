/** Where a benchmark registers what has to be stopped or removed when it ends. */
export interface Deferring {
  /** Runs a function at the end of the benchmark, the last one first. */
  defer(cleanUp: () => unknown): void;
}
