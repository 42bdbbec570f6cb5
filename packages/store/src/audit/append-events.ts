import { type AuditEvent, type AuditLog, canonicalJson } from '@sca-kit/engine';
import type { Selectable } from 'kysely';
import type { Dialect, Queries } from '../database/database.ts';
import { dialectOf, prepare, valuesOf } from '../database/prepared.ts';
import type { WriteBuffer } from '../database/write-buffer.ts';
import type { Tables } from '../tables.ts';
import { chainHash, chainHeadMac, sameMac } from './chain.ts';

/** The audit log of one transaction. It buffers the events and appends them to the chain just before the commit. */
export interface BufferedAuditLog extends AuditLog {
  /** Appends the buffered events, and sends all writes of the transaction that still wait. */
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

type EventRow = Tables['auditEvents'];

const insertEvent = prepare<EventRow>((db, value) =>
  db
    .insertInto('auditEvents')
    .values(
      valuesOf(
        ['clientId', 'sequence', 'userId', 'profileId', 'actor', 'type', 'result', 'at', 'traceId', 'data', 'hash'],
        value,
      ),
    ),
);

const moveChainHead = prepare<Pick<Tables['auditChainHeads'], 'clientId' | 'sequence' | 'hash' | 'mac' | 'oldestAt'>>(
  (db, value) =>
    db
      .updateTable('auditChainHeads')
      .set(valuesOf(['sequence', 'hash', 'mac', 'oldestAt'], value))
      .where('clientId', '=', value('clientId')),
);

async function appendAll(
  { db, writes, auditKey }: AuditLogOptions,
  head: Tables['auditChainHeads'],
  events: readonly AuditEvent[],
): Promise<void> {
  const { clientId } = head;
  let { sequence, hash } = head;
  for (const event of events) {
    sequence += 1;
    hash = chainHash(auditKey, hash, sequence, event);
    const row = { ...event, sequence, data: canonicalJson(event.data), hash };
    await writes.add({ target: `auditEvents ${clientId} ${sequence}`, query: insertEvent.compile(db, row) });
  }
  const oldestAt = head.sequence === head.checkpointSequence ? (events[0]?.at ?? null) : head.oldestAt;
  // An invalid or unsigned chain head stays so: a further event must not hide the break.
  const mac = isChainHeadValid(auditKey, head) ? chainHeadMac(auditKey, clientId, sequence, hash) : head.mac;
  const query = moveChainHead.compile(db, { clientId, sequence, hash, mac, oldestAt });
  await writes.add({ target: `auditChainHeads ${clientId}`, query });
}

/** What the audit log of a transaction is created from. */
export interface AuditLogOptions {
  readonly db: Queries;
  readonly writes: WriteBuffer;
  readonly auditKey: Uint8Array;
  /** The chain head that the transaction has locked already, if any. */
  readonly head?: Tables['auditChainHeads'] | undefined;
}

export function createBufferedAuditLog(options: AuditLogOptions): BufferedAuditLog {
  const { db } = options;
  let locked = options.head;
  const events: AuditEvent[] = [];
  return {
    async append(event) {
      // Flat, so that a copy is complete.
      events.push({ ...event, data: { ...event.data } });
    },
    async flush() {
      // Always in the same order, so that two transactions cannot deadlock.
      const byClient = [...Map.groupBy(events, (event) => event.clientId)].sort(([a], [b]) => (a < b ? -1 : 1));
      for (const [clientId, ofClient] of byClient) {
        const head = locked?.clientId === clientId ? locked : await lockChainHead(db, dialectOf(db), clientId);
        await appendAll(options, head, ofClient);
      }
      events.length = 0;
      locked = undefined;
      await options.writes.flush();
    },
  };
}
