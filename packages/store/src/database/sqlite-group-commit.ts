import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers';
import type { CompiledQuery, Driver, QueryResult } from 'kysely';
import { Connection } from './connection.ts';
import { SqliteConnection } from './sqlite-connection.ts';

/** The maximum number of writers that share a commit. Their statements run in one turn of the event loop. */
export const MAX_GROUP = 16;

/** Writers in one transaction, each in a savepoint. */
interface Group {
  size: number;
  /** The error that ended the transaction before its commit. */
  failure?: unknown;
  readonly committed: PromiseWithResolvers<void>;
}

/** The connection while it is one writer's turn. */
class Turn extends Connection {
  readonly #driver: GroupCommitDriver;
  /** The group of the transaction that has begun. */
  group: Group | undefined;
  isOver = false;

  constructor(driver: GroupCommitDriver) {
    super();
    this.#driver = driver;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return await this.#driver.execute<R>(this, query);
  }
}

/**
 * One connection for all writers of the process. Writers that wait at the same time run one after another in one transaction, and
 * share its commit. Each sees what the earlier ones wrote, and gets its result or error after the commit. One that fails is rolled
 * back alone; a commit that fails rejects the whole group.
 */
export class GroupCommitDriver implements Driver {
  readonly #open: () => DatabaseSync;
  readonly #waiting: PromiseWithResolvers<Turn>[] = [];
  #connection: SqliteConnection | undefined;
  #group: Group | undefined;
  /** Pending while a writer has a turn or will have one. */
  #active: PromiseWithResolvers<void> | undefined;

  constructor(open: () => DatabaseSync) {
    this.#open = open;
  }

  async init(): Promise<void> {
    this.#connection ??= new SqliteConnection(this.#open());
  }

  acquireConnection(): Promise<Turn> {
    const turn = Promise.withResolvers<Turn>();
    this.#waiting.push(turn);
    if (!this.#active) {
      this.#active = Promise.withResolvers();
      this.#grantLater();
    }
    return turn.promise;
  }

  async beginTransaction(turn: Turn): Promise<void> {
    this.#group ??= await this.#begin();
    this.#sqlite.command('savepoint writer');
    this.#group.size += 1;
    turn.group = this.#group;
  }

  commitTransaction(turn: Turn): Promise<void> {
    return this.#end(turn, () => this.#sqlite.command('release writer'));
  }

  rollbackTransaction(turn: Turn): Promise<void> {
    return this.#end(turn, () => {
      this.#sqlite.command('rollback to writer');
      this.#sqlite.command('release writer');
    });
  }

  async releaseConnection(turn: Turn): Promise<void> {
    if (turn.isOver) return;
    turn.isOver = true;
    this.#handOver();
  }

  async execute<R>(turn: Turn, query: CompiledQuery): Promise<QueryResult<R>> {
    const { group } = turn;
    if (turn.isOver || group?.failure !== undefined) throw new Error('The transaction has ended.');
    // A statement outside a transaction returns after its own commit.
    if (!group) await this.#commitGroup();
    try {
      return await this.#sqlite.executeQuery<R>(query);
    } catch (error) {
      // Some errors (a full disk) make SQLite roll back the whole transaction.
      if (group && !this.#sqlite.isTransaction) group.failure = error;
      throw error;
    }
  }

  async destroy(): Promise<void> {
    await this.#active?.promise;
    this.#connection?.close();
  }

  get #sqlite(): SqliteConnection {
    if (!this.#connection) throw new Error('The driver is not initialised.');
    return this.#connection;
  }

  async #begin(): Promise<Group> {
    try {
      await this.#sqlite.begin(false);
    } catch (error) {
      // The others have waited for the same lock meanwhile.
      for (const turn of this.#waiting.splice(0)) turn.reject(error);
      throw error;
    }
    const committed = Promise.withResolvers<void>();
    committed.promise.catch(() => {});
    return { size: 0, committed };
  }

  /** Ends the writer's part of the transaction, and resolves after the commit of the group. */
  async #end(turn: Turn, command: () => void): Promise<void> {
    const { group } = turn;
    // Kysely rolls back a transaction whose commit failed.
    if (turn.isOver || !group) return;
    turn.isOver = true;
    try {
      if (group.failure === undefined) command();
    } catch (error) {
      group.failure = error;
    }
    this.#handOver();
    await group.committed.promise;
  }

  #handOver(): void {
    const group = this.#group;
    const next = group && group.failure === undefined && group.size < MAX_GROUP ? this.#waiting.shift() : undefined;
    if (next) next.resolve(new Turn(this));
    else void this.#close();
  }

  async #close(): Promise<void> {
    await this.#commitGroup();
    if (this.#waiting.length > 0) {
      this.#grantLater();
      return;
    }
    this.#active?.resolve();
    this.#active = undefined;
  }

  async #commitGroup(): Promise<void> {
    const group = this.#group;
    if (!group) return;
    this.#group = undefined;
    try {
      if (group.failure !== undefined) throw group.failure;
      await this.#sqlite.commit();
      group.committed.resolve();
    } catch (error) {
      group.committed.reject(error);
      this.#sqlite.rollback();
    }
  }

  /**
   * In the next turn of the event loop: writers that arrive in this one join the group, and SQLite, which is synchronous, does not
   * keep all I/O waiting.
   */
  #grantLater(): void {
    setImmediate(() => this.#waiting.shift()?.resolve(new Turn(this)));
  }
}
