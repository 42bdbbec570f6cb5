import { openStore } from '../src/index.ts';
import { describeStoreContract } from '../src/testing/index.ts';

describeStoreContract('SQLite in memory', (options) => openStore(':memory:', options));
