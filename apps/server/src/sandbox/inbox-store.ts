import type { ExtensionDatabase } from '@sca-kit/store';
import { sql } from 'kysely';
import type { InboxMessage, SandboxTables } from './sandbox-tables.ts';

/** The messages of the sandbox. */
export interface InboxStore {
  /** Adds a message. Returns its number. */
  add(message: Omit<InboxMessage, 'messageId'>): Promise<number>;
  /** Newest first, at most `limit` (100 by default). */
  list(
    clientId: string,
    filter?: { readonly userId?: number; readonly limit?: number },
  ): Promise<readonly InboxMessage[]>;
}

const PAGE = 100;

/** Opens the inbox in a database that has the tables of the sandbox. */
export function createInboxStore(database: ExtensionDatabase<SandboxTables>): InboxStore {
  return {
    add: (message) =>
      database.write(async (db) => {
        // Two messages of a client must not take the same number.
        await database.lockClient(db, message.clientId);
        const { messageId } = await db
          .insertInto('inboxMessages')
          .values({
            ...message,
            messageId: db
              .selectFrom('inboxMessages')
              .select((eb) => sql<number>`coalesce(${eb.fn.max('messageId')}, 0) + 1`.as('next'))
              .where('clientId', '=', message.clientId),
          })
          .returning('messageId')
          .executeTakeFirstOrThrow();
        return messageId;
      }),
    list: (clientId, { userId, limit = PAGE } = {}) =>
      database.read((db) =>
        db
          .selectFrom('inboxMessages')
          .selectAll()
          .where('clientId', '=', clientId)
          .$if(userId !== undefined, (query) => query.where('userId', '=', userId as number))
          .orderBy('messageId', 'desc')
          .limit(limit)
          .execute(),
      ),
  };
}
