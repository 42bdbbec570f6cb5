import { inject } from 'vitest';
import { openStore } from '../src/index.ts';
import { createDatabase, describeStoreContract } from '../src/testing/index.ts';

describeStoreContract('PostgreSQL', async (options) =>
  openStore(await createDatabase(inject('postgres'), inject('migrated')), options),
);
