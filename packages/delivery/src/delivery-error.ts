import type { DeliveryRejection } from '@sca-kit/engine';

/**
 * Why a message was not accepted.
 *
 * - `rejected`: the provider responded with an error
 * - `unreachable`: the provider did not respond
 * - `timeout`: the response did not come in time; the message may have been sent
 * - `aborted`: the `signal` option aborted the send
 * - `expired`: the code expired before it was sent
 * - `unsupported`: no provider is configured for this kind of message
 */
export type DeliveryFailure = 'rejected' | 'unreachable' | 'timeout' | 'aborted' | 'expired' | 'unsupported';

/** Details of a failure, without anything of the message itself. */
export interface DeliveryFailureDetails {
  /** `twilio`, `webhook`, … */
  readonly provider: string;
  readonly failure: DeliveryFailure;
  /** HTTP status of the last response. */
  readonly status?: number;
  /** Error number of the provider. */
  readonly providerCode?: number;
  /** Number of attempts; 0 if none was made. */
  readonly attempts?: number;
  /** The message id that the provider received, if any. */
  readonly messageId?: string;
  /** Whether it is certain that nothing was sent, if failure and status do not say so. */
  readonly sent?: 'no' | 'unknown';
}

/**
 * Thrown when a message was not accepted. It contains no code, no phone number, no text of the provider (which may
 * repeat the number) and no `cause`, so it can be logged.
 */
export class DeliveryError extends Error implements DeliveryRejection {
  override readonly name = 'DeliveryError';
  readonly code = 'delivery.failed';
  readonly provider: string;
  readonly failure: DeliveryFailure;
  readonly status: number | undefined;
  readonly providerCode: number | undefined;
  readonly attempts: number;
  readonly messageId: string | undefined;
  /** `no` if it is certain that nothing was sent: the engine then counts the message against no limit. */
  readonly sent: 'no' | 'unknown';

  constructor(details: DeliveryFailureDetails) {
    super(describe(details));
    this.provider = details.provider;
    this.failure = details.failure;
    this.status = details.status;
    this.providerCode = details.providerCode;
    this.attempts = details.attempts ?? 0;
    this.messageId = details.messageId;
    this.sent = details.sent ?? (isCertainlyUnsent(details) ? 'no' : 'unknown');
  }
}

/** 408 and 5xx often come from a proxy, or after the message was passed on. */
function isCertainlyUnsent({ failure, status = 400 }: DeliveryFailureDetails): boolean {
  if (failure === 'rejected') return status < 500 && status !== 408;
  return failure === 'expired' || failure === 'unsupported';
}

/** Error codes of connections that were never established. */
const NO_CONNECTION = new Set<unknown>([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** An error for a missing response. The error of the HTTP client says whether the message can have been sent. */
export function unreachable(details: Omit<DeliveryFailureDetails, 'failure' | 'sent'>, error: unknown): DeliveryError {
  const { code, cause } = (error ?? {}) as { readonly code?: unknown; readonly cause?: { readonly code?: unknown } };
  const sent = NO_CONNECTION.has(code) || NO_CONNECTION.has(cause?.code) ? 'no' : 'unknown';
  return new DeliveryError({ ...details, failure: 'unreachable', sent });
}

function describe({ provider, failure, status, providerCode, attempts }: DeliveryFailureDetails): string {
  const parts = [
    ...(status === undefined ? [] : [`status ${status}`]),
    ...(providerCode === undefined ? [] : [`code ${providerCode}`]),
    ...(attempts === undefined || attempts < 2 ? [] : [`${attempts} attempts`]),
  ];
  return `The message was not accepted by ${provider}: ${[failure, ...parts].join(', ')}.`;
}
