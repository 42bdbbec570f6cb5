import { setTimeout as pause } from 'node:timers/promises';
import { ScaError } from '@sca-kit/engine';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export type Dialect = 'sqlite' | 'postgres';

/** Queries inside one transaction. */
export type Queries = Kysely<Tables>;

/** What to do about a failed transaction: run it again, give up for now, or (undefined) let the caller have it. */
export type RetryDecision = 'repeat' | 'unavailable' | undefined;

/** One database under both dialects: short write transactions, and snapshots that read. */
export interface Database {
  readonly dialect: Dialect;
  /** For schema work; holds the writing connection while a query runs. */
  readonly schema: Kysely<unknown>;
  /** Runs `work` in a write transaction, again when the database asks for it. */
  write<T>(work: (db: Queries) => Promise<T>): Promise<T>;
  /** Runs `work` on one read-only snapshot. */
  read<T>(work: (db: Queries) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const MAX_TRIES = 20;
const LONGEST_PAUSE = 100;
/** Milliseconds after which nothing is tried again: somebody waits for an answer. */
const PATIENCE = 10_000;

/** Milliseconds before the next try: grows with every one, and is spread so that rivals do not meet again. */
export function backOff(tries: number): number {
  return 1 + Math.random() * Math.min(LONGEST_PAUSE, 2 ** tries);
}

/**
 * Runs a transaction until it is through.
 * @throws ScaError `service.unavailable` when the database cannot be reached, or stays contended
 */
export async function persist<T>(
  attempt: () => Promise<T>,
  decideRetry: (error: unknown) => RetryDecision,
): Promise<T> {
  const started = performance.now();
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const decision = decideRetry(error);
      if (decision === undefined) throw error;
      const tired = tries === MAX_TRIES || performance.now() - started > PATIENCE;
      if (decision === 'unavailable' || tired) {
        throw new ScaError('service.unavailable', 'The service is temporarily unavailable', {}, { cause: error });
      }
      await pause(backOff(tries));
    }
  }
}
