import type { MediaType, Operation } from '@sca-kit/openapi';
import type { ReceivedResponse } from '../client/caller.ts';
import { credentialHeaders, isOpen, kindFor } from '../client/credentials.ts';
import { readSandboxUser, type SandboxUser } from '../client/sandbox-user.ts';
import { type NegativeCase, negativeCases } from '../negative/cases.ts';
import type { RequestPlan } from '../negative/plan.ts';
import { createRandom } from '../negative/random.ts';
import { routingCases } from '../negative/routing-cases.ts';
import type { NegativeResult } from '../report/report.ts';
import { createContext, type ScenarioScope } from '../scenarios/context.ts';
import { type Prepared, prepare } from '../scenarios/preconditions.ts';
import { Skipped } from '../scenarios/scenario.ts';
import { validRequest } from '../scenarios/valid-request.ts';
import { inPool } from './pool.ts';
import { validateRoutingResponse } from './validate-routing-response.ts';

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
  const lists = await inPool(run.operations, WIDTH, (operation) => runOperation(run, operation));
  const nobody = readSandboxUser({});
  const routing = await inPool(routingCases(gateway.contract, run.seed, run.operations), WIDTH, (each) =>
    runCase(run, each, undefined, nobody),
  );
  return [...lists.flat(), ...routing];
}

async function runOperation(run: NegativeRun, operation: Operation): Promise<NegativeResult[]> {
  const prepared = await ready(run, operation);
  if (!prepared) return [];
  const { user } = prepared;
  const baseline = (each: Operation, content?: MediaType): RequestPlan => {
    const plan = validRequest(run.scope.gateway.contract.document, each, user, content);
    const { body } = plan;
    const value = prepared.body ?? body?.value;
    const headers = { ...withoutNames(plan.headers, prepared.headers), ...prepared.headers };
    const pathParameters = { ...plan.pathParameters, ...prepared.path };
    return { ...plan, pathParameters, headers, ...(body ? { body: { ...body, value } } : {}) };
  };
  const cases = negativeCases(run.scope.gateway.contract, { seed: run.seed, operations: [operation], baseline });
  const results: NegativeResult[] = [];
  for (const each of cases) results.push(await runCase(run, each, operation, user));
  return withInconclusive(
    results,
    await statusOf(run, operation, user, baseline(operation, operation.body?.contents[0])),
  );
}

/** Header names have no case. */
const withoutNames = (
  headers: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string>> = {},
): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !Object.hasOwn(others, name.toLowerCase())));

/**
 * A case is conclusive when the same request without the fault gets another status. That request is sent last, so
 * that its effects do not change the cases.
 */
function withInconclusive(results: readonly NegativeResult[], status: number | undefined): NegativeResult[] {
  if (status === undefined || status < 400) return [...results];
  const reason = `The valid request returns ${status}, too.`;
  return results.map((result) =>
    result.outcome === 'passed' && result.status === status ? { ...result, outcome: 'inconclusive', reason } : result,
  );
}

async function statusOf(
  run: NegativeRun,
  operation: Operation,
  user: SandboxUser,
  plan: RequestPlan,
): Promise<number | undefined> {
  try {
    const response = await send(run, operation, user, plan);
    return response.exchange.failure ? undefined : response.status;
  } catch {
    // Only the outcome of other cases depends on it.
    return undefined;
  }
}

/** A user for whom a well-formed request succeeds, as far as that can be brought about. */
async function ready(run: NegativeRun, operation: Operation): Promise<Prepared | undefined> {
  if (isOpen(operation)) return { user: readSandboxUser({}) };
  try {
    return await prepare(createContext(run.scope, createRandom(run.seed, operation.id), []), operation.id);
  } catch {
    // Why there is none shows in the scenarios.
    return undefined;
  }
}

const send = (
  run: NegativeRun,
  operation: Operation | undefined,
  user: SandboxUser,
  plan: RequestPlan,
): Promise<ReceivedResponse> =>
  run.scope.caller.send(operation, plan, {
    credentials: operation ? credentialHeaders(operation, user, kindFor(operation)) : {},
    offContract: true,
    timeoutMs: run.timeoutMs,
  });

async function runCase(
  run: NegativeRun,
  each: NegativeCase,
  operation: Operation | undefined,
  user: SandboxUser,
): Promise<NegativeResult> {
  const started = performance.now();
  const base = { name: each.name, ...(each.operationId === undefined ? {} : { operationId: each.operationId }) };
  const done = (result: Pick<NegativeResult, 'outcome' | 'reason' | 'status'>): NegativeResult => ({
    ...base,
    ...result,
    durationMs: Math.round(performance.now() - started),
  });
  try {
    const response = await send(run, operation, user, each.plan);
    const { failure } = response.exchange;
    if (failure) return done({ outcome: 'failed', reason: failure.message });
    const reason = caseError(run, each, response);
    return done({ outcome: reason ? 'failed' : 'passed', status: response.status, ...(reason ? { reason } : {}) });
  } catch (error) {
    if (error instanceof Skipped) return done({ outcome: 'inconclusive', reason: `Not sent: ${error.message}` });
    return done({ outcome: 'failed', reason: `The request could not be sent: ${String(error)}` });
  } finally {
    run.onDone();
  }
}

/** What is wrong with the response to a case; nothing when it is right. */
function caseError(
  run: NegativeRun,
  { expected, plan, operationId }: NegativeCase,
  response: ReceivedResponse,
): string | undefined {
  const { status } = response;
  if (expected === 'no server error') return status < 500 ? undefined : `Responded ${status} to ${plan.method}.`;
  if (!expected.includes(status)) return `Responded ${status}; expected ${expected.join(', ')}.`;
  const [violation] = response.exchange.violations;
  if (violation) return `The response violates the contract: ${violation.message}`;
  return operationId === undefined
    ? validateRoutingResponse(run.scope.gateway.contract, plan.path, response)
    : undefined;
}
