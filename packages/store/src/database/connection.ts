import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';

/** A connection as Kysely wants it. Nothing here streams rows. */
export abstract class Connection implements DatabaseConnection {
  abstract executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>>;

  // biome-ignore lint/correctness/useYield: the signature is Kysely's
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming is not supported');
  }
}
