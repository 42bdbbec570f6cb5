import { ScaError } from '../errors.ts';
import type { Limits } from '../limits/limits.ts';
import type { Clock, Keys, Random, Store } from '../ports/index.ts';

export interface IdentityDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly keys: Keys;
  readonly limits: Limits;
}

/** The client that asks, before anybody is known to act. */
export interface ClientCaller {
  readonly clientId: string;
  readonly traceId: string | null;
}

export const MAX_SECRET_LENGTH = 1024;

export function invalidGrant(): ScaError {
  return new ScaError('oauth.invalid_grant', 'The grant is unknown, expired or used');
}

/** Addresses that differ in case or outer space alone are one. */
export function normalisedEmail(email: string): string {
  return email.trim().toLowerCase();
}
