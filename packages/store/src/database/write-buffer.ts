import { CompiledQuery } from 'kysely';
import type { Queries } from './database.ts';
import { dialectOf } from './prepared.ts';

/** A write that takes effect when the transaction commits, at the latest. */
export interface DeferredWrite {
  /** Names what is written. A second write of the same is sent after the first. */
  readonly target: string;
  readonly query: CompiledQuery;
  /** Returns the error of a write that changed no row. Without it, that is no error. */
  readonly unchanged?: () => Error;
}

/** The writes of one transaction that wait to be sent together: on PostgreSQL in one statement, which is one round trip. */
export class WriteBuffer {
  readonly #db: Queries;
  #waiting: DeferredWrite[] = [];

  constructor(db: Queries) {
    this.#db = db;
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  async add(write: DeferredWrite): Promise<void> {
    if (this.#waiting.some(({ target }) => target === write.target)) await this.flush();
    this.#waiting.push(write);
  }

  /** Sends the waiting writes. @throws what `unchanged` of one of them returns */
  async flush(): Promise<void> {
    const writes = this.#waiting;
    this.#waiting = [];
    if (writes.length === 0) return;
    const changes =
      dialectOf(this.#db) === 'postgres' ? await sendTogether(this.#db, writes) : await send(this.#db, writes);
    const failed = writes.find(({ unchanged }, index) => unchanged && changes[index] === 0);
    if (failed?.unchanged) throw failed.unchanged();
  }
}

/** Returns how many rows each write changed. */
async function send(db: Queries, writes: readonly DeferredWrite[]): Promise<readonly number[]> {
  const changes: number[] = [];
  for (const { query } of writes) {
    const { numAffectedRows } = await db.getExecutor().withoutPlugins().executeQuery(query);
    changes.push(Number(numAffectedRows ?? 0n));
  }
  return changes;
}

/** Sends the writes as one statement. Its parts see neither each other's rows nor the order, so no two may have one target. */
async function sendTogether(db: Queries, writes: readonly DeferredWrite[]): Promise<readonly number[]> {
  const parameters: unknown[] = [];
  const parts = writes.map(({ query }, index) => {
    const offset = parameters.length;
    parameters.push(...query.parameters);
    // Kysely sends every value as a parameter, so the text has no other `$`.
    const text = query.sql.replaceAll(/\$(\d+)/g, (_, number: string) => `$${Number(number) + offset}`);
    return `w${index} as (${text} returning 1)`;
  });
  const counts = writes.map((_, index) => `(select count(*) from w${index}) as w${index}`);
  const statement = CompiledQuery.raw(`with ${parts.join(', ')} select ${counts.join(', ')}`, parameters);
  const { rows } = await db.getExecutor().withoutPlugins().executeQuery<Record<string, number>>(statement);
  return writes.map((_, index) => Number(rows[0]?.[`w${index}`] ?? 0));
}
