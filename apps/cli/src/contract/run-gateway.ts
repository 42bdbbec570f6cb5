import {
  type Collector,
  createMockEnvelopes,
  createMockGateway,
  createProxyGateway,
  describeViolation,
  type Gateway,
  listen,
  openContract,
  unsupportedFeatures,
} from '@sca-kit/contract';
import { CannotRunError, EXIT } from '../exit.ts';
import { untilSignal } from '../until-signal.ts';
import { paint, write } from '../write.ts';
import { defaultSpec } from './default-spec.ts';

/** Options of both forms of the gateway. */
export interface GatewayCommandOptions {
  readonly spec?: string;
  readonly port: number;
  readonly host: string;
  readonly onViolation: 'problem' | 'pass';
  readonly json?: true;
}

/** Options of the form that forwards. */
export interface ProxyCommandOptions extends GatewayCommandOptions {
  readonly target: string;
  /** Milliseconds. */
  readonly timeout: number;
}

/**
 * `sca-kit contract mock`.
 * @throws DocumentError when the description cannot be read
 * @throws CannotRunError when the port is taken
 */
export async function runMock(options: GatewayCommandOptions): Promise<void> {
  // The mock's answers are its own and the description's; only the client is checked.
  await serve(options, 'answers from', 'request', async (shared) =>
    createMockGateway({ ...shared, mock: { envelopes: createMockEnvelopes() } }),
  );
}

/**
 * `sca-kit contract proxy`.
 * @throws DocumentError when the description cannot be read
 * @throws CannotRunError when the port is taken
 */
export async function runProxy({ target, timeout, ...options }: ProxyCommandOptions): Promise<void> {
  await serve(options, `forwards to ${target} and judges by`, 'both', async (shared) =>
    createProxyGateway({ ...shared, target: { baseUrl: target, timeoutMs: timeout } }),
  );
}

type Shared = Pick<Gateway, 'contract' | 'collector' | 'onViolation'>;

async function serve(
  options: GatewayCommandOptions,
  does: string,
  checked: 'request' | 'both',
  make: (shared: Shared) => Promise<Gateway>,
): Promise<void> {
  const contract = await openContract(options.spec ?? defaultSpec());
  // The own description is known to be judged whole, and compiling every schema takes seconds.
  for (const each of options.spec === undefined ? [] : unsupportedFeatures(contract)) {
    process.stderr.write(`${paint('yellow', 'warning', process.stderr)}  ${each}\n`);
  }
  const watch = createWatch(options.json === true, checked);
  const gateway = await make({ contract, collector: watch.collector, onViolation: options.onViolation });
  const listening = await listen(gateway, options.port, options.host).catch((error: unknown) => {
    gateway.close();
    throw unable(error, options);
  });
  const stopped = untilSignal();
  const where = `${listening.url} ${does} ${contract.title} ${contract.version}`;
  process.stderr.write(`${paint('bold', 'sca-kit contract', process.stderr)}  ${where}\n`);
  await stopped;
  await listening.close();
  const { exchanges, violations, own } = watch.counts();
  const faults = own === 0 ? '' : `, ${own} faults in answers made from the description`;
  process.stderr.write(`${exchanges} requests, ${violations} violations${faults}\n`);
  process.exitCode = violations === 0 ? EXIT.fine : EXIT.faulty;
}

interface Counts {
  readonly exchanges: number;
  readonly violations: number;
  /** Faults of the side that is not checked. */
  readonly own: number;
}

/** Tells of violations as they come, and keeps no more than their number: a gateway may run for days. */
function createWatch(json: boolean, checked: 'request' | 'both'): { readonly collector: Collector; counts(): Counts } {
  let exchanges = 0;
  let violations = 0;
  let own = 0;
  return {
    collector: {
      records: [],
      violations: [],
      record(record) {
        exchanges += 1;
        for (const violation of record.violations) {
          if (checked === 'both' || violation.side === checked) violations += 1;
          else own += 1;
          // Before anything is written: the reader may not wait for the end.
          if (violations > 0) process.exitCode = EXIT.faulty;
          if (json) void write(`${JSON.stringify(violation)}\n`);
          else process.stderr.write(`${paint('red', 'violation', process.stderr)}  ${describeViolation(violation)}\n`);
        }
      },
    },
    counts: () => ({ exchanges, violations, own }),
  };
}

function unable(error: unknown, { host, port }: GatewayCommandOptions): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return new CannotRunError(`Port ${port} on ${host} is taken. Stop what listens there, or choose another: --port 0`);
  }
  if (code === 'EACCES') return new CannotRunError(`Port ${port} on ${host} may not be used by this user.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new CannotRunError(`${host} is not an address of this machine. Choose another: --host 127.0.0.1`);
  }
  return error;
}
