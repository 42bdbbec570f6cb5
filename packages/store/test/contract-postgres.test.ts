import { afterAll, expect, inject, it } from 'vitest';
import { openStore } from '../src/index.ts';
import { createDatabase, describeStoreContract, distributionErrors, observeQueries } from '../src/testing/index.ts';
import { openRawPostgres } from './raw-connection.ts';

const statements = new Set<string>();
const stopObserving = observeQueries((text) => statements.add(text));
afterAll(stopObserving);

describeStoreContract('PostgreSQL', async (options) =>
  openStore(await createDatabase(inject('postgres'), inject('migrated')), options),
);

it('every statement on PostgreSQL uses the distribution keys of its tables, and there is no sequence', async () => {
  // The suite has tables of its own.
  const own = [...statements].filter((statement) => !/\bnotes?\b/.test(statement));
  expect(own.length).toBeGreaterThan(80);
  expect(distributionErrors(own)).toEqual([]);
  const location = await createDatabase(inject('postgres'), inject('migrated'));
  const raw = await openRawPostgres(location);
  await raw.execute('do $$ begin assert (select count(*) from pg_sequences) = 0; end $$');
  await raw.close();
});
