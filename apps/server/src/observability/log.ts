import { fstatSync } from 'node:fs';
import { DeliveryError } from '@sca-kit/delivery';
import type { AccessLogEntry } from '@sca-kit/hono';
import { type DestinationStream, type Logger, pino } from 'pino';
import { workerId } from '../worker-id.ts';
import { pipeDestination } from './pipe-destination.ts';

/**
 * Creates a log that writes JSON lines to stderr. Entries are built field by field and never contain a body, header or
 * query.
 */
export function createLog(level: string): Logger {
  destination ??= openDestination();
  return pino(
    { level, base: workerId === undefined ? null : { worker: workerId }, timestamp: pino.stdTimeFunctions.isoTime },
    destination,
  );
}

/** One for all logs of the process. */
let destination: DestinationStream | undefined;

function openDestination(): DestinationStream {
  const stderr = fstatSync(2);
  // A blocking write to a pipe that nobody reads would never return, and occupy a thread that hashes PINs.
  if (!stderr.isFIFO() && !stderr.isSocket()) return pino.destination({ dest: 2, sync: false });
  const pipe = pipeDestination(process.stderr);
  process.once('exit', pipe.flush);
  return pipe;
}

/** Writes the access log entry of a request. */
export function logRequest(log: Logger, entry: AccessLogEntry): void {
  const { cause, milliseconds, ...fields } = entry;
  const line = {
    ...fields,
    ms: Math.round(milliseconds * 10) / 10,
    ...(cause === undefined ? {} : { error: describeError(cause) }),
  };
  log[entry.status >= 500 ? 'error' : 'info'](line, 'request');
}

/** The fields of an error that are logged. */
interface LoggedError {
  readonly name: string;
  readonly code?: string;
  readonly provider?: string;
  readonly failure?: string;
  readonly status?: number;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/** Describes an error by its name, code and stack, without its message: database errors can quote the values of a row. */
export function describeError(cause: unknown): LoggedError {
  if (!(cause instanceof Error)) return { name: typeof cause };
  const code = (cause as { readonly code?: unknown }).code;
  const frames = cause.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
    .join('\n');
  const inner = cause.cause instanceof Error ? describeError(cause.cause) : undefined;
  return {
    name: cause.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(cause instanceof DeliveryError ? factsOf(cause) : {}),
    ...(frames ? { stack: frames } : {}),
    ...(inner ? { cause: inner } : {}),
  };
}

/** Returns the provider and how the delivery failed, which an operator needs to know. */
function factsOf({ provider, failure, status }: DeliveryError): Partial<LoggedError> {
  return { provider, failure, ...(status === undefined ? {} : { status }) };
}
