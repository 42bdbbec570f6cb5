import type { ProfileKey } from '@sca-kit/engine';
import { createTable, type Dialect, type StoreExtension } from '@sca-kit/store';
import type { Kysely } from 'kysely';

/** A balance of the demo resources. */
export interface BalanceRecord extends ProfileKey {
  readonly balanceId: number;
  /** The ISO 4217 code. */
  readonly currency: string;
  /** A decimal number. */
  readonly amount: string;
  readonly createdAt: number;
}

/** A transfer of the demo resources. */
export interface TransferRecord extends ProfileKey {
  readonly transferId: number;
  /** A decimal number, as in the request. */
  readonly amount: string;
  /** The ISO 4217 code. */
  readonly currency: string;
  /** The payee, which dynamic linking binds the approval to (RTS 5). */
  readonly payee: string;
  /** Other members of the resource. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly createdAt: number;
  /** The time of the payment in epoch milliseconds; null before. */
  readonly fundedAt: number | null;
}

/** The Kysely types of the demo tables. */
export interface DemoTables {
  transfers: Omit<TransferRecord, 'details'> & { readonly details: string };
  balances: BalanceRecord;
}

const PROFILE_COLUMNS = { client_id: 'text', user_id: 'integer', profile_id: 'integer' } as const;

async function createDemoTables(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  // In databases of older versions, the store has created these tables.
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

/** The store extension with the tables of the demo resources. */
export const DEMO_TABLES: StoreExtension = {
  name: 'demo',
  migrations: { '0001-initial': createDemoTables },
  userTables: ['transfers', 'balances'],
};
