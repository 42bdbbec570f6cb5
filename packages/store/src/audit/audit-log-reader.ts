import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Selectable } from 'kysely';
import type { Database, Queries } from '../database/database.ts';
import type { Tables } from '../tables.ts';
import { signedShards } from './append-events.ts';
import { type ChainKey, SHARDS } from './chain.ts';
import { type ChainPosition, checkpointOf, entryError, isCheckpointValid, readableAfter } from './entries.ts';
import { ends, entriesAfterPosition, formatPosition, type ListedEntry } from './positions.ts';
import { pruneAuditLogs, type Retention } from './retention.ts';

/**
 * Why verification stopped at an event.
 *
 * - `missing`: an event that was appended is not there.
 * - `changed`: the event differs from what was appended.
 * - `chain-head`: the chain head is missing, does not match the last event, or was not written with the audit key.
 *   Events at the end may be missing.
 * - `chain-head-unsigned`: the chain head matches the last event but carries no HMAC: a version that wrote none made it,
 *   or somebody removed the HMAC. Events at the end may be missing.
 * - `checkpoint`: the checkpoint up to which retention deleted events was not written with the audit key.
 */
export type BreakReason = 'missing' | 'changed' | 'chain-head' | 'chain-head-unsigned' | 'checkpoint';

/** Result of verifying the audit log of one client. */
export type AuditVerification =
  | {
      readonly ok: true;
      /** Events verified. */
      readonly count: number;
      /** Events that retention deleted. */
      readonly pruned: number;
    }
  | {
      readonly ok: false;
      /** The chain that fails verification. */
      readonly shard: number;
      /** Sequence of the first event of the chain that fails verification. */
      readonly firstBreak: number;
      readonly reason: BreakReason;
    };

/** Reads, verifies and prunes the audit log (RTS 29). */
export interface AuditLogReader {
  /** Lists all clients, and deleted clients that still have events, sorted. */
  clients(): Promise<readonly string[]>;
  /** Lists entries of a client after a position (`0` for all): those of each chain in order, and by time as far as possible. */
  list(clientId: string, after: string, limit: number): Promise<readonly ListedEntry[]>;
  /** Returns the position after the newest entries of a client, `0` if it has none. */
  lastPosition(clientId: string): Promise<string>;
  /** Verifies all chains of a client on one snapshot, and that none is missing. */
  verify(clientId: string): Promise<AuditVerification>;
  /**
   * Deletes the events before a time and writes a checkpoint, from which the remaining events can be verified. One call
   * prunes about a hundred chains, in short transactions. Events have the time of their client's clock, which is never
   * behind the system clock. A chain with a break is left as it is and reported once.
   * @param before milliseconds since the Unix epoch, system clock
   */
  prune(before: number): Promise<Retention>;
}

const PAGE = 500;

async function isClient(db: Queries, clientId: string): Promise<boolean> {
  const query = db.selectFrom('clients').select('clientId').where('clientId', '=', clientId);
  return (await query.executeTakeFirst()) !== undefined;
}

type Head = Selectable<Tables['auditChainHeads']>;

/** The chains that a client should have, and what their heads are signed with. */
interface ExpectedChains {
  readonly shards: 1 | typeof SHARDS;
  readonly heads: readonly Head[];
}

/** A client has one chain only if the head of that chain proves it, and there is nothing of another. */
async function expectedChains(db: Queries, auditKey: Uint8Array, clientId: string): Promise<ExpectedChains> {
  const heads = await db
    .selectFrom('auditChainHeads')
    .selectAll()
    .where('clientId', '=', clientId)
    .orderBy('shard')
    .execute();
  const [first] = heads;
  if (heads.length !== 1 || !first) return { shards: SHARDS, heads };
  const events = db.selectFrom('auditEvents').select('shard').where('clientId', '=', clientId).where('shard', '>', 0);
  const other = await events.limit(1).executeTakeFirst();
  // Without an HMAC a chain head proves nothing. It is that of an old version if there are no others.
  const isSingle = other === undefined && (first.mac === '' || signedShards(auditKey, first) === 1);
  return { shards: isSingle ? 1 : SHARDS, heads };
}

async function verifyClient(db: Queries, auditKey: Uint8Array, clientId: string): Promise<AuditVerification> {
  const { shards, heads } = await expectedChains(db, auditKey, clientId);
  const mayBeMissing = heads.length === 0 && !(await isClient(db, clientId));
  let [count, pruned] = [0, 0];
  for (let shard = 0; shard < shards; shard += 1) {
    const head = heads.find((found) => found.shard === shard);
    const verified = await verifyChain(db, auditKey, { clientId, shard }, { head, shards, mayBeMissing });
    if (!verified.ok) return verified;
    count += verified.count;
    pruned += verified.pruned;
  }
  return { ok: true, count, pruned };
}

async function verifyChain(
  db: Queries,
  auditKey: Uint8Array,
  chain: ChainKey,
  {
    head,
    shards,
    mayBeMissing,
  }: { readonly head: Head | undefined; readonly shards: number; readonly mayBeMissing: boolean },
): Promise<AuditVerification> {
  const { shard } = chain;
  const broken = (firstBreak: number, reason: BreakReason) => ({ ok: false, shard, firstBreak, reason }) as const;
  const checkpoint = checkpointOf(head);
  if (head && !isCheckpointValid(auditKey, head)) return broken(checkpoint.sequence, 'checkpoint');
  let last = checkpoint;
  for (;;) {
    const page = await readableAfter(db, chain, last.sequence, PAGE);
    if (page === undefined) return await firstUnreadable(db, auditKey, chain, last);
    for (const entry of page) {
      const reason = entryError(auditKey, last, entry);
      if (reason) return broken(last.sequence + 1, reason);
      last = entry;
    }
    if (page.length < PAGE) break;
    await nextTurn();
  }
  const { sequence } = last;
  if (head && head.sequence > sequence) return broken(sequence + 1, 'missing');
  if (mayBeMissing && sequence === 0) return { ok: true, count: 0, pruned: 0 };
  const reason = chainHeadError(auditKey, head, last, shards);
  if (reason) return broken(Math.max(1, sequence), reason);
  return { ok: true, count: sequence - checkpoint.sequence, pruned: checkpoint.sequence };
}

/** Why the chain head does not match a chain that ends with `last`; undefined if it does. */
function chainHeadError(
  auditKey: Uint8Array,
  head: Head | undefined,
  last: ChainPosition,
  shards: number,
): BreakReason | undefined {
  if (head?.sequence !== last.sequence || head.hash !== last.hash) return 'chain-head';
  if (signedShards(auditKey, head) === shards) return undefined;
  return head.mac === '' ? 'chain-head-unsigned' : 'chain-head';
}

/** Verifies entry by entry, to find the first break before or at an entry that is not valid JSON. */
async function firstUnreadable(
  db: Queries,
  auditKey: Uint8Array,
  chain: ChainKey,
  after: ChainPosition,
): Promise<AuditVerification> {
  const { shard } = chain;
  for (let last = after; ; ) {
    const firstBreak = last.sequence + 1;
    const page = await readableAfter(db, chain, last.sequence, 1);
    if (page === undefined) return { ok: false, shard, firstBreak, reason: 'changed' };
    const [entry] = page;
    const reason = entry ? entryError(auditKey, last, entry) : 'missing';
    if (!entry || reason) return { ok: false, shard, firstBreak, reason: reason ?? 'missing' };
    last = entry;
  }
}

export function auditLogReader(database: Database, auditKey: Uint8Array): AuditLogReader {
  return {
    async clients() {
      const rows = await database.read((db) =>
        db
          .selectFrom('auditChainHeads')
          .select('clientId')
          .union(db.selectFrom('auditEvents').select('clientId'))
          .union(db.selectFrom('clients').select('clientId'))
          .orderBy('clientId')
          .execute(),
      );
      return rows.map((row) => row.clientId);
    },
    list: (clientId, after, limit) => database.read((db) => entriesAfterPosition(db, clientId, after, limit)),
    lastPosition: (clientId) => database.read(async (db) => formatPosition(await ends(db, clientId))),
    verify: (clientId) => database.read((db) => verifyClient(db, auditKey, clientId)),
    prune: (before) => pruneAuditLogs(database, auditKey, before),
  };
}
