import { credentialHeaders, kindFor } from '../client/credentials.ts';
import { readSandboxUser, type SandboxUser } from '../client/sandbox-user.ts';
import type { Operation } from '../document/types.ts';
import { type NegativeCase, negativeCases, routingCases } from '../negative/index.ts';
import { createRandom } from '../negative/random.ts';
import type { NegativeResult } from '../report/report.ts';
import { createContext, type ScenarioScope } from '../scenarios/context.ts';
import { Skipped } from '../scenarios/scenario.ts';
import { wellFormed } from '../scenarios/well-formed.ts';
import { inPool } from './pool.ts';

const WIDTH = 8;

/** How the negative part of a check runs. */
export interface NegativeRun {
  readonly scope: ScenarioScope;
  readonly seed: number;
  readonly operations: readonly Operation[];
  readonly timeoutMs: number;
  readonly onDone: () => void;
}

/** Sends every negative case; each operation has a fresh user. A target without a sandbox gets no cases that need one. */
export async function runNegatives(run: NegativeRun): Promise<NegativeResult[]> {
  const { gateway } = run.scope;
  const lists = await inPool(run.operations, WIDTH, async (operation) => {
    const user = await freshUser(run, operation);
    if (!user) return [];
    const cases = negativeCases(gateway.contract, {
      seed: run.seed,
      operations: [operation],
      baseline: (each, content) => wellFormed(each, user, content),
    });
    const results: NegativeResult[] = [];
    for (const each of cases) results.push(await runCase(run, each, operation, user));
    return results;
  });
  const routing = await inPool(routingCases(gateway.contract, run.seed), WIDTH, (each) =>
    runCase(run, each, undefined, readSandboxUser({})),
  );
  return [...lists.flat(), ...routing];
}

async function freshUser(run: NegativeRun, operation: Operation): Promise<SandboxUser | undefined> {
  if (operation.security.flat().length === 0) return readSandboxUser({});
  try {
    return await createContext(run.scope, createRandom(run.seed), []).sharedUser(operation.id);
  } catch {
    // Why there is none shows in the scenarios.
    return undefined;
  }
}

async function runCase(
  run: NegativeRun,
  { name, operationId, plan, expected }: NegativeCase,
  operation: Operation | undefined,
  user: SandboxUser,
): Promise<NegativeResult> {
  const started = performance.now();
  const base = { name, ...(operationId === undefined ? {} : { operationId }) };
  const done = (outcome: 'passed' | 'failed', reason?: string, status?: number): NegativeResult => ({
    ...base,
    outcome,
    ...(reason === undefined ? {} : { reason }),
    ...(status === undefined ? {} : { status }),
    durationMs: Math.round(performance.now() - started),
  });
  try {
    const credentials = operation ? credentialHeaders(operation, user, kindFor(operation)) : {};
    const answer = await run.scope.caller.send(operation, plan, {
      credentials,
      offContract: true,
      timeoutMs: run.timeoutMs,
    });
    const { failure, violations } = answer.exchange;
    if (failure) return done('failed', failure.message);
    if (!expected.includes(answer.status)) {
      return done('failed', `Answered ${answer.status}; expected ${expected.join(', ')}.`, answer.status);
    }
    if (answer.status === 405 && answer.header('allow') === undefined) {
      return done('failed', 'Answered 405 without Allow.', 405);
    }
    const wrong = violations[0];
    return wrong
      ? done('failed', `The answer breaks the contract: ${wrong.message}`, answer.status)
      : done('passed', undefined, answer.status);
  } catch (error) {
    return done('failed', error instanceof Skipped ? error.message : `The case could not be sent: ${String(error)}`);
  } finally {
    run.onDone();
  }
}
