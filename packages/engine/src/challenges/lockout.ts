import { ScaError } from '../errors.ts';
import { secondsUntil } from '../limits/consume-rate-limit.ts';
import type { ProfileRecord } from '../ports/index.ts';

/** RTS 4(3)(b): at most five consecutive failures, then a temporary block. */
const MAX_CONSECUTIVE_FAILURES = 5;
/** Milliseconds. */
export const LOCK_DURATION: number = 15 * 60_000;
/**
 * Failures in 24 hours, whatever succeeds in between: an attacker who holds one factor must not be able to reset the count
 * with it while guessing another (NIST SP 800-63B-4 names 100).
 */
const MAX_DAILY_FAILURES = 100;
const DAY = 24 * 60 * 60_000;

/** The failed attempts of a profile. */
export type AttemptCount = Pick<ProfileRecord, 'failedAttempts' | 'lockedUntil' | 'recentFailures'>;

export const NO_ATTEMPTS: AttemptCount = { failedAttempts: 0, lockedUntil: null, recentFailures: [] };

export function isLocked({ lockedUntil }: Pick<AttemptCount, 'lockedUntil'>, now: number): boolean {
  return lockedUntil !== null && now < lockedUntil;
}

/**
 * Counts an attempt before it is evaluated. The fifth locks the profile at once, so that neither parallel guesses nor a crash
 * allow a sixth; a success removes the lock. After a lock the count starts at one.
 */
export function countAttempt(before: AttemptCount, now: number): AttemptCount {
  const failedAttempts = (before.lockedUntil === null ? before.failedAttempts : 0) + 1;
  const recentFailures = [...before.recentFailures.filter((at) => at > now - DAY), now];
  const [oldest = now] = recentFailures;
  const daily = recentFailures.length >= MAX_DAILY_FAILURES ? oldest + DAY : null;
  const lockedUntil = daily ?? (failedAttempts >= MAX_CONSECUTIVE_FAILURES ? now + LOCK_DURATION : null);
  return { failedAttempts, lockedUntil, recentFailures };
}

/** Takes an attempt out of the failures of the last 24 hours: it succeeded. */
export function withoutFailure({ recentFailures }: AttemptCount, countedAt: number): readonly number[] {
  const index = recentFailures.lastIndexOf(countedAt);
  return recentFailures.filter((_, at) => at !== index);
}

/** Returns how many more consecutive failures lock the profile. */
export function attemptsLeft({ failedAttempts, lockedUntil }: AttemptCount): number {
  return lockedUntil === null ? MAX_CONSECUTIVE_FAILURES - failedAttempts : 0;
}

export function lockedError({ lockedUntil }: Pick<AttemptCount, 'lockedUntil'>, now: number): ScaError {
  return new ScaError('sca.locked', { retryAfter: secondsUntil(lockedUntil ?? now, now), limitedBy: 'sca-lockout' });
}

/** @throws ScaError `sca.locked` */
export function assertUnlocked(profile: ProfileRecord, now: number): void {
  if (isLocked(profile, now)) throw lockedError(profile, now);
}
