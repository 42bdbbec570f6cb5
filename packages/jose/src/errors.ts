/** The stable codes of this package's errors. */
export type JoseErrorCode = 'jwe_error' | 'jws_error' | 'key_error';

/** What is wrong with a key that was refused. */
export type KeyFault = 'encoding' | 'algorithm' | 'curve' | 'size' | 'exponent';

/** Common base of the errors that untrusted input can cause. Mistakes of the calling code are `TypeError`s instead. */
export abstract class JoseError extends Error {
  abstract readonly code: JoseErrorCode;
}

/**
 * A JWE cannot be opened. Says no more than that, and carries no cause: a sender who could tell a bad key from a bad
 * tag could use the receiver as an oracle (RFC 7516 §11.5).
 */
export class JweError extends JoseError {
  readonly code: 'jwe_error' = 'jwe_error' as const;
  override readonly name: string = 'JweError';

  constructor() {
    super('The JWE cannot be opened');
  }
}

/** A JWS is malformed, uses a refused algorithm, names an unknown key, or its signature does not hold. */
export class JwsError extends JoseError {
  readonly code: 'jws_error' = 'jws_error' as const;
  override readonly name: string = 'JwsError';

  constructor() {
    super('The JWS cannot be verified');
  }
}

/** Key material was refused; `fault` says why. Never holds the material itself. */
export class KeyError extends JoseError {
  readonly code: 'key_error' = 'key_error' as const;
  override readonly name: string = 'KeyError';
  readonly fault: KeyFault;

  constructor(fault: KeyFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

/** Every error that untrusted input can cause here, told apart by `code`. */
export type AnyJoseError = JweError | JwsError | KeyError;
