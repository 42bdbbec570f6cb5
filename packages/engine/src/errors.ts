/**
 * What factors refuse alike. The code begins with the name of the factor: `pin.already.exists`,
 * `sms.verification.failed`.
 */
const FACTOR_ERRORS = {
  invalid: 400,
  'already.exists': 409,
  'not.setup': 404,
  'verification.failed': 400,
} as const;

/** The other ways in which the engine refuses, with the HTTP status its caller answers. Codes are stable. */
export const SCA_ERRORS = {
  'device.fingerprint.limit.reached': 400,
  'device.fingerprint.not.found': 404,
  'phone.number.repeated': 422,
  'phone.number.not.found': 404,
  'challenge.not.applicable': 400,
  'challenge.not.triggered': 400,
  'one.time.token.not.found': 404,
  'sca.required': 403,
  'sca.factors.insufficient': 403,
  'sca.locked': 429,
  'otp.resend.too.early': 429,
  'otp.hourly.limit.reached': 429,
  'rate.limit.reached': 429,
  'delivery.unavailable': 503,
  'service.unavailable': 503,
  'user.not.found': 404,
  'profile.not.found': 404,
  'client.not.found': 404,
  'push.not.found': 404,
  /** The demo resources and uploaded keys, for whoever serves them. */
  'transfer.not.found': 404,
  'balance.not.found': 404,
  'transfer.already.funded': 409,
  'transfer.amount.mismatch': 422,
  'transfer.payee.mismatch': 422,
  'public.key.not.found': 404,
  'public.key.invalid': 400,
  'public.key.already.exists': 409,
  'authentication.required': 401,
  'token.invalid': 401,
  'access.denied': 403,
  'email.already.exists': 409,
  'oauth.invalid_client': 401,
  'oauth.invalid_grant': 400,
  /** Additional Factors: the `errorCode` is in `details.errorCode`. */
  'factor.conflict': 409,
  'step.up.required': 403,
} as const;

/** Code of a refusal that factors have in common. */
export type FactorRefusal = keyof typeof FACTOR_ERRORS;
export type ScaErrorCode = keyof typeof SCA_ERRORS | `${string}.${FactorRefusal}`;

/** The `errorCode`s of the Additional Factors family. */
export type FactorErrorCode =
  | 'CHANNEL_NOT_SUPPORTED'
  | 'CHANNEL_ALREADY_REGISTERED'
  | 'CHANNEL_NOT_REGISTERED'
  | 'MOBILE_NUMBER_NOT_AVAILABLE'
  | 'MOBILE_NUMBER_INVALID'
  | 'MOBILE_COUNTRY_NOT_SUPPORTED'
  | 'CREDENTIALS_INACTIVE'
  | 'TYPE_DOES_NOT_SUPPORT_ENROLMENT'
  | 'VERIFICATION_CODE_INVALID'
  | 'VERIFICATION_CODE_EXPIRED'
  | 'ONE_CHALLENGE_LIMIT_REMAINING'
  | 'CHALLENGE_LIMIT_EXCEEDED'
  | 'STATE_INVALID'
  | 'RETRY_IN_15SEC'
  | 'ALREADY_VERIFIED';

/** Facts that may be shown to the caller, and decide headers. */
export interface ScaErrorDetails {
  /** Whole seconds until a retry makes sense: `Retry-After`. */
  readonly retryAfter?: number;
  /** Which limit refused: `X-Rate-Limited-By`. */
  readonly limitedBy?: string;
  /** The limit itself: `x-ratelimit-limit`. */
  readonly limit?: number;
  /** How many more categories must be enrolled. */
  readonly missing?: number;
  readonly errorCode?: FactorErrorCode;
}

/** A refusal. `message` may be shown to the caller; `cause` is for the log alone. */
export class ScaError extends Error {
  override readonly name = 'ScaError';
  readonly code: ScaErrorCode;
  readonly status: number;
  readonly details: ScaErrorDetails;

  constructor(code: ScaErrorCode, message: string, details: ScaErrorDetails = {}, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.status = statusOf(code);
    this.details = details;
  }
}

function statusOf(code: ScaErrorCode): number {
  if (Object.hasOwn(SCA_ERRORS, code)) return SCA_ERRORS[code as keyof typeof SCA_ERRORS];
  const common = Object.entries(FACTOR_ERRORS).find(([refusal]) => code.endsWith(`.${refusal}`));
  if (!common) throw new TypeError(`No status is known for ${code}`);
  return common[1];
}
