import type { JsonObject, Operation } from '@sca-kit/openapi';
import { createCaller } from '../client/caller.ts';
import { credentialHeaders, kindFor } from '../client/credentials.ts';
import { createEncryption, type Encryption } from '../client/encryption.ts';
import { type ClientCredentials, readSandboxUser } from '../client/sandbox-user.ts';
import { measureCoverage } from '../coverage/coverage.ts';
import { selectOperations, withoutJose } from '../coverage/families.ts';
import { checkGates, type Requirement, requireChecked } from '../coverage/gates.ts';
import { type ContractDocument, openContract } from '../document/contract-document.ts';
import { createCollector } from '../gateway/exchange.ts';
import { createProxyGateway, type Gateway } from '../gateway/gateway.ts';
import { uncompilableSchemas } from '../gateway/uncompilable-schemas.ts';
import { groupViolations, measureTiming, outcomeOf, type Report } from '../report/report.ts';
import type { ScenarioScope } from '../scenarios/context.ts';
import { genericScenarios } from '../scenarios/generic.ts';
import { runScenario } from '../scenarios/run-scenario.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { scaScenarios } from '../scenarios/suite/index.ts';
import { planCall } from '../scenarios/valid-request.ts';
import { withCircuitBreaker } from './circuit-breaker.ts';
import { describeLacks, findMissingOperations } from './find-missing-operations.ts';
import { inPool } from './pool.ts';
import { preflight } from './preflight.ts';
import { runNegatives } from './run-negatives.ts';

/** The progress of a check. */
export interface CheckProgress {
  readonly phase: 'scenarios' | 'negative cases';
  readonly done: number;
  /** Absent while it is unknown. */
  readonly total?: number;
}

/** Options of a check. */
export interface CheckOptions {
  /** The base URL of the server to be checked. */
  readonly target: string;
  /** The OpenAPI document; the one of `@sca-kit/spec` by default. */
  readonly spec?: string | URL | JsonObject | ContractDocument;
  /** The client to create users in; by default each user gets a new client. */
  readonly credentials?: ClientCredentials;
  /** Only these families: a tag, its slug, or the first segment of the path (`v2`). */
  readonly families?: readonly string[];
  /** Only these operations, by operationId; all operations of the families by default. */
  readonly operations?: readonly string[];
  /** Operations to leave out, by operationId, and families. */
  readonly skip?: readonly string[];
  /** `off` leaves out encrypted bodies, and the operations that have no others. */
  readonly jose?: 'on' | 'off';
  /**
   * Returns a user with its credentials, in the form of the response of `POST /sandbox/users`; by default the sandbox of the
   * target creates one.
   */
  readonly createUser?: () => Promise<unknown>;
  readonly require?: readonly Requirement[];
  /** The seed of the generated cases; random by default. */
  readonly seed?: number;
  /** The time limit of one request in milliseconds; 10 000 by default. */
  readonly timeoutMs?: number;
  /** How many scenarios run at once; 8 by default. */
  readonly concurrency?: number;
  /** Replaces the built-in scenarios. */
  readonly scenarios?: readonly Scenario[];
  /** Whether to send the generated negative cases; true by default. */
  readonly negatives?: boolean;
  readonly onProgress?: (progress: CheckProgress) => void;
}

/**
 * Checks a server against the description: runs the scenarios and the generated negative cases through the validating
 * proxy, and measures coverage. Never rejects because of what the target does.
 *
 * @throws DocumentError when the document cannot be read
 * @throws TypeError when an option is invalid: an unknown family, a required family that is not checked, a target that is no
 * URL or contains credentials
 * @example
 * const report = await runCheck({ target: 'http://127.0.0.1:4100', require: [{ percent: 100 }] });
 * process.exitCode = exitCodeOf(report);
 */
export async function runCheck(options: CheckOptions): Promise<Report> {
  const opened = await contractOf(options.spec);
  const contract = options.jose === 'off' ? withoutJose(opened) : opened;
  const operations = selectOperations(contract, options);
  // The report shows the URL.
  if (holdsCredentials(options.target)) throw new TypeError('The URL of the target must not contain credentials.');
  requireChecked(contract, operations, options.require ?? []);
  const seed = options.seed ?? crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  const timeoutMs = options.timeoutMs ?? 10_000;
  const collector = createCollector();
  const proxy = createProxyGateway({
    contract,
    collector,
    onViolation: 'pass',
    target: { baseUrl: options.target, timeoutMs },
  });
  const started = new Date();
  const clock = performance.now();
  const build = (parts: Parts): Report => {
    const coverage = measureCoverage(contract, collector.records, operations);
    const gates = checkGates(contract, coverage, options.require ?? []);
    const violations = groupViolations(collector.violations);
    const { scenarios = [], negatives = [], lacks = [] } = parts;
    const whole = { scenarios, negatives, violations, gates, lacks };
    return {
      contract: { title: contract.title, version: contract.version },
      target: options.target,
      startedAt: started.toISOString(),
      durationMs: Math.round(performance.now() - clock),
      seed,
      outcome: parts.reason === undefined ? outcomeOf(whole) : 'could-not-run',
      ...(parts.reason === undefined ? {} : { reason: parts.reason }),
      ...whole,
      coverage,
      timing: measureTiming(collector.records),
    };
  };
  try {
    const gateway = withCircuitBreaker(proxy);
    const base = scopeOf(gateway, seed, options);
    const reason =
      (await preflight(gateway, base.caller, options.target, options.credentials)) ??
      missingKey(operations, options.credentials);
    if (reason !== undefined) return build({ reason });
    const [unchecked] = uncompilableSchemas(contract, contract.operations);
    if (unchecked !== undefined)
      return build({ reason: `The schema of ${unchecked} is invalid, so bodies cannot be validated by it.` });
    const missing = await probe(contract, operations, options);
    const scope = { ...base, missing: new Set(missing.map(({ id }) => id)) };
    const present = operations.filter((operation) => !missing.includes(operation));
    const lacks = describeLacks(contract, missing, operations, options.createUser !== undefined);
    const scenarios = await runScenarios(contract, present, scope, seed, options);
    let done = 0;
    const onDone = (): void => {
      done += 1;
      options.onProgress?.({ phase: 'negative cases', done });
    };
    const negatives =
      options.negatives === false ? [] : await runNegatives({ scope, seed, operations: present, timeoutMs, onDone });
    return build({ scenarios, negatives, lacks });
  } finally {
    proxy.close();
  }
}

/** Finds out what the target lacks, with exchanges that do not count. */
async function probe(
  contract: ContractDocument,
  operations: readonly Operation[],
  { target, timeoutMs = 10_000 }: CheckOptions,
): Promise<readonly Operation[]> {
  const gateway = createProxyGateway({ contract, onViolation: 'pass', target: { baseUrl: target, timeoutMs } });
  const encryption = createEncryption(() => Promise.reject(new Error('There are no keys yet.')));
  try {
    return await findMissingOperations(contract, createCaller(gateway, encryption, 0), operations);
  } finally {
    gateway.close();
  }
}

function holdsCredentials(target: string): boolean {
  if (!URL.canParse(target)) return false;
  const { username, password } = new URL(target);
  return username !== '' || password !== '';
}

/** Operations that want the client's api-key cannot be checked without it. */
function missingKey(operations: readonly Operation[], credentials: ClientCredentials | undefined): string | undefined {
  if (!credentials || credentials.apiKey !== undefined) return undefined;
  const keyed = operations.find(({ security }) => security.flat().some(({ kind }) => kind === 'apiKey'));
  return (
    keyed &&
    `${keyed.id} and others require the API key of ${credentials.clientId}. Pass it, or leave those families out.`
  );
}

type Parts = Partial<Pick<Report, 'scenarios' | 'negatives' | 'lacks' | 'reason'>>;

async function contractOf(spec: CheckOptions['spec']): Promise<ContractDocument> {
  if (spec === undefined) return openContract(new URL(import.meta.resolve('@sca-kit/spec/openapi.json')));
  return isPrepared(spec) ? spec : openContract(spec);
}

const isPrepared = (spec: NonNullable<CheckOptions['spec']>): spec is ContractDocument =>
  typeof spec === 'object' && 'byId' in spec && 'prism' in spec;

function scopeOf(gateway: Gateway, seed: number, { credentials, createUser }: CheckOptions): ScenarioScope {
  const encryption: Encryption = createEncryption((algorithm, scope) => fetchServerKey(inner, algorithm, scope));
  const caller = createCaller(gateway, encryption, seed);
  const inner: ScenarioScope = {
    gateway,
    caller,
    encryption,
    users: new Map(),
    ...(credentials ? { client: credentials } : {}),
    ...(createUser ? { createUser } : {}),
  };
  return inner;
}

/** Any user may read the target's keys; the response also counts for the coverage of the key operation. */
async function fetchServerKey({ gateway, caller }: ScenarioScope, algorithm: string, scope: string): Promise<unknown> {
  const make = gateway.contract.byId.get('createSandboxUser');
  const read = gateway.contract.byId.get('getJosePublicKey');
  if (!make || !read) throw new Error('The document has no operation that returns the public key.');
  const nobody = readSandboxUser({});
  const made = await caller.send(make, planCall(gateway.contract.document, make, { user: nobody, body: {} }), {
    credentials: {},
    offContract: false,
  });
  const user = readSandboxUser(made.body);
  const plan = planCall(gateway.contract.document, read, { user, query: { algorithm, scope } });
  const response = await caller.send(read, plan, {
    credentials: credentialHeaders(read, user, kindFor(read)),
    offContract: false,
  });
  if (response.status !== 200) throw new Error(`The target has no key for ${algorithm}.`);
  return response.body;
}

async function runScenarios(
  contract: ContractDocument,
  operations: readonly Operation[],
  scope: ScenarioScope,
  seed: number,
  options: CheckOptions,
): Promise<Report['scenarios']> {
  const chosen = new Set(operations.map(({ id }) => id));
  const all = options.scenarios ?? [...genericScenarios(contract), ...scaScenarios(contract)];
  const scenarios = all.filter(({ operationId }) => chosen.has(operationId));
  let done = 0;
  return inPool(scenarios, options.concurrency ?? (options.credentials ? 1 : 8), async (scenario) => {
    const result = await runScenario(scenario, scope, seed);
    done += 1;
    options.onProgress?.({ phase: 'scenarios', done, total: scenarios.length });
    return result;
  });
}
