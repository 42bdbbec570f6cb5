/** At most `limit` calls in any `window` milliseconds. */
export interface RateLimit {
  readonly limit: number;
  readonly window: number;
}

/** What a request is to the limits; each kind is counted apart. `large`: a body that takes long to read, a face map. */
export type OperationKind = 'read' | 'write' | 'verify' | 'large' | 'send' | 'token';

/** Every limit of the engine. All are counted in the database, so that they hold across replicas. */
export interface Limits {
  /** Milliseconds until a code or push may be sent again while the last one still waits for its answer. */
  readonly resendInterval: number;
  /** One-time passwords per phone number, whatever they are for, of each client. */
  readonly otpsPerNumber: RateLimit;
  /**
   * The same of all clients together, on the system's clock. `null`, for a sandbox whose messages reach nobody: each client
   * counts for itself, on its own clock.
   */
  readonly otpsPerNumberOfAllClients: RateLimit | null;
  /** Push notifications per user: nobody is worn down until they approve one (NIST SP 800-63B-4, ASVS 5.0 6.6.4). */
  readonly pushesPerUser: RateLimit;
  /** Wrong passwords per e-mail address, whether or not somebody has it. */
  readonly passwordGuesses: RateLimit;
  /** Requests of one caller: a user, or a client acting for itself, each of its kinds of credentials apart. */
  readonly requestsPerCaller: Readonly<Record<OperationKind, RateLimit>>;
  /** Requests on one profile, whoever makes them. */
  readonly requestsPerProfile: Readonly<Record<OperationKind, RateLimit>>;
}

const MINUTE = 60_000;
const perMinute = (limit: number): RateLimit => ({ limit, window: MINUTE });

export const DEFAULT_LIMITS: Limits = {
  resendInterval: 15_000,
  otpsPerNumber: { limit: 5, window: 60 * MINUTE },
  otpsPerNumberOfAllClients: { limit: 5, window: 60 * MINUTE },
  pushesPerUser: { limit: 5, window: 10 * MINUTE },
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
 * The defaults with `changes` over them.
 * @throws TypeError when a limit or a window is not a positive whole number
 */
export function limitsOf(changes: Partial<Limits> = {}): Limits {
  const limits: Limits = { ...DEFAULT_LIMITS, ...changes };
  const { resendInterval, otpsPerNumber, otpsPerNumberOfAllClients, pushesPerUser, passwordGuesses } = limits;
  assertWhole('resendInterval', resendInterval);
  const rates: readonly (readonly [string, RateLimit])[] = [
    ...Object.entries({ otpsPerNumber, pushesPerUser, passwordGuesses }),
    ...(otpsPerNumberOfAllClients ? Object.entries({ otpsPerNumberOfAllClients }) : []),
    ...Object.entries(limits.requestsPerCaller),
    ...Object.entries(limits.requestsPerProfile),
  ];
  for (const [name, rate] of rates) {
    assertWhole(`${name}.limit`, rate.limit);
    assertWhole(`${name}.window`, rate.window);
  }
  return limits;
}

function assertWhole(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 1) throw new TypeError(`${name} must be a positive whole number`);
}
