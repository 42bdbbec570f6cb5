import type { ChallengeType } from './step-up/handlers.ts';

/** Codes of {@link ScaClientError}. */
export type ScaClientErrorCode =
  /** A required challenge has no handler. */
  | 'challenge_handler_missing'
  /** Every handler that was called returned `undefined`. */
  | 'challenge_declined'
  /** The API rejected a challenge: a wrong secret, a lock, or a code that could not be sent. */
  | 'challenge_failed'
  /** The status of the one-time token could not be read. */
  | 'one_time_token_unusable'
  /** The server's public key could not be fetched or is invalid. */
  | 'server_key_unavailable'
  /** The operation needs `jose.signer` or `jose.decryption`. */
  | 'own_key_missing'
  /** An encrypted response could not be decrypted or its signature verified. */
  | 'encrypted_response_invalid'
  /** A response that must be encrypted is plain JSON. */
  | 'encrypted_response_missing'
  /** The response is neither JSON nor an error of the API. */
  | 'response_unreadable';

/** Details of a {@link ScaClientError}. */
export interface ScaClientErrorDetail {
  /** The challenge that failed. */
  readonly challenge?: ChallengeType;
  /** Status of the response that caused the error. */
  readonly status?: number;
  /** Error code in that response, for example `pin.verification.failed`. */
  readonly apiCode?: string;
  /** Seconds to wait before the next attempt, from `Retry-After`. */
  readonly retryAfter?: number;
}

/**
 * A call that failed without a response of the API. Responses with an error status do not throw: they are in `error` of
 * the result. Contains no secret, token, body or cause.
 *
 * @example
 * ```ts
 * try {
 *   await client.GET('/v1/transfers/{transferId}', { params: { path: { transferId } } });
 * } catch (error) {
 *   if (error instanceof ScaClientError && error.code === 'challenge_declined') return;
 *   throw error;
 * }
 * ```
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

/** Reads status, code and `Retry-After` of an error response in any of the API's error shapes, but none of its texts. */
export function describeErrorResponse(result: {
  readonly error?: unknown;
  readonly response: Response;
}): ScaClientErrorDetail {
  const { status, headers } = result.response;
  const apiCode = apiCodeOf(result.error);
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
