import type { AuditEvent, AuditLog } from '@sca-kit/engine';
import type { Selectable } from 'kysely';
import type { Dialect, Queries } from '../database/database.ts';
import type { Tables } from '../tables.ts';
import { canonicalJson, chainHash, headMac, sameMac } from './chain.ts';

/** Events of one transaction, chained when it is about to commit. */
export interface PendingAudit extends AuditLog {
  /** Appends what was gathered. The chain's head is locked here and not before, so that the client waits briefly. */
  flush(): Promise<void>;
}

/** The head of a chain without events, for a client that is being made. */
export async function addHead(db: Queries, auditKey: Uint8Array, clientId: string): Promise<void> {
  await insertHead(db, clientId, headMac(auditKey, clientId, 0, ''));
}

async function insertHead(db: Queries, clientId: string, mac: string): Promise<void> {
  await db
    .insertInto('auditHeads')
    .values({
      ...{ clientId, sequence: 0, hash: '', headMac: mac, oldestAt: null },
      ...{ anchorSequence: 0, anchorHash: '', anchorMac: '' },
    })
    .onConflict((it) => it.doNothing())
    .execute();
}

/** Whether the head was written by somebody with the key. */
export function isSealed(auditKey: Uint8Array, { clientId, ...head }: Selectable<Tables['auditHeads']>): boolean {
  return sameMac(head.headMac, headMac(auditKey, clientId, head.sequence, head.hash));
}

/**
 * The head of the client's chain, locked until the transaction ends. Every client has had one since it was made: one
 * that is missing was deleted, and what takes its place stays unsealed.
 */
export async function lockHead(db: Queries, dialect: Dialect, clientId: string): Promise<Tables['auditHeads']> {
  const head = () => {
    const query = db.selectFrom('auditHeads').selectAll().where('clientId', '=', clientId);
    return (dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
  };
  const found = await head();
  if (found) return found;
  await insertHead(db, clientId, '');
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
  const head = await lockHead(db, dialect, clientId);
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
  const oldestAt = head.sequence === head.anchorSequence ? (events[0]?.at ?? null) : head.oldestAt;
  // A head that does not hold, or was never sealed, is not sealed now: one more event must not heal it.
  const mac = isSealed(auditKey, head) ? headMac(auditKey, clientId, sequence, hash) : head.headMac;
  await db
    .updateTable('auditHeads')
    .set({ sequence, hash, headMac: mac, oldestAt })
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
