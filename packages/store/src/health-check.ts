import { sql } from 'kysely';
import type { Database } from './database/database.ts';
import { isMigrated, type Schema } from './migrations/migrate.ts';
import type { Health } from './stores.ts';

/** Milliseconds after which a database that has not responded counts as unreachable. */
const HEALTH_TIMEOUT = 2_000;

const UNREACHABLE: Health = { reachable: false, migrated: false };

async function check(database: Database, schemas: readonly Schema[]): Promise<Health> {
  try {
    for (const schema of schemas)
      if (!(await isMigrated(database, schema))) return { reachable: true, migrated: false };
    // A full disk or a standby can be read.
    await database.write((db) =>
      db
        .insertInto('writeProbes')
        .values({ name: 'health', writes: 1 })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ writes: sql`write_probes.writes + 1` }))
        .execute(),
    );
    return { reachable: true, migrated: true };
  } catch {
    return UNREACHABLE;
  }
}

/** Creates a health check. Calls share the check that is running, so that they cannot occupy all connections. */
export function createHealthCheck(database: Database, schemas: readonly Schema[]): () => Promise<Health> {
  let running: Promise<Health> | undefined;
  return async () => {
    running ??= check(database, schemas).finally(() => {
      running = undefined;
    });
    const timeout = Promise.withResolvers<Health>();
    const timer = setTimeout(timeout.resolve, HEALTH_TIMEOUT, UNREACHABLE);
    try {
      return await Promise.race([running, timeout.promise]);
    } finally {
      clearTimeout(timer);
    }
  };
}
