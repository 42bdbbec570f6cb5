import { sql } from 'kysely';
import type { AuditedWrite } from '../audit/audited-write.ts';
import type { Database } from '../database/database.ts';
import { lockScope } from '../repositories/scope.ts';
import type { CorrelatedRequest, InboxStore, SimulatedResponseStore, SimulatedResponseTarget } from './stores.ts';

const PAGE = 100;

export function inboxStore(database: Database): InboxStore {
  return {
    add: (message) =>
      database.write(async (db) => {
        // The client's row, so that two messages do not take one number.
        await lockScope(db, database.dialect, { clientId: message.clientId });
        const { messageId } = await db
          .insertInto('inboxMessages')
          .values({
            ...message,
            messageId: db
              .selectFrom('inboxMessages')
              .select((it) => sql<number>`coalesce(${it.fn.max('messageId')}, 0) + 1`.as('next'))
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
          .$if(userId !== undefined, (it) => it.where('userId', '=', userId as number))
          .orderBy('messageId', 'desc')
          .limit(limit)
          .execute(),
      ),
  };
}

/** The key of a target, but for the client. */
function keyOf(target: SimulatedResponseTarget | CorrelatedRequest): { target: string; userId: number | null } {
  if ('correlationId' in target) return { target: `correlation:${target.correlationId}`, userId: null };
  if ('operationId' in target) return { target: `operation:${target.operationId}`, userId: null };
  return { target: `user:${target.userId}:${target.kind}`, userId: target.userId };
}

export function simulatedResponseStore(database: Database, write: AuditedWrite): SimulatedResponseStore {
  return {
    put: async (target, outcome, expiresAt, event) => {
      await write(event, async (db) => {
        await db
          .insertInto('outcomes')
          .values({ clientId: target.clientId, ...keyOf(target), outcome, expiresAt })
          .onConflict((it) => it.columns(['clientId', 'target']).doUpdateSet({ outcome, expiresAt }))
          .execute();
        return true;
      });
    },
    async take(of) {
      const { clientId } = of;
      const { target } = keyOf(of);
      const isKey = <Query extends { where(column: 'clientId' | 'target', operator: '=', value: string): Query }>(
        query: Query,
      ): Query => {
        const those = query.where('target', '=', target);
        return clientId === null ? those : those.where('clientId', '=', clientId);
      };
      // Nearly always there is none: a look costs no turn at the writer.
      const there = await database.read((db) => isKey(db.selectFrom('outcomes').select('outcome')).executeTakeFirst());
      if (!there) return undefined;
      const taken = await database.write((db) =>
        isKey(db.deleteFrom('outcomes').returning('outcome')).executeTakeFirst(),
      );
      return taken?.outcome;
    },
  };
}
