import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Selectable } from 'kysely';
import type { Database, Queries } from '../database/database.ts';
import type { Tables } from '../tables.ts';
import { isChainHeadValid } from './append-events.ts';
import type { AuditEntry } from './chain.ts';
import {
  type ChainPosition,
  checkpointOf,
  entriesAfter,
  entryError,
  isCheckpointValid,
  readableAfter,
} from './entries.ts';
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
      /** Sequence of the last event that retention deleted, 0 if none. */
      readonly pruned: number;
    }
  | {
      readonly ok: false;
      /** Sequence of the first event that fails verification. */
      readonly firstBreak: number;
      readonly reason: BreakReason;
    };

/** Reads, verifies and prunes the audit log (RTS 29). */
export interface AuditLogReader {
  /** Lists all clients, and deleted clients that still have events, sorted. */
  clients(): Promise<readonly string[]>;
  /** Lists entries of a client after a sequence (0 for all), oldest first. */
  list(clientId: string, afterSequence: number, limit: number): Promise<readonly AuditEntry[]>;
  /** Returns the sequence of the newest entry of a client, 0 if it has none. */
  lastSequence(clientId: string): Promise<number>;
  /** Verifies the whole chain of a client on one snapshot. */
  verify(clientId: string): Promise<AuditVerification>;
  /**
   * Deletes the events before a time and writes a checkpoint, from which the remaining events can be verified. One call
   * prunes about a hundred clients, in short transactions. Events have the time of their client's clock, which is never
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

async function verifyChain(db: Queries, auditKey: Uint8Array, clientId: string): Promise<AuditVerification> {
  const broken = (firstBreak: number, reason: BreakReason): AuditVerification => ({ ok: false, firstBreak, reason });
  const head = await db.selectFrom('auditChainHeads').selectAll().where('clientId', '=', clientId).executeTakeFirst();
  const checkpoint = checkpointOf(head);
  if (head && !isCheckpointValid(auditKey, head)) return broken(checkpoint.sequence, 'checkpoint');
  let last = checkpoint;
  for (;;) {
    const page = await readableAfter(db, clientId, last.sequence, PAGE);
    if (page === undefined) return await firstUnreadable(db, auditKey, clientId, last);
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
  if (!head && sequence === 0 && !(await isClient(db, clientId))) return { ok: true, count: 0, pruned: 0 };
  const reason = chainHeadError(auditKey, head, last);
  if (reason) return broken(Math.max(1, sequence), reason);
  return { ok: true, count: sequence - checkpoint.sequence, pruned: checkpoint.sequence };
}

/** Why the chain head does not match a chain that ends with `last`; undefined if it does. */
function chainHeadError(
  auditKey: Uint8Array,
  head: Selectable<Tables['auditChainHeads']> | undefined,
  last: ChainPosition,
): BreakReason | undefined {
  if (head?.sequence !== last.sequence || head.hash !== last.hash) return 'chain-head';
  if (isChainHeadValid(auditKey, head)) return undefined;
  return head.mac === '' ? 'chain-head-unsigned' : 'chain-head';
}

/** Verifies entry by entry, to find the first break before or at an entry that is not valid JSON. */
async function firstUnreadable(
  db: Queries,
  auditKey: Uint8Array,
  clientId: string,
  after: ChainPosition,
): Promise<AuditVerification> {
  for (let last = after; ; ) {
    const firstBreak = last.sequence + 1;
    const page = await readableAfter(db, clientId, last.sequence, 1);
    if (page === undefined) return { ok: false, firstBreak, reason: 'changed' };
    const [entry] = page;
    const reason = entry ? entryError(auditKey, last, entry) : 'missing';
    if (!entry || reason) return { ok: false, firstBreak, reason: reason ?? 'missing' };
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
    list: (clientId, afterSequence, limit) => database.read((db) => entriesAfter(db, clientId, afterSequence, limit)),
    lastSequence: (clientId) =>
      database.read(async (db) => {
        const newest = db.selectFrom('auditEvents').select('sequence').where('clientId', '=', clientId);
        return (await newest.orderBy('sequence', 'desc').limit(1).executeTakeFirst())?.sequence ?? 0;
      }),
    verify: (clientId) => database.read((db) => verifyChain(db, auditKey, clientId)),
    prune: (before) => pruneAuditLogs(database, auditKey, before),
  };
}
