/** `limit` calls in `window` milliseconds. Codes count in a sliding window; requests by GCRA, with a burst of `limit`. */
export interface RateLimit {
  readonly limit: number;
  readonly window: number;
}

/** Kinds of operations, which are counted separately. `large`: the request has a large body, such as a face map. */
export type OperationKind = 'read' | 'write' | 'verify' | 'large' | 'send' | 'token';

/** The rate limits of the engine. They are counted in the store, so that they hold across replicas. */
export interface Limits {
  /** Milliseconds before a code or push can be sent again while the previous one is pending. */
  readonly resendInterval: number;
  /** Codes for one phone number, of one client, for all purposes. */
  readonly otpsPerNumber: RateLimit;
  /**
   * Codes for one phone number, of all clients together, on the system clock. `null` disables the limit: for a sandbox that sends
   * no real messages.
   */
  readonly otpsPerNumberOfAllClients: RateLimit | null;
  /** Push notifications for one user, against push flooding (NIST SP 800-63B-4, ASVS 5.0 6.6.4). */
  readonly pushesPerUser: RateLimit;
  /** Wrong passwords for one email address, whether or not it belongs to a user. */
  readonly passwordGuesses: RateLimit;
  /** Requests of one caller: a user, or a client acting for itself, separately for each kind of credentials. */
  readonly requestsPerCaller: Readonly<Record<OperationKind, RateLimit>>;
  /** Requests about one profile, of all callers. */
  readonly requestsPerProfile: Readonly<Record<OperationKind, RateLimit>>;
}

const MINUTE = 60_000;
const perMinute = (limit: number): RateLimit => ({ limit, window: MINUTE });

export const DEFAULT_LIMITS: Limits = {
  resendInterval: 15_000,
  otpsPerNumber: { limit: 5, window: 60 * MINUTE },
  otpsPerNumberOfAllClients: { limit: 5, window: 60 * MINUTE },
  pushesPerUser: { limit: 5, window: 60 * MINUTE },
  passwordGuesses: { limit: 10, window: 15 * MINUTE },
  requestsPerCaller: {
    read: perMinute(600),
    write: perMinute(300),
    verify: perMinute(300),
    large: perMinute(60),
    send: perMinute(60),
    token: perMinute(300),
  },
  requestsPerProfile: {
    read: perMinute(600),
    write: perMinute(300),
    verify: perMinute(300),
    large: perMinute(60),
    send: perMinute(60),
    token: perMinute(300),
  },
};

/**
 * Returns the default limits with `changes` applied.
 * @throws TypeError when a limit or window is not a positive integer
 */
export function limitsOf(changes: Partial<Limits> = {}): Limits {
  const limits: Limits = { ...DEFAULT_LIMITS, ...changes };
  const { resendInterval, otpsPerNumber, otpsPerNumberOfAllClients, pushesPerUser, passwordGuesses } = limits;
  assertPositiveInteger('resendInterval', resendInterval);
  const rates: readonly (readonly [string, RateLimit])[] = [
    ...Object.entries({ otpsPerNumber, pushesPerUser, passwordGuesses }),
    ...(otpsPerNumberOfAllClients ? Object.entries({ otpsPerNumberOfAllClients }) : []),
    ...Object.entries(limits.requestsPerCaller),
    ...Object.entries(limits.requestsPerProfile),
  ];
  for (const [name, rate] of rates) {
    assertPositiveInteger(`${name}.limit`, rate.limit);
    assertPositiveInteger(`${name}.window`, rate.window);
  }
  return limits;
}

function assertPositiveInteger(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 1)
    throw new TypeError(`${name} must be a positive integer (got ${value}).`);
}
