import { setImmediate as breath } from 'node:timers/promises';
import type { Selectable } from 'kysely';
import type { Database, Queries } from '../database/database.ts';
import type { Tables } from '../tables.ts';
import type { AuditEntry } from './chain.ts';
import { anchorOf, entriesAfter, faultOf, isAnchored, type Place, readableAfter } from './entries.ts';
import { isSealed } from './log.ts';
import { pruneTrails, type Retention } from './retention.ts';

/**
 * What is wrong at the first break: `missing` an event that was appended is not there; `changed` an event is not
 * what was appended; `head` the chain's head is gone, is not its last event or was not written by
 * the store, so that events at the end may be missing; `unsealed` the head
 * fits the last event and carries no seal: it is of a version that made none, or the seal was taken away, and either
 * way events at the end may be missing; `anchor` the place to which retention
 * claims to have cut was not written by it.
 */
export type BreakReason = 'missing' | 'changed' | 'head' | 'unsealed' | 'anchor';

/** What checking a client's chain found. */
export type AuditVerdict =
  | {
      readonly ok: true /** Events checked. */;
      readonly count: number /** Retention took the events from 1 to this one, 0 for none. */;
      readonly pruned: number;
    }
  | {
      readonly ok: false /** Sequence of the first event that does not hold. */;
      readonly firstBreak: number;
      readonly why: BreakReason;
    };

/** Reading, checking and shortening the audit trail (RTS 29). */
export interface AuditTrail {
  /** Clients that have, or should have, a trail, sorted: all clients, and those of whom only a trail is left. */
  clients(): Promise<readonly string[]>;
  /** Entries of a client after a sequence (0 for all), oldest first: for export, and to resume a stream. */
  list(clientId: string, afterSequence: number, limit: number): Promise<readonly AuditEntry[]>;
  /** The number of the client's newest entry; 0 when it has none. */
  lastSequence(clientId: string): Promise<number>;
  /** Checks the client's whole chain, on one snapshot. */
  verify(clientId: string): Promise<AuditVerdict>;
  /**
   * Deletes the events before a time, a bounded number a transaction and of a hundred clients or so a call, and leaves
   * an anchor from which the rest stays checkable. An event of a client whose clock was ahead counts as younger than
   * it is, never as older. Events go only when their chain holds: a trail with a break is left as it is, and told of
   * once.
   * @param before milliseconds since the Unix epoch, system clock
   */
  prune(before: number): Promise<Retention>;
}

const PAGE = 500;

async function isClient(db: Queries, clientId: string): Promise<boolean> {
  const query = db.selectFrom('clients').select('clientId').where('clientId', '=', clientId);
  return (await query.executeTakeFirst()) !== undefined;
}

async function verifyChain(db: Queries, auditKey: Uint8Array, clientId: string): Promise<AuditVerdict> {
  const broken = (firstBreak: number, why: BreakReason): AuditVerdict => ({ ok: false, firstBreak, why });
  const head = await db.selectFrom('auditHeads').selectAll().where('clientId', '=', clientId).executeTakeFirst();
  const anchor = anchorOf(head);
  if (head && !isAnchored(auditKey, head)) return broken(anchor.sequence, 'anchor');
  let last = anchor;
  for (;;) {
    const page = await readableAfter(db, clientId, last.sequence, PAGE);
    if (page === undefined) return await firstUnreadable(db, auditKey, clientId, last);
    for (const entry of page) {
      const fault = faultOf(auditKey, last, entry);
      if (fault) return broken(last.sequence + 1, fault);
      last = entry;
    }
    if (page.length < PAGE) break;
    await breath();
  }
  const { sequence } = last;
  if (head && head.sequence > sequence) return broken(sequence + 1, 'missing');
  if (!head && sequence === 0 && !(await isClient(db, clientId))) return { ok: true, count: 0, pruned: 0 };
  const fault = faultOfHead(auditKey, head, last);
  if (fault) return broken(Math.max(1, sequence), fault);
  return { ok: true, count: sequence - anchor.sequence, pruned: anchor.sequence };
}

/** What is wrong with the head of a chain that ends with `last`; undefined when it holds. */
function faultOfHead(
  auditKey: Uint8Array,
  head: Selectable<Tables['auditHeads']> | undefined,
  last: Place,
): BreakReason | undefined {
  if (head?.sequence !== last.sequence || head.hash !== last.hash) return 'head';
  if (isSealed(auditKey, head)) return undefined;
  return head.headMac === '' ? 'unsealed' : 'head';
}

/** Walks a page entry by entry, to name the one that cannot even be read unless an earlier one is broken. */
async function firstUnreadable(
  db: Queries,
  auditKey: Uint8Array,
  clientId: string,
  after: Place,
): Promise<AuditVerdict> {
  for (let last = after; ; ) {
    const firstBreak = last.sequence + 1;
    const page = await readableAfter(db, clientId, last.sequence, 1);
    if (page === undefined) return { ok: false, firstBreak, why: 'changed' };
    const [entry] = page;
    const fault = entry ? faultOf(auditKey, last, entry) : 'missing';
    if (!entry || fault) return { ok: false, firstBreak, why: fault ?? 'missing' };
    last = entry;
  }
}

export function auditTrail(database: Database, auditKey: Uint8Array): AuditTrail {
  return {
    async clients() {
      const rows = await database.read((db) =>
        db
          .selectFrom('auditHeads')
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
    prune: (before) => pruneTrails(database, auditKey, before),
  };
}
