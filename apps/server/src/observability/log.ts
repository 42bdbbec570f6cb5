import { DeliveryError } from '@sca-kit/delivery';
import type { AccessLogEntry } from '@sca-kit/hono';
import { type Logger, pino } from 'pino';

/**
 * One JSON line for each thing that happened, on stderr. What is logged is chosen field by field: no body, no header,
 * no query ever reaches the logger.
 */
export function createLog(level: string): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: false }),
  );
}

/** The access-log line of a request. */
export function logRequest(log: Logger, entry: AccessLogEntry): void {
  const { cause, milliseconds, ...fields } = entry;
  const line = {
    ...fields,
    ms: Math.round(milliseconds * 10) / 10,
    ...(cause === undefined ? {} : { error: describeError(cause) }),
  };
  log[entry.status >= 500 ? 'error' : 'info'](line, 'request');
}

/** What is told of an error. */
interface Described {
  readonly name: string;
  readonly code?: string;
  readonly provider?: string;
  readonly failure?: string;
  readonly status?: number;
  readonly stack?: string;
  readonly cause?: Described;
}

/** Where it broke, without what it broke on: messages of drivers can repeat values of a row. */
export function describeError(cause: unknown): Described {
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

/** A provider answers or does not, and an operator has to know which and how. */
function factsOf({ provider, failure, status }: DeliveryError): Partial<Described> {
  return { provider, failure, ...(status === undefined ? {} : { status }) };
}
