/** The stable codes of this package's errors. */
export type JoseErrorCode = 'jwe_error' | 'jws_error' | 'key_error';

/** Why a key was rejected. */
export type KeyErrorReason = 'encoding' | 'algorithm' | 'curve' | 'size' | 'exponent' | 'modulus';

/** Base class of the errors that untrusted input causes. Errors of the calling code are `TypeError`s. */
export abstract class JoseError extends Error {
  abstract readonly code: JoseErrorCode;
}

/**
 * A JWE that cannot be decrypted. Has no details and no cause: a sender who could distinguish an invalid key from an
 * invalid tag could use the recipient as an oracle (RFC 7516 §11.5).
 */
export class JweError extends JoseError {
  readonly code: 'jwe_error' = 'jwe_error' as const;
  override readonly name: string = 'JweError';

  constructor() {
    super('The JWE cannot be decrypted.');
  }
}

/** A JWS that is malformed, uses an unsupported algorithm or unknown key, or has an invalid signature. */
export class JwsError extends JoseError {
  readonly code: 'jws_error' = 'jws_error' as const;
  override readonly name: string = 'JwsError';

  constructor() {
    super('The JWS cannot be verified.');
  }
}

/** Rejected key material; `reason` contains the cause. Never contains the key material. */
export class KeyError extends JoseError {
  readonly code: 'key_error' = 'key_error' as const;
  override readonly name: string = 'KeyError';
  readonly reason: KeyErrorReason;

  constructor(reason: KeyErrorReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** All errors that untrusted input causes, discriminated by `code`. */
export type AnyJoseError = JweError | JwsError | KeyError;
