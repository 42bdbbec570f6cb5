import { createTable, type Dialect, type StoreExtension } from '@sca-kit/store';
import type { Kysely } from 'kysely';
import type { BalanceRecord } from './balance-store.ts';
import type { TransferRecord } from './transfer-store.ts';

/** The tables of the demo resources, as Kysely sees them. */
export interface DemoTables {
  transfers: Omit<TransferRecord, 'details'> & { readonly details: string };
  balances: BalanceRecord;
}

const PROFILE_COLUMNS = { client_id: 'text', user_id: 'integer', profile_id: 'integer' } as const;

async function createDemoTables(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  // Databases of older versions have these tables from the store.
  await createTable(db, dialect, {
    name: 'transfers',
    columns: {
      ...PROFILE_COLUMNS,
      transfer_id: 'integer',
      amount: 'text',
      currency: 'text',
      payee: 'text',
      details: 'text',
      created_at: 'integer',
      funded_at: 'integer?',
    },
    key: ['client_id', 'transfer_id'],
    indexes: [['client_id', 'user_id']],
    ifNotExists: true,
  });
  await createTable(db, dialect, {
    name: 'balances',
    columns: { ...PROFILE_COLUMNS, balance_id: 'integer', currency: 'text', amount: 'text', created_at: 'integer' },
    key: ['client_id', 'balance_id'],
    indexes: [['client_id', 'user_id', 'profile_id']],
    ifNotExists: true,
  });
}

/** What the demo resources keep in the database. */
export const DEMO_TABLES: StoreExtension = {
  name: 'demo',
  migrations: { '0001-initial': createDemoTables },
  userTables: ['transfers', 'balances'],
};
