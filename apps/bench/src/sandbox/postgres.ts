import { createDatabase, startPostgres } from '@sca-kit/store/testing';
import type { Setup } from '../benchmark.ts';

/** A local PostgreSQL with its default durability. */
export interface BenchPostgres {
  /** Creates an empty database and returns its URL. */
  createDatabase(): Promise<string>;
}

/** Starts a PostgreSQL for the benchmark alone. */
export async function startBenchPostgres({ defer }: Setup): Promise<BenchPostgres> {
  const server = await startPostgres({ durable: true });
  defer(() => server.stop());
  return { createDatabase: () => createDatabase(server.url) };
}
