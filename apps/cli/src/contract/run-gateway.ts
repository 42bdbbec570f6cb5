import { setImmediate } from 'node:timers/promises';
import {
  type Collector,
  type ContractDocument,
  createMockEnvelopes,
  createMockGateway,
  createProxyGateway,
  describeViolation,
  type Gateway,
  listen,
  openContract,
  unmockableResponses,
  unsupportedFeatures,
} from '@sca-kit/contract';
import { type CommandContext, type OutputStream, paint, write } from '../command-context.ts';
import { CannotRunError, EXIT } from '../exit.ts';
import { openDefaultSpec } from './default-spec.ts';

/** Options of `sca-kit contract mock`. */
export interface GatewayCommandOptions {
  readonly spec?: string;
  readonly port: number;
  readonly host: string;
  readonly onViolation: 'problem' | 'pass';
  readonly json?: true;
  /** Whether a run without a request is a success. */
  readonly allowEmpty?: true;
}

/** Options of `sca-kit contract proxy`. */
export interface ProxyCommandOptions extends GatewayCommandOptions {
  readonly target: string;
  /** Milliseconds. */
  readonly timeout: number;
}

/**
 * Runs `sca-kit contract mock` until the command is stopped.
 * @throws DocumentError when the OpenAPI document cannot be read
 * @throws CannotRunError when the port is in use
 */
export async function runMock(options: GatewayCommandOptions, context: CommandContext): Promise<void> {
  // Responses come from the mock and the document; only the requests of the client count.
  await serve(options, context, 'responds from', 'request', async (shared) =>
    createMockGateway({ ...shared, mock: { envelopes: createMockEnvelopes() } }),
  );
}

/**
 * Runs `sca-kit contract proxy` until the command is stopped.
 * @throws DocumentError when the OpenAPI document cannot be read
 * @throws CannotRunError when the port is in use
 */
export async function runProxy(
  { target, timeout, ...options }: ProxyCommandOptions,
  context: CommandContext,
): Promise<void> {
  await serve(options, context, `forwards to ${target} and validates against`, 'both', async (shared) =>
    createProxyGateway({ ...shared, target: { baseUrl: target, timeoutMs: timeout } }),
  );
}

type SharedOptions = Pick<Gateway, 'contract' | 'collector' | 'onViolation'>;
type ValidatedSide = 'request' | 'both';

async function serve(
  options: GatewayCommandOptions,
  context: CommandContext,
  action: string,
  validated: ValidatedSide,
  create: (shared: SharedOptions) => Promise<Gateway>,
): Promise<void> {
  const { stderr, setExitCode, untilStopped } = context;
  const contract = options.spec === undefined ? await openDefaultSpec() : await openContract(options.spec);
  // A test proves that the default document has nothing to warn of.
  const warnings = options.spec === undefined ? undefined : createWarnings(contract, validated === 'request', stderr);
  warnings?.printFirst();
  const reporter = createReporter(options.json === true, validated, context);
  const gateway = await create({ contract, collector: reporter.collector, onViolation: options.onViolation });
  const listening = await listen(gateway, options.port, options.host).catch((error: unknown) => {
    gateway.close();
    throw listenError(error, options);
  });
  const stopped = untilStopped();
  const where = `${listening.url} ${action} ${contract.title} ${contract.version}`;
  stderr.write(`${paint('bold', 'sca-kit contract', stderr)}  ${where}\n`);
  const rest = warnings?.printRest();
  await stopped;
  warnings?.stop();
  await rest;
  await listening.close();
  const { exchanges, violations, mockErrors } = reporter.counts();
  const errors = mockErrors === 0 ? '' : `, ${mockErrors} invalid examples in the OpenAPI document`;
  stderr.write(`${exchanges} requests, ${violations} violations${errors}\n`);
  if (exchanges === 0 && !options.allowEmpty) {
    stderr.write('error: No request was received, so nothing was validated. Pass --allow-empty if that is expected.\n');
    setExitCode(EXIT.couldNotRun);
    return;
  }
  setExitCode(violations === 0 ? EXIT.ok : EXIT.problemsFound);
}

/** A document with more operations is checked after the gateway listens: compiling its schemas takes seconds. */
const MANY_OPERATIONS = 50;

/** Prints what the gateway cannot do with a document, each sentence once. */
function createWarnings(
  contract: ContractDocument,
  isMock: boolean,
  stderr: OutputStream,
): { printFirst(): void; printRest(): Promise<void>; stop(): void } {
  const { operations } = contract;
  const isLarge = operations.length > MANY_OPERATIONS;
  const printed = new Set<string>();
  let isStopped = false;
  const print = (checked: ContractDocument['operations']): void => {
    const sentences = [
      ...unsupportedFeatures(contract, checked),
      ...(isMock ? unmockableResponses(contract, checked) : []),
    ];
    for (const sentence of sentences) {
      if (!printed.has(sentence)) stderr.write(`${paint('yellow', 'warning', stderr)}  ${sentence}\n`);
      printed.add(sentence);
    }
  };
  return {
    printFirst: () => print(isLarge ? [] : operations),
    async printRest() {
      if (!isLarge) return;
      stderr.write(`Compiling the schemas of ${operations.length} operations. Requests are served meanwhile.\n`);
      for (const operation of operations) {
        await setImmediate();
        if (isStopped) return;
        print([operation]);
      }
      stderr.write('Compiled the schemas of all operations.\n');
    },
    stop() {
      isStopped = true;
    },
  };
}

interface Counts {
  readonly exchanges: number;
  readonly violations: number;
  /** Violations in the mock's own responses. */
  readonly mockErrors: number;
}

/** Reports violations as they occur, and stores only their number: a gateway may run for days. */
function createReporter(
  json: boolean,
  validated: ValidatedSide,
  { stdout, stderr, setExitCode }: CommandContext,
): { readonly collector: Collector; counts(): Counts } {
  let exchanges = 0;
  let violations = 0;
  let mockErrors = 0;
  return {
    collector: {
      records: [],
      violations: [],
      record(record) {
        exchanges += 1;
        for (const violation of record.violations) {
          // A failure of the gateway is no error of an example: the exchange was not validated.
          const counts = validated === 'both' || violation.side === validated || violation.code === 'gateway';
          if (counts) violations += 1;
          else mockErrors += 1;
          if (violations > 0) setExitCode(EXIT.problemsFound);
          if (json) void write(stdout, `${JSON.stringify(violation)}\n`);
          else stderr.write(`${paint('red', 'violation', stderr)}  ${describeViolation(violation)}\n`);
        }
      },
    },
    counts: () => ({ exchanges, violations, mockErrors }),
  };
}

function listenError(error: unknown, { host, port }: GatewayCommandOptions): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return new CannotRunError(
      `Port ${port} on ${host} is in use. Stop the process that uses it, or pick a free port: --port 0`,
    );
  }
  if (code === 'EACCES') {
    return new CannotRunError(`This user may not listen on port ${port}. Pick a port above 1023: --port 8080`);
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new CannotRunError(`${host} is not an address of this machine. Use another one: --host 127.0.0.1`);
  }
  return error;
}
