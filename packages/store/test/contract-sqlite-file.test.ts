import { join } from 'node:path';
import { openStore } from '../src/index.ts';
import { describeStoreContract } from '../src/testing/index.ts';
import { removeAfterAll, temporaryFolder } from './temporary-folder.ts';

const folder = await temporaryFolder();
removeAfterAll(() => folder);

describeStoreContract('an SQLite file', () =>
  openStore(join(folder, 'data', 'store.db'), { auditKey: new Uint8Array(32).fill(7) }),
);
