import type { ProfileKey } from '@sca-kit/engine';
import { type ExtensionDatabase, insertNew, profileKey } from '@sca-kit/store';
import type { BalanceRecord, DemoTables } from './demo-tables.ts';

/** Balances of the demo resources. */
export interface BalanceStore {
  /** Returns `false` if the client has a balance of this id. */
  insert(balance: BalanceRecord): Promise<boolean>;
  /** Finds a balance of the client by its id alone: the caller must compare the owner. */
  find(clientId: string, balanceId: number): Promise<BalanceRecord | undefined>;
  /** Lists the balances of a profile by their ids. */
  list(profile: ProfileKey): Promise<readonly BalanceRecord[]>;
}

/** Opens the balances in a database that has the tables of the demo resources. */
export function createBalanceStore(database: ExtensionDatabase<DemoTables>): BalanceStore {
  return {
    insert: (balance) => database.write((db) => insertNew(db.insertInto('balances').values(balance))),
    find: (clientId, balanceId) =>
      database.select((db) =>
        db
          .selectFrom('balances')
          .selectAll()
          .where((eb) => eb.and({ clientId, balanceId }))
          .executeTakeFirst(),
      ),
    list: (profile) =>
      database.select((db) =>
        db
          .selectFrom('balances')
          .selectAll()
          .where((eb) => eb.and(profileKey(profile)))
          .orderBy('balanceId')
          .execute(),
      ),
  };
}
