import type { AuditEvent } from '@sca-kit/engine';
import { changesRow, type ExtensionDatabase, insertNew } from '@sca-kit/store';
import type { DemoTables, TransferRecord } from './demo-tables.ts';

/** Transfers of the demo resources. An `event` goes to the audit log if the call changed something. */
export interface TransferStore {
  /** Returns `false` if the client has a transfer of this id. */
  insert(transfer: TransferRecord, event?: AuditEvent): Promise<boolean>;
  /** Finds a transfer of the client by its id alone: the caller must compare the owner. */
  find(clientId: string, transferId: number): Promise<TransferRecord | undefined>;
  /** Marks the transfer as paid. Returns `false` if it does not exist or is paid already. */
  fund(clientId: string, transferId: number, fundedAt: number, event?: AuditEvent): Promise<boolean>;
}

/** Opens the transfers in a database that has the tables of the demo resources. */
export function createTransferStore(database: ExtensionDatabase<DemoTables>): TransferStore {
  return {
    insert: ({ details, ...transfer }, event) =>
      database.auditedWrite(event, (db) =>
        insertNew(db.insertInto('transfers').values({ ...transfer, details: JSON.stringify(details) })),
      ),
    find: (clientId, transferId) =>
      database.select(async (db) => {
        const row = await db
          .selectFrom('transfers')
          .selectAll()
          .where((eb) => eb.and({ clientId, transferId }))
          .executeTakeFirst();
        return row && { ...row, details: JSON.parse(row.details) as TransferRecord['details'] };
      }),
    fund: (clientId, transferId, fundedAt, event) =>
      database.auditedWrite(event, (db) =>
        changesRow(
          db
            .updateTable('transfers')
            .set({ fundedAt })
            .where((eb) => eb.and({ clientId, transferId }))
            .where('fundedAt', 'is', null),
        ),
      ),
  };
}
