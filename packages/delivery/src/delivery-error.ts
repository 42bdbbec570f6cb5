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
}

/**
 * A message was not accepted. It holds no code, no phone number and no text of the provider's (providers repeat the
 * number in theirs), and no `cause` for the same reason: it can be logged as it is.
 */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly code = 'delivery.failed';
  readonly provider: string;
  readonly failure: DeliveryFailure;
  readonly status: number | undefined;
  readonly providerCode: number | undefined;
  readonly attempts: number;
  readonly messageId: string | undefined;

  constructor(facts: DeliveryFailureFacts) {
    super(describe(facts));
    this.provider = facts.provider;
    this.failure = facts.failure;
    this.status = facts.status;
    this.providerCode = facts.providerCode;
    this.attempts = facts.attempts ?? 0;
    this.messageId = facts.messageId;
  }
}

function describe({ provider, failure, status, providerCode, attempts }: DeliveryFailureFacts): string {
  const details = [
    ...(status === undefined ? [] : [`status ${status}`]),
    ...(providerCode === undefined ? [] : [`code ${providerCode}`]),
    ...(attempts === undefined || attempts < 2 ? [] : [`${attempts} attempts`]),
  ];
  return `The message was not accepted by ${provider}: ${[failure, ...details].join(', ')}`;
}
