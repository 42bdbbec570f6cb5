import { setTimeout as pause } from 'node:timers/promises';
import { ScaError } from '@sca-kit/engine';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export type Dialect = 'sqlite' | 'postgres';

/** Queries inside one transaction. */
export type Queries = Kysely<Tables>;

/** How to handle a failed transaction: retry it, report the database as unavailable, or (undefined) rethrow. */
export type RetryDecision = 'retry' | 'unavailable' | undefined;

/** An open database of either dialect. */
export interface Database {
  readonly dialect: Dialect;
  /** For migrations. */
  readonly schema: Kysely<unknown>;
  /** Runs `work` in a write transaction, and again if the database asks for a retry. */
  write<T>(work: (db: Queries) => Promise<T>): Promise<T>;
  /** Runs `work` on one read-only snapshot. */
  read<T>(work: (db: Queries) => Promise<T>): Promise<T>;
  /** Runs a single statement that reads, without a transaction around it. */
  select<T>(statement: (db: Queries) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const MAX_ATTEMPTS = 20;
/** Milliseconds between two attempts at most. */
const MAX_PAUSE = 100;
/** Milliseconds after which a transaction is not retried. */
const RETRY_TIMEOUT = 10_000;

/** Milliseconds before the next attempt: exponential backoff with jitter. */
export function backOff(attempts: number): number {
  return 1 + Math.random() * Math.min(MAX_PAUSE, 2 ** attempts);
}

/**
 * Runs a transaction, with retries.
 * @throws ScaError `service.unavailable` when the database is unavailable, or every attempt conflicts
 */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  decideRetry: (error: unknown) => RetryDecision,
): Promise<T> {
  const started = performance.now();
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt();
    } catch (error) {
      const decision = decideRetry(error);
      if (decision === undefined) throw error;
      const exhausted = attempts === MAX_ATTEMPTS || performance.now() - started > RETRY_TIMEOUT;
      if (decision === 'unavailable' || exhausted) {
        throw new ScaError('service.unavailable', { cause: error });
      }
      await pause(backOff(attempts));
    }
  }
}
