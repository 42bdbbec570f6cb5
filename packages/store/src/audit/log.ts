import type { AuditEvent, AuditLog } from '@sca-kit/engine';
import type { Dialect, Queries } from '../database/database.ts';
import type { Tables } from '../tables.ts';
import { canonicalJson, chainHash } from './chain.ts';

/** Events of one transaction, chained when it is about to commit. */
export interface PendingAudit extends AuditLog {
  /** Appends what was gathered. The chain's head is locked here and not before, so that the client waits briefly. */
  flush(): Promise<void>;
}

/** The head of the client's chain, locked until the transaction ends; made when there is none. */
export async function lockHead(db: Queries, dialect: Dialect, clientId: string): Promise<Tables['auditHeads']> {
  const head = () => {
    const query = db.selectFrom('auditHeads').selectAll().where('clientId', '=', clientId);
    return (dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
  };
  const found = await head();
  if (found) return found;
  await db
    .insertInto('auditHeads')
    .values({ clientId, sequence: 0, hash: '', anchorSequence: 0, anchorHash: '', anchorMac: '' })
    .onConflict((it) => it.doNothing())
    .execute();
  const made = await head();
  if (!made) throw new Error('The head of the audit chain could not be made');
  return made;
}

async function appendAll(
  db: Queries,
  dialect: Dialect,
  auditKey: Uint8Array,
  clientId: string,
  events: readonly AuditEvent[],
): Promise<void> {
  let { sequence, hash } = await lockHead(db, dialect, clientId);
  const rows = events.map((event) => {
    sequence += 1;
    hash = chainHash(auditKey, hash, sequence, event);
    const { userId, profileId, actor, type, result, at, traceId, data } = event;
    return {
      ...{ clientId, sequence, userId, profileId, actor, type, result, at, traceId },
      data: canonicalJson(data),
      hash,
    };
  });
  await db.insertInto('auditEvents').values(rows).execute();
  await db.updateTable('auditHeads').set({ sequence, hash }).where('clientId', '=', clientId).execute();
}

export function pendingAudit(db: Queries, dialect: Dialect, auditKey: Uint8Array): PendingAudit {
  const events: AuditEvent[] = [];
  return {
    async append(event) {
      events.push(structuredClone(event));
    },
    async flush() {
      // In one order for everybody, should a transaction ever speak of two clients.
      const byClient = [...Map.groupBy(events, (event) => event.clientId)].sort(([a], [b]) => (a < b ? -1 : 1));
      for (const [clientId, ofClient] of byClient) await appendAll(db, dialect, auditKey, clientId, ofClient);
      events.length = 0;
    },
  };
}
