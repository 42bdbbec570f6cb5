import { join } from 'node:path';
import { openStore } from '../src/index.ts';
import { describeStoreContract } from '../src/testing/index.ts';
import { removeAfterAll, temporaryFolder } from './temporary-folder.ts';

const folder = await temporaryFolder();
removeAfterAll(() => folder);

describeStoreContract('an SQLite file', (options) => openStore(join(folder, 'data', 'store.db'), options));
