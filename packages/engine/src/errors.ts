/**
 * The error codes of the engine, each with its default message. Codes are stable. Messages may be shown to the caller.
 * The HTTP status of a code belongs to the HTTP layer.
 */
export const SCA_ERRORS = {
  'pin.invalid': 'A PIN has exactly four digits.',
  'pin.already.exists': 'PIN has already been created.',
  'pin.not.setup': 'PIN has not been set up.',
  'pin.verification.failed': 'PIN verification failed.',
  'device.fingerprint.invalid': 'A device fingerprint has 1 to 512 characters.',
  'device.fingerprint.already.exists': 'Device fingerprint has already been created.',
  'device.fingerprint.limit.reached': 'A profile has at most 3 device fingerprints.',
  'device.fingerprint.not.found': 'The device fingerprint does not exist.',
  'device.fingerprint.verification.failed': 'Device fingerprint verification failed.',
  'facemap.invalid': 'A face map is base64 of at most 1 MiB.',
  'facemap.already.exists': 'FaceMap has already been enrolled.',
  'facemap.not.setup': 'FaceMap has not been set up.',
  'facemap.verification.failed': 'Face map verification failed.',
  'phone.number.invalid': 'The phone number is not a valid E.164 number.',
  'phone.number.already.exists': 'The user already has a phone number.',
  'phone.number.repeated': 'The phone number belongs to another user.',
  'phone.number.not.found': 'The phone number does not exist.',
  'sms.verification.failed': 'SMS verification failed.',
  'whatsapp.verification.failed': 'WhatsApp verification failed.',
  'voice.verification.failed': 'Voice verification failed.',
  'challenge.not.applicable': 'The one-time token does not offer this challenge.',
  'challenge.not.triggered': 'The challenge has not been triggered.',
  'one.time.token.not.found': 'The one-time token does not exist or has expired.',
  'sca.required': 'Strong customer authentication is required.',
  'sca.factors.insufficient': 'Too few factor categories are enrolled.',
  'sca.locked': 'Too many failed attempts. Wait before the next one.',
  'otp.resend.too.early': 'A code was just sent. Wait before requesting another one.',
  'otp.hourly.limit.reached': 'Too many codes were sent to this number. Wait before requesting another one.',
  'rate.limit.reached': 'Too many requests. Wait before the next one.',
  'delivery.unavailable': 'The message could not be sent. Try again.',
  'service.unavailable': 'The service is temporarily unavailable. Try again.',
  'user.not.found': 'The user does not exist.',
  'profile.not.found': 'The profile does not exist.',
  'client.not.found': 'The client does not exist.',
  'push.not.found': 'No pending push has this id.',
  'authentication.required': 'The credentials are missing or wrong.',
  'login.failed': 'The email address or password is wrong.',
  'token.invalid': 'The token is unknown or has expired.',
  'access.denied': 'The token does not permit this operation.',
  'email.already.exists': 'A user with this email address already exists.',
  'oauth.invalid_client': 'The client id or client secret is wrong.',
  'oauth.invalid_grant': 'The grant is unknown or expired.',
  'oauth.invalid_code': 'The code is wrong, expired or already used.',
  /** Additional Factors: `details.errorCode` says which conflict it is. */
  'factor.conflict': 'The request conflicts with the state of the factor.',
  'step.up.required': 'Step up the token with an additional factor first.',
} as const;

export type ScaErrorCode = keyof typeof SCA_ERRORS;

/** The `errorCode`s of the Additional Factors family, each with its default message. */
export const FACTOR_CONFLICTS = {
  CHANNEL_NOT_SUPPORTED: 'This operation does not support the channel.',
  CHANNEL_ALREADY_REGISTERED: 'The channel is already enrolled.',
  CHANNEL_NOT_REGISTERED: 'The channel is not enrolled.',
  MOBILE_NUMBER_NOT_AVAILABLE: 'The user has no phone number.',
  MOBILE_NUMBER_INVALID: 'The phone number is not a mobile number.',
  MOBILE_COUNTRY_NOT_SUPPORTED: 'Codes cannot be sent to numbers of this country.',
  CREDENTIALS_INACTIVE: "The user's credentials are inactive.",
  TYPE_DOES_NOT_SUPPORT_ENROLMENT: 'This type of factor is linked by its app and cannot be enrolled here.',
  VERIFICATION_CODE_INVALID: 'The code is wrong.',
  VERIFICATION_CODE_EXPIRED: 'The code has expired.',
  ONE_CHALLENGE_LIMIT_REMAINING: 'The code is wrong. One attempt is left.',
  CHALLENGE_LIMIT_EXCEEDED: 'Too many wrong codes. Request a new one.',
  STATE_INVALID: 'There is no pending challenge to complete.',
  RETRY_IN_15SEC: 'A code or push was just sent. Wait 15 seconds.',
  ALREADY_VERIFIED: 'The code has already been verified.',
} as const;

export type FactorErrorCode = keyof typeof FACTOR_CONFLICTS;

/** What a caller may learn about an error besides its code. The HTTP layer turns some of it into headers. */
export interface ScaErrorDetails {
  /** Whole seconds until a retry can succeed. */
  readonly retryAfter?: number;
  /** The name of the limit that was reached: lower-case words joined by hyphens. */
  readonly limitedBy?: string;
  /** How many calls the limit allows in its window. */
  readonly limit?: number;
  /** How many more factor categories must be enrolled. */
  readonly missing?: number;
  readonly errorCode?: FactorErrorCode;
}

export interface ScaErrorOptions extends ScaErrorDetails {
  /** Replaces the default message of the code. */
  readonly message?: string;
  /** What caused the error. For the log: it is never shown to the caller. */
  readonly cause?: unknown;
}

/**
 * The error that the engine throws when it rejects a request. A mistake in the calling code is a `TypeError` instead.
 * @example
 * throw new ScaError('user.not.found');
 * throw new ScaError('rate.limit.reached', { retryAfter: 12, limitedBy: 'caller-write' });
 */
export class ScaError extends Error {
  override readonly name = 'ScaError';
  readonly code: ScaErrorCode;
  readonly details: ScaErrorDetails;

  constructor(code: ScaErrorCode, { message, cause, ...details }: ScaErrorOptions = {}) {
    super(message ?? SCA_ERRORS[code], cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = details;
  }
}

/** Returns the 409 of the Additional Factors family. */
export function factorConflictError(errorCode: FactorErrorCode, details: ScaErrorDetails = {}): ScaError {
  return new ScaError('factor.conflict', { ...details, errorCode, message: FACTOR_CONFLICTS[errorCode] });
}
