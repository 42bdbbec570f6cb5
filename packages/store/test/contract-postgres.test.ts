import { inject } from 'vitest';
import { openStore } from '../src/index.ts';
import { createDatabase, describeStoreContract } from '../src/testing/index.ts';

describeStoreContract('PostgreSQL', async () =>
  openStore(await createDatabase(inject('postgres')), { auditKey: new Uint8Array(32).fill(7) }),
);
