import { type Context, clientTime } from '../context.ts';
import type { Scope, Transaction } from '../ports/index.ts';
import type { SimulatedResponse } from '../simulated-responses.ts';

/** `counted`: the secret is to be evaluated. `result`: it is not, and this is the result. */
export type CountResult<Counted, Result> = { readonly counted: Counted } | { readonly result: Result };

/** The steps of one attempt to verify a secret. */
export interface AttemptSteps<Counted, Result> {
  readonly scope: Scope;
  readonly simulated: SimulatedResponse | undefined;
  /** Decides whether the secret is evaluated, and counts the attempt. */
  count(tx: Transaction, now: number, expire: boolean): Promise<CountResult<Counted, Result>>;
  /** Compares the secret. */
  verify(counted: Counted): Promise<boolean>;
  /** Stores the result of the comparison. */
  settle(tx: Transaction, now: number, counted: Counted, isCorrect: boolean): Promise<Result>;
}

/**
 * Counts an attempt, evaluates it, and settles it. The count is committed before the evaluation, so that parallel guesses and
 * crashes gain no attempts (RTS 4(3)(b), ASVS 5.0 6.3.8). The evaluation runs between the two transactions: slow hashing and
 * matching hold no lock.
 */
export async function runAttempt<Counted, Result>(
  context: Context,
  { scope, simulated, count, verify, settle }: AttemptSteps<Counted, Result>,
): Promise<Result> {
  const { store } = context;
  const countResult = await store.transaction(scope, (tx) =>
    count(tx, clientTime(context, tx), simulated === 'expire'),
  );
  if ('result' in countResult) return countResult.result;
  const { counted } = countResult;
  const isCorrect = (await verify(counted)) && simulated !== 'fail';
  return store.transaction(scope, (tx) => settle(tx, clientTime(context, tx), counted, isCorrect));
}
