import { type AuditEvent, type AuditLog, canonicalJson } from '@sca-kit/engine';
import type { Selectable } from 'kysely';
import type { Dialect, Queries } from '../database/database.ts';
import type { Tables } from '../tables.ts';
import { chainHash, chainHeadMac, sameMac } from './chain.ts';

/** The audit log of one transaction. It buffers the events and appends them to the chain just before the commit. */
export interface BufferedAuditLog extends AuditLog {
  /** Appends the buffered events. Locks the chain head only now, so that other transactions wait briefly. */
  flush(): Promise<void>;
}

/** Adds the chain head of a new client. */
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
    .onConflict((oc) => oc.doNothing())
    .execute();
}

/** Whether the chain head was written with the audit key. */
export function isChainHeadValid(
  auditKey: Uint8Array,
  { clientId, ...head }: Selectable<Tables['auditChainHeads']>,
): boolean {
  return sameMac(head.mac, chainHeadMac(auditKey, clientId, head.sequence, head.hash));
}

/**
 * Returns the chain head of a client, locked until the transaction ends. A chain head is created with its client, so a
 * missing one was deleted: it is replaced by one without an HMAC.
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
  const created = await head();
  if (!created) throw new Error('The chain head of the audit log could not be created.');
  return created;
}

async function appendAll(
  db: Queries,
  dialect: Dialect,
  auditKey: Uint8Array,
  clientId: string,
  events: readonly AuditEvent[],
  locked: Tables['auditChainHeads'] | undefined,
): Promise<void> {
  const head = locked ?? (await lockChainHead(db, dialect, clientId));
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
  // An invalid or unsigned chain head stays so: a further event must not hide the break.
  const mac = isChainHeadValid(auditKey, head) ? chainHeadMac(auditKey, clientId, sequence, hash) : head.mac;
  await db
    .updateTable('auditChainHeads')
    .set({ sequence, hash, mac, oldestAt })
    .where('clientId', '=', clientId)
    .execute();
}

/** @param head the chain head of the client that most events belong to, if the transaction has locked it already */
export function createBufferedAuditLog(
  db: Queries,
  dialect: Dialect,
  auditKey: Uint8Array,
  head?: Tables['auditChainHeads'],
): BufferedAuditLog {
  let locked = head;
  const events: AuditEvent[] = [];
  return {
    async append(event) {
      events.push(structuredClone(event));
    },
    async flush() {
      // Always in the same order, so that two transactions cannot deadlock.
      const byClient = [...Map.groupBy(events, (event) => event.clientId)].sort(([a], [b]) => (a < b ? -1 : 1));
      for (const [clientId, ofClient] of byClient) {
        await appendAll(db, dialect, auditKey, clientId, ofClient, clientId === locked?.clientId ? locked : undefined);
      }
      events.length = 0;
      locked = undefined;
    },
  };
}
