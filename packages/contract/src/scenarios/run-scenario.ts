import type { Exchange } from '../gateway/exchange.ts';
import { createRandom } from '../negative/random.ts';
import type { ScenarioResult } from '../report/report.ts';
import { createContext, type ScenarioScope } from './context.ts';
import { type Scenario, Skipped } from './scenario.ts';

/** Runs one scenario. An error in it becomes its result. */
export async function runScenario(scenario: Scenario, scope: ScenarioScope, seed: number): Promise<ScenarioResult> {
  const { name, operationId, status } = scenario;
  const started = performance.now();
  const seen: Exchange[] = [];
  const random = createRandom(seed, `${operationId} ${status} ${name}`);
  const base = { name, operationId, status: String(status) };
  const timed = (): { durationMs: number } => ({ durationMs: Math.round(performance.now() - started) });
  try {
    await scenario.run(createContext(scope, random, seen));
  } catch (error) {
    if (error instanceof Skipped) return { ...base, outcome: 'skipped', reason: error.message, ...timed() };
    const reason = error instanceof Error ? error.message : 'A value that is not an Error was thrown.';
    return { ...base, outcome: 'failed', reason, ...timed() };
  }
  const reason = validate(scenario, seen);
  return {
    ...base,
    outcome: reason === undefined ? 'passed' : 'failed',
    ...(reason === undefined ? {} : { reason }),
    ...timed(),
  };
}

/** Why a scenario failed: its response was not seen, or has a violation. */
function validate(scenario: Scenario, seen: readonly Exchange[]): string | undefined {
  const meant = seen.filter(
    ({ operationId, response, mediaType }) =>
      operationId === scenario.operationId &&
      response?.status === scenario.status &&
      (scenario.mediaType === undefined || scenario.mediaType === mediaType),
  );
  if (meant.length === 0) return `The response ${scenario.status} of ${scenario.operationId} was not seen.`;
  const wrong = meant.flatMap(({ violations }) => violations)[0];
  return (
    wrong && `${wrong.side === 'request' ? 'The request' : 'The response'} violates the contract: ${wrong.message}`
  );
}
