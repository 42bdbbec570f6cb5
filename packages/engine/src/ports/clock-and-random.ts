/** The system clock. A client's own time is this plus the transaction's `clockOffset`. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
}

/** Unpredictable values; a CSPRNG in production, a seeded generator in tests. */
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

/** Lets time pass. The engine waits only for the outcome of another request, and never for long. */
export interface Timer {
  /** Resolves after `milliseconds` of real time. */
  wait(milliseconds: number): Promise<void>;
}
