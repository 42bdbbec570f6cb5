import { createDatabase } from '@sca-kit/store/testing';
import { inject } from 'vitest';
import { temporaryFolder, type Variables } from './server-process.ts';

/** The databases that a server may run on: each answers the variables of a fresh one. */
export const DATABASES: readonly (readonly [name: string, fresh: () => Promise<Variables>])[] = [
  ['an SQLite file', async () => ({ SCA_DATA: temporaryFolder() })],
  ['PostgreSQL', async () => ({ SCA_DATA: temporaryFolder(), SCA_DATABASE: await createDatabase(inject('postgres')) })],
];
