import { ScaError } from '../errors.ts';
import { secondsUntil } from '../limits/consume-rate-limit.ts';
import type { ProfileRecord } from '../ports/index.ts';

/** RTS 4(3)(b): at most five consecutive failures, then a temporary block. */
const MAX_CONSECUTIVE_FAILURES = 5;
/** Milliseconds. */
export const LOCK_TIME: number = 15 * 60_000;
/**
 * Failures in a day, successes in between or not: whoever holds one factor must not buy guesses of another by giving
 * the one they have (NIST SP 800-63B-4 names 100).
 */
const MAX_DAILY_FAILURES = 100;
export const DAY: number = 24 * 60 * 60_000;

export interface Attempts {
  readonly failedAttempts: number;
  readonly lockedUntil: number | null;
}

export const NO_ATTEMPTS: Attempts = { failedAttempts: 0, lockedUntil: null };

export function isLocked({ lockedUntil }: Attempts, now: number): boolean {
  return lockedUntil !== null && now < lockedUntil;
}

/**
 * Counts an attempt before it is evaluated. The fifth locks at once, so that no parallel guess and no crash can buy a
 * sixth; a success takes the lock back. After a lock the count starts anew.
 * @param today the attempts of the last 24 hours that did not succeed, this one included, and the oldest of them
 */
export function countAttempt(before: Attempts, now: number, today: { hits: number; oldest: number }): Attempts {
  const failedAttempts = (before.lockedUntil === null ? before.failedAttempts : 0) + 1;
  if (today.hits >= MAX_DAILY_FAILURES) return { failedAttempts, lockedUntil: today.oldest + DAY };
  return { failedAttempts, lockedUntil: failedAttempts >= MAX_CONSECUTIVE_FAILURES ? now + LOCK_TIME : null };
}

/** How many more failures in a row the profile has before it is locked. */
export function attemptsLeft({ failedAttempts, lockedUntil }: Attempts): number {
  return lockedUntil === null ? MAX_CONSECUTIVE_FAILURES - failedAttempts : 0;
}

/** What verify, trigger and the making of a token answer while the profile is locked. */
export function lockedError({ lockedUntil }: Attempts, now: number): ScaError {
  return new ScaError('sca.locked', 'Too many failed attempts', {
    retryAfter: secondsUntil(lockedUntil ?? now, now),
    limitedBy: 'sca-lockout',
  });
}

/** @throws ScaError `sca.locked` */
export function assertUnlocked(profile: ProfileRecord, now: number): void {
  if (isLocked(profile, now)) throw lockedError(profile, now);
}

/** Where the failures of a day are counted. */
export function dailyFailures(profile: { readonly userId: number; readonly profileId: number }): string {
  return `failures:${profile.userId}:${profile.profileId}`;
}
