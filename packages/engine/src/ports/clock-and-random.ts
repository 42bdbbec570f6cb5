/** The system clock. The time of a client is this plus the `clockOffset` of a transaction. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
}

/** Random values. In production from a CSPRNG. */
export interface Random {
  /** A version 4 UUID. */
  uuid(): string;
  /** Decimal digits, each independent and uniform. */
  digits(length: number): string;
  /** base64url text of `bytes` random bytes. */
  token(bytes: number): string;
  /** An integer, `min <= n <= max`. */
  integer(min: number, max: number): number;
}

/** Waits. The engine uses it to poll for the response of a concurrent request. */
export interface Timer {
  /** Resolves after `milliseconds` of real time. */
  wait(milliseconds: number): Promise<void>;
}
