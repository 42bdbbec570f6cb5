import type { TestProject } from 'vitest/node';
import { openPostgres } from '../src/database/postgres.ts';
import { migrate, STORE_SCHEMA } from '../src/migrations/migrate.ts';
import { createDatabase, startPostgres } from '../src/testing/postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** URL of a PostgreSQL server that runs as long as the tests. */
    postgres: string;
    /** Name of a database on it that has the schema of this version: a template for `createDatabase`. */
    migrated: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const template = await createDatabase(server.url);
  const database = openPostgres(template, {});
  await migrate(database, STORE_SCHEMA);
  await database.close();
  project.provide('postgres', server.url);
  project.provide('migrated', new URL(template).pathname.slice(1));
  return () => server.stop();
}
