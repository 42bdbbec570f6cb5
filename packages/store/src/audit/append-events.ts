import { type AuditEvent, type AuditLog, canonicalJson } from '@sca-kit/engine';
import type { Selectable } from 'kysely';
import type { Dialect, Queries } from '../database/database.ts';
import { dialectOf, prepare, valuesOf } from '../database/prepared.ts';
import type { WriteBuffer } from '../database/write-buffer.ts';
import type { Tables } from '../tables.ts';
import { type ChainKey, chainHash, chainHeadMac, SHARDS, sameMac, shardOf } from './chain.ts';

type Head = Selectable<Tables['auditChainHeads']>;

/** The audit log of one transaction. It buffers the events and appends them to their chains just before the commit. */
export interface BufferedAuditLog extends AuditLog {
  /** Appends the buffered events, and sends all writes of the transaction that still wait. */
  flush(): Promise<void>;
}

/** Adds the chain heads of a new client. */
export async function addChainHeads(db: Queries, auditKey: Uint8Array, clientId: string): Promise<void> {
  await insertChainHeads(
    db,
    Array.from({ length: SHARDS }, (_, shard) => emptyHead(auditKey, { clientId, shard })),
  );
}

function emptyHead(auditKey: Uint8Array, chain: ChainKey): Head {
  return unsignedHead(chain, chainHeadMac(auditKey, { ...chain, sequence: 0, hash: '' }));
}

const unsignedHead = (chain: ChainKey, mac = ''): Head => ({
  ...{ ...chain, sequence: 0, hash: '', mac, oldestAt: null },
  ...{ checkpointSequence: 0, checkpointHash: '', checkpointMac: '' },
});

async function insertChainHeads(db: Queries, heads: readonly Head[]): Promise<void> {
  await db
    .insertInto('auditChainHeads')
    .values([...heads])
    .onConflict((oc) => oc.doNothing())
    .execute();
}

/** Returns how many chains the client has, according to a chain head; undefined if the audit key did not write it. */
export function signedShards(auditKey: Uint8Array, head: Head): 1 | typeof SHARDS | undefined {
  if (sameMac(head.mac, chainHeadMac(auditKey, head))) return SHARDS;
  return head.shard === 0 && sameMac(head.mac, chainHeadMac(auditKey, head, 1)) ? 1 : undefined;
}

async function findLocked(db: Queries, dialect: Dialect, { clientId, shard }: ChainKey): Promise<Head | undefined> {
  const query = db
    .selectFrom('auditChainHeads')
    .selectAll()
    .where((eb) => eb.and({ clientId, shard }));
  return await (dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
}

/**
 * Gives a client that has one chain the others. Only the HMAC of the first chain head proves that it never had them.
 * @returns whether it did
 */
async function splitChain(db: Queries, dialect: Dialect, auditKey: Uint8Array, clientId: string): Promise<boolean> {
  const first = await findLocked(db, dialect, { clientId, shard: 0 });
  if (!first || signedShards(auditKey, first) !== 1) return false;
  await addChainHeads(db, auditKey, clientId);
  await db
    .updateTable('auditChainHeads')
    .set({ mac: chainHeadMac(auditKey, first) })
    .where((eb) => eb.and({ clientId, shard: 0 }))
    .execute();
  return true;
}

/**
 * Returns a chain head, locked until the transaction ends. Chain heads are created with their client, so a missing one was deleted:
 * it is replaced by one without an HMAC.
 */
export async function lockChainHead(
  db: Queries,
  dialect: Dialect,
  auditKey: Uint8Array,
  chain: ChainKey,
): Promise<Head> {
  const found = await findLocked(db, dialect, chain);
  if (found) return found;
  // Another transaction may have split the chain meanwhile, and then there is a head to find.
  const wasSplit = await splitChain(db, dialect, auditKey, chain.clientId);
  if (!wasSplit) await insertChainHeads(db, [unsignedHead(chain)]);
  const created = await findLocked(db, dialect, chain);
  if (!created) throw new Error('The chain head of the audit log could not be created.');
  return created;
}

type EventRow = Tables['auditEvents'];

const insertEvent = prepare<EventRow>((db, value) =>
  db
    .insertInto('auditEvents')
    .values(
      valuesOf(
        [
          ...(['clientId', 'shard', 'sequence', 'userId', 'profileId', 'actor', 'type', 'result', 'at'] as const),
          ...(['traceId', 'data', 'hash'] as const),
        ],
        value,
      ),
    ),
);

const moveChainHead = prepare<Pick<Head, 'clientId' | 'shard' | 'sequence' | 'hash' | 'mac' | 'oldestAt'>>(
  (db, value) =>
    db
      .updateTable('auditChainHeads')
      .set(valuesOf(['sequence', 'hash', 'mac', 'oldestAt'], value))
      .where('clientId', '=', value('clientId'))
      .where('shard', '=', value('shard')),
);

async function appendAll(
  { db, writes, auditKey }: AuditLogOptions,
  head: Head,
  events: readonly AuditEvent[],
): Promise<void> {
  const { clientId, shard } = head;
  let { sequence, hash } = head;
  for (const event of events) {
    sequence += 1;
    hash = chainHash(auditKey, hash, { shard, sequence, event });
    const row = { ...event, shard, sequence, data: canonicalJson(event.data), hash };
    await writes.add({ target: `auditEvents ${clientId} ${shard} ${sequence}`, query: insertEvent.compile(db, row) });
  }
  const oldestAt = head.sequence === head.checkpointSequence ? (events[0]?.at ?? null) : head.oldestAt;
  // An invalid or unsigned chain head stays so: a further event must not hide the break.
  const shards = signedShards(auditKey, head);
  const mac = shards ? chainHeadMac(auditKey, { clientId, shard, sequence, hash }, shards) : head.mac;
  const query = moveChainHead.compile(db, { clientId, shard, sequence, hash, mac, oldestAt });
  await writes.add({ target: `auditChainHeads ${clientId} ${shard}`, query });
}

/** What the audit log of a transaction is created from. */
export interface AuditLogOptions {
  readonly db: Queries;
  readonly writes: WriteBuffer;
  readonly auditKey: Uint8Array;
  /** The chain head that the transaction has locked already, if any. */
  readonly head?: Head | undefined;
}

export function createBufferedAuditLog(options: AuditLogOptions): BufferedAuditLog {
  const { db, writes, auditKey } = options;
  let locked = options.head;
  const events: AuditEvent[] = [];
  return {
    async append(event) {
      // Flat, so that a copy is complete.
      events.push({ ...event, data: { ...event.data } });
    },
    async flush() {
      const chains = Map.groupBy(events, ({ clientId, userId }) => `${shardOf(userId)}`.padStart(2, '0') + clientId);
      // Always in the same order, so that two transactions rarely deadlock.
      for (const [, ofChain] of [...chains].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const [{ clientId, userId } = { clientId: '', userId: null }] = ofChain;
        const chain = { clientId, shard: shardOf(userId) };
        const isLocked = locked?.clientId === clientId && locked.shard === chain.shard;
        // What is written to another chain of the client must be in the database when the chains are read.
        if (!isLocked) await writes.flush();
        const head = isLocked && locked ? locked : await lockChainHead(db, dialectOf(db), auditKey, chain);
        await appendAll(options, head, ofChain);
      }
      events.length = 0;
      locked = undefined;
      await writes.flush();
    },
  };
}
