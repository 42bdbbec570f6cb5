import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { CompiledQuery, QueryResult } from 'kysely';
import { Connection } from './connection.ts';
import { backOff } from './database.ts';

const SQLITE_BUSY = 5;
const SQLITE_LOCKED = 6;
export const SQLITE_CORRUPT = 11;
export const SQLITE_NOTADB = 26;
const MAX_STATEMENTS = 256;

/** Milliseconds that a transaction waits for a locked file. */
const BUSY_TIMEOUT = 10_000;

/** The primary result code of an SQLite error; undefined for any other value. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}

export function isBusy(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === SQLITE_BUSY || code === SQLITE_LOCKED;
}

/** The file stayed locked until the timeout. */
export class BusyTimeout extends Error {
  override readonly name = 'BusyTimeout';
}

/**
 * Repeats a step while another process has locked the file. The busy handler of SQLite would block the event loop.
 * @throws BusyTimeout when `timeout` (milliseconds) is over
 */
export async function retryWhileBusy<T>(step: () => T, timeout: number = BUSY_TIMEOUT): Promise<T> {
  const deadline = performance.now() + timeout;
  for (let attempts = 1; ; attempts += 1) {
    try {
      return step();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() >= deadline) throw new BusyTimeout('The database file stayed locked.', { cause: error });
      // Writers lock the file for about a millisecond, so a long backoff would only add latency.
      await pause(backOff(Math.min(attempts, 4)));
    }
  }
}

interface Prepared {
  readonly statement: StatementSync;
  readonly returnsRows: boolean;
}

/** A `node:sqlite` connection as Kysely uses it, with a cache of its prepared statements. */
export class SqliteConnection extends Connection {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, Prepared>();
  #readOnly = false;

  constructor(database: DatabaseSync) {
    super();
    this.#database = database;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const parameters = query.parameters as readonly SQLInputValue[];
    const run = () => this.#run<R>(query.sql, parameters);
    // Inside a transaction a busy file means that the snapshot is lost: the whole transaction is repeated instead.
    return this.#database.isTransaction ? run() : await retryWhileBusy(run);
  }

  async begin(readOnly: boolean): Promise<void> {
    await retryWhileBusy(() => this.command(readOnly ? 'begin' : 'begin immediate'));
    this.#readOnly = readOnly;
    if (readOnly) this.command('pragma query_only = 1');
  }

  async commit(): Promise<void> {
    await retryWhileBusy(() => this.command('commit'));
    this.#allowWrites();
  }

  rollback(): void {
    // Some errors (a full disk) make SQLite roll back by itself.
    if (this.#database.isTransaction) this.command('rollback');
    this.#allowWrites();
  }

  get isTransaction(): boolean {
    return this.#database.isTransaction;
  }

  /** Executes a statement without parameters and rows. */
  command(sql: string): void {
    this.#prepare(sql).statement.run();
  }

  close(): void {
    this.#prepared.clear();
    if (this.#database.isOpen) this.#database.close();
  }

  #allowWrites(): void {
    if (this.#readOnly) this.command('pragma query_only = 0');
    this.#readOnly = false;
  }

  #run<R>(sql: string, parameters: readonly SQLInputValue[]): QueryResult<R> {
    const { statement, returnsRows } = this.#prepare(sql);
    if (returnsRows) return { rows: statement.all(...parameters) as R[] };
    return { rows: [], numAffectedRows: BigInt(statement.run(...parameters).changes) };
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known) return known;
    if (this.#prepared.size >= MAX_STATEMENTS) this.#prepared.clear();
    const statement = this.#database.prepare(sql);
    const prepared: Prepared = { statement, returnsRows: statement.columns().length > 0 };
    this.#prepared.set(sql, prepared);
    return prepared;
  }
}
