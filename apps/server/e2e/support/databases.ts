import { createDatabase } from '@sca-kit/store/testing';
import { inject } from 'vitest';
import { temporaryFolder, type Variables } from './server-process.ts';

/** The supported databases. Each function creates an empty one and returns the variables that select it. */
export const DATABASES: readonly (readonly [name: string, create: () => Promise<Variables>])[] = [
  ['an SQLite file', async () => ({ SCA_DATA: temporaryFolder() })],
  ['PostgreSQL', async () => ({ SCA_DATA: temporaryFolder(), SCA_DATABASE: await createDatabase(inject('postgres')) })],
];
