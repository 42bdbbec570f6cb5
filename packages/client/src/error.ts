import type { ChallengeType } from './step-up/handlers.ts';

/** What can keep a call from getting an answer of the API. */
export type ScaClientErrorCode =
  /** A challenge is needed, and none of its factors has a handler. */
  | 'challenge_handler_missing'
  /** Every handler that was asked answered `undefined`. */
  | 'challenge_declined'
  /** The API refused a challenge: a wrong secret, a lock, a code that could not be sent. */
  | 'challenge_failed'
  /** The status of the one-time token could not be read. */
  | 'one_time_token_unusable'
  /** The server's public key could not be had, or is no key. */
  | 'server_key_unavailable'
  /** The operation needs a signing or decryption key of the caller's own, and none was given. */
  | 'own_key_missing'
  /** A sealed answer does not open, or its signature does not hold. */
  | 'envelope_invalid'
  /** An answer that has to be sealed came in clear. */
  | 'envelope_missing'
  /** The answer is neither the JSON that the operation promises nor an error of the API. */
  | 'answer_unreadable';

/** What is known about a failure. */
export interface ScaClientErrorDetail {
  /** The challenge it is about. */
  readonly challenge?: ChallengeType;
  /** Status of the answer that caused it. */
  readonly status?: number;
  /** Error code in that answer, for example `pin.verification.failed`. */
  readonly apiCode?: string;
  /** Seconds after which the API wants to be asked again. */
  readonly retryAfter?: number;
}

/**
 * A call that got no answer of the API: told apart by `code`. Answers with an error status are no errors of this kind;
 * they are in `error` of the result. Holds no secret, no token, no body and no cause.
 */
export class ScaClientError extends Error {
  override readonly name: string = 'ScaClientError';
  readonly code: ScaClientErrorCode;
  readonly challenge: ChallengeType | undefined;
  readonly status: number | undefined;
  readonly apiCode: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(code: ScaClientErrorCode, message: string, detail: ScaClientErrorDetail = {}) {
    super(message);
    this.code = code;
    this.challenge = detail.challenge;
    this.status = detail.status;
    this.apiCode = detail.apiCode;
    this.retryAfter = detail.retryAfter;
  }
}

/** What an error answer says of itself, in any of the API's error shapes; its texts stay behind. */
export function describeAnswer(answer: {
  readonly error?: unknown;
  readonly response: Response;
}): ScaClientErrorDetail {
  const { status, headers } = answer.response;
  const apiCode = apiCodeOf(answer.error);
  const retryAfter = Number(headers.get('retry-after') ?? Number.NaN);
  return {
    status,
    ...(apiCode !== undefined && { apiCode }),
    ...(Number.isFinite(retryAfter) && { retryAfter }),
  };
}

function apiCodeOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { errors, errorCode, error } = body as { errors?: unknown; errorCode?: unknown; error?: unknown };
  const first: unknown = Array.isArray(errors) ? errors[0]?.code : (errorCode ?? error);
  return typeof first === 'string' && /^[\w.-]{1,80}$/.test(first) ? first : undefined;
}
