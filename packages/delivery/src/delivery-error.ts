import type { DeliveryRejection } from '@sca-kit/engine';

/**
 * Why a message was not accepted.
 *
 * - `refused`: the provider answered, and said no
 * - `unreachable`: no answer came
 * - `timeout`: the answer did not come in time; the message may have gone out all the same
 * - `aborted`: the operator's own signal ended it
 * - `expired`: its time was over before it was sent
 * - `unsupported`: no provider here carries this kind of message
 */
export type DeliveryFailure = 'refused' | 'unreachable' | 'timeout' | 'aborted' | 'expired' | 'unsupported';

/** What may be told of a failure: nothing of the message itself. */
export interface DeliveryFailureFacts {
  /** `twilio`, `webhook`, … */
  readonly provider: string;
  readonly failure: DeliveryFailure;
  /** HTTP status of the last answer. */
  readonly status?: number;
  /** The provider's own error number. */
  readonly providerCode?: number;
  /** How often it was tried; 0 when it never went out. */
  readonly attempts?: number;
  /** The id that the provider saw, where there is one. */
  readonly messageId?: string;
  /** Whether it is certain that nothing went out, where more is known than failure and status tell. */
  readonly sent?: 'no' | 'unknown';
}

/**
 * A message was not accepted. It holds no code, no phone number and no text of the provider's (providers repeat the
 * number in theirs), and no `cause` for the same reason: it can be logged as it is.
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
  /** `no` when it is certain that nothing went out: such a message counts against no limit of the engine's. */
  readonly sent: 'no' | 'unknown';

  constructor(facts: DeliveryFailureFacts) {
    super(describe(facts));
    this.provider = facts.provider;
    this.failure = facts.failure;
    this.status = facts.status;
    this.providerCode = facts.providerCode;
    this.attempts = facts.attempts ?? 0;
    this.messageId = facts.messageId;
    this.sent = facts.sent ?? (wasRefused(facts) ? 'no' : 'unknown');
  }
}

/** An answer of 408 or 5xx is often that of a proxy, or comes when the message has been passed on. */
function wasRefused({ failure, status = 400 }: DeliveryFailureFacts): boolean {
  if (failure === 'refused') return status < 500 && status !== 408;
  return failure === 'expired' || failure === 'unsupported';
}

/** What the operating system says when no connection came about. */
const NO_CONNECTION = new Set<unknown>([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** That no answer came; what a client threw tells whether the message left at all. */
export function unreachable(facts: Omit<DeliveryFailureFacts, 'failure' | 'sent'>, error: unknown): DeliveryError {
  const { code, cause } = (error ?? {}) as { readonly code?: unknown; readonly cause?: { readonly code?: unknown } };
  const sent = NO_CONNECTION.has(code) || NO_CONNECTION.has(cause?.code) ? 'no' : 'unknown';
  return new DeliveryError({ ...facts, failure: 'unreachable', sent });
}

function describe({ provider, failure, status, providerCode, attempts }: DeliveryFailureFacts): string {
  const details = [
    ...(status === undefined ? [] : [`status ${status}`]),
    ...(providerCode === undefined ? [] : [`code ${providerCode}`]),
    ...(attempts === undefined || attempts < 2 ? [] : [`${attempts} attempts`]),
  ];
  return `The message was not accepted by ${provider}: ${[failure, ...details].join(', ')}`;
}
