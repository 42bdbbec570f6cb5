import type { AuditEvent, AuditLog } from '@sca-kit/engine';
import type { Selectable } from 'kysely';
import type { Dialect, Queries } from '../database/database.ts';
import type { Tables } from '../tables.ts';
import { canonicalJson, chainHash, chainHeadMac, sameMac } from './chain.ts';

/** Events of one transaction, chained when it is about to commit. */
export interface PendingAudit extends AuditLog {
  /** Appends what was gathered. The chain's head is locked here and not before, so that the client waits briefly. */
  flush(): Promise<void>;
}

/** The head of a chain without events, for a client that is being made. */
export async function addChainHead(db: Queries, auditKey: Uint8Array, clientId: string): Promise<void> {
  await insertChainHead(db, clientId, chainHeadMac(auditKey, clientId, 0, ''));
}

async function insertChainHead(db: Queries, clientId: string, mac: string): Promise<void> {
  await db
    .insertInto('auditChainHeads')
    .values({
      ...{ clientId, sequence: 0, hash: '', mac, oldestAt: null },
      ...{ checkpointSequence: 0, checkpointHash: '', checkpointMac: '' },
    })
    .onConflict((it) => it.doNothing())
    .execute();
}

/** Whether the head was written by somebody with the key. */
export function isChainHeadValid(
  auditKey: Uint8Array,
  { clientId, ...head }: Selectable<Tables['auditChainHeads']>,
): boolean {
  return sameMac(head.mac, chainHeadMac(auditKey, clientId, head.sequence, head.hash));
}

/**
 * The head of the client's chain, locked until the transaction ends. Every client has had one since it was made: one
 * that is missing was deleted, and what takes its place stays unsealed.
 */
export async function lockChainHead(
  db: Queries,
  dialect: Dialect,
  clientId: string,
): Promise<Tables['auditChainHeads']> {
  const head = () => {
    const query = db.selectFrom('auditChainHeads').selectAll().where('clientId', '=', clientId);
    return (dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
  };
  const found = await head();
  if (found) return found;
  await insertChainHead(db, clientId, '');
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
  const head = await lockChainHead(db, dialect, clientId);
  let { sequence, hash } = head;
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
  const oldestAt = head.sequence === head.checkpointSequence ? (events[0]?.at ?? null) : head.oldestAt;
  // A head that does not hold, or was never sealed, is not sealed now: one more event must not heal it.
  const mac = isChainHeadValid(auditKey, head) ? chainHeadMac(auditKey, clientId, sequence, hash) : head.mac;
  await db
    .updateTable('auditChainHeads')
    .set({ sequence, hash, mac, oldestAt })
    .where('clientId', '=', clientId)
    .execute();
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
