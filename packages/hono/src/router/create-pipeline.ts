/** Takes what is known of a request so far and returns what it adds. Throws to reject the request. */
export type Step<Needs, Adds> = (exchange: Needs) => Promise<Adds> | Adds;

/** Steps in order. `Known` is what a request has after the last of them. */
export interface Pipeline<Known> {
  readonly steps: readonly Step<never, unknown>[];
  /** Appends a step. Does not compile when the step needs something that no earlier step adds. */
  step<Adds>(step: Step<Known, Adds>): Pipeline<Adds extends object ? Known & Adds : Known>;
  /** Carries `Known` for the type checker; has no value. */
  readonly known?: Known;
}

/** Creates a pipeline without steps. `Start` is what its first step gets. */
export function createPipeline<Start>(steps: readonly Step<never, unknown>[] = []): Pipeline<Start> {
  return { steps, step: (step) => createPipeline([...steps, step]) };
}
