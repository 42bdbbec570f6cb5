import type { Selectable } from 'kysely';
import type { AuditedWrite } from '../audit/audited-write.ts';
import type { Database } from '../database/database.ts';
import { changed } from '../repositories/results.ts';
import type { Tables } from '../tables.ts';
import type { TransferRecord } from './records.ts';
import type { BalanceStore, TransferStore } from './stores.ts';

function toTransfer({ details, ...row }: Selectable<Tables['transfers']>): TransferRecord {
  return { ...row, details: JSON.parse(details) as TransferRecord['details'] };
}

export function transferStore(database: Database, write: AuditedWrite): TransferStore {
  return {
    insert: ({ details, ...transfer }, event) =>
      write(event, async (db) =>
        changed(
          await db
            .insertInto('transfers')
            .values({ ...transfer, details: JSON.stringify(details) })
            .onConflict((it) => it.doNothing())
            .executeTakeFirst(),
        ),
      ),
    find: (clientId, transferId) =>
      database.read(async (db) => {
        const row = await db
          .selectFrom('transfers')
          .selectAll()
          .where('clientId', '=', clientId)
          .where('transferId', '=', transferId)
          .executeTakeFirst();
        return row && toTransfer(row);
      }),
    fund: (clientId, transferId, fundedAt, event) =>
      write(event, async (db) =>
        changed(
          await db
            .updateTable('transfers')
            .set({ fundedAt })
            .where('clientId', '=', clientId)
            .where('transferId', '=', transferId)
            .where('fundedAt', 'is', null)
            .executeTakeFirst(),
        ),
      ),
  };
}

export function balanceStore(database: Database): BalanceStore {
  return {
    insert: (balance) =>
      database.write(async (db) =>
        changed(
          await db
            .insertInto('balances')
            .values(balance)
            .onConflict((it) => it.doNothing())
            .executeTakeFirst(),
        ),
      ),
    find: (clientId, balanceId) =>
      database.read((db) =>
        db
          .selectFrom('balances')
          .selectAll()
          .where('clientId', '=', clientId)
          .where('balanceId', '=', balanceId)
          .executeTakeFirst(),
      ),
    list: (profile) =>
      database.read((db) =>
        db
          .selectFrom('balances')
          .selectAll()
          .where('clientId', '=', profile.clientId)
          .where('userId', '=', profile.userId)
          .where('profileId', '=', profile.profileId)
          .orderBy('balanceId')
          .execute(),
      ),
  };
}
