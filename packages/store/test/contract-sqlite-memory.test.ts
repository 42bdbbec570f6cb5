import { openStore } from '../src/index.ts';
import { describeStoreContract } from '../src/testing/index.ts';

describeStoreContract('SQLite in memory', () => openStore(':memory:', { auditKey: new Uint8Array(32).fill(7) }));
