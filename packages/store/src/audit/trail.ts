import { setImmediate as breath } from 'node:timers/promises';
import type { AuditEvent } from '@sca-kit/engine';
import type { Selectable } from 'kysely';
import type { Database, Queries } from '../database/database.ts';
import type { Tables } from '../tables.ts';
import { type AuditEntry, anchorMac, chainHash, sameMac } from './chain.ts';
import { isSealed } from './log.ts';
import { pruneTrails } from './retention.ts';

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
  | { readonly ok: true /** Events checked. */; readonly count: number }
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
   * Deletes the events before a time (each client's own clock), a bounded number a transaction and of a hundred clients
   * or so a call, and leaves an anchor from which the rest stays checkable. Answers how many went.
   * @param before milliseconds since the Unix epoch
   */
  prune(before: number): Promise<number>;
}

const PAGE = 500;

function toEntry({ sequence, hash, data, ...row }: Selectable<Tables['auditEvents']>): AuditEntry {
  return { sequence, hash, event: { ...row, data: JSON.parse(data) as AuditEvent['data'] } };
}

async function entriesAfter(db: Queries, clientId: string, sequence: number, limit: number): Promise<AuditEntry[]> {
  const rows = await db
    .selectFrom('auditEvents')
    .selectAll()
    .where('clientId', '=', clientId)
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(limit)
    .execute();
  return rows.map(toEntry);
}

/** A changed column may hold text that is no JSON any more. */
async function pageAfter(db: Queries, clientId: string, sequence: number): Promise<AuditEntry[] | undefined> {
  try {
    return await entriesAfter(db, clientId, sequence, PAGE);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function isClient(db: Queries, clientId: string): Promise<boolean> {
  const query = db.selectFrom('clients').select('clientId').where('clientId', '=', clientId);
  return (await query.executeTakeFirst()) !== undefined;
}

async function verifyChain(db: Queries, auditKey: Uint8Array, clientId: string): Promise<AuditVerdict> {
  const broken = (firstBreak: number, why: BreakReason): AuditVerdict => ({ ok: false, firstBreak, why });
  const head = await db.selectFrom('auditHeads').selectAll().where('clientId', '=', clientId).executeTakeFirst();
  const anchor = { sequence: head?.anchorSequence ?? 0, hash: head?.anchorHash ?? '' };
  if (head && anchor.sequence > 0) {
    const mac = anchorMac(auditKey, clientId, anchor.sequence, anchor.hash);
    if (!sameMac(head.anchorMac, mac)) return broken(anchor.sequence, 'anchor');
  }
  let { sequence, hash } = anchor;
  for (;;) {
    const page = await pageAfter(db, clientId, sequence);
    if (page === undefined) return await firstUnreadable(db, auditKey, clientId, sequence, hash);
    for (const entry of page) {
      if (entry.sequence !== sequence + 1) return broken(sequence + 1, 'missing');
      if (!sameMac(entry.hash, chainHash(auditKey, hash, entry.sequence, entry.event))) {
        return broken(entry.sequence, 'changed');
      }
      ({ sequence, hash } = entry);
    }
    if (page.length < PAGE) break;
    await breath();
  }
  if (head && head.sequence > sequence) return broken(sequence + 1, 'missing');
  if (!head && sequence === 0 && !(await isClient(db, clientId))) return { ok: true, count: 0 };
  const fault = faultOfHead(auditKey, head, { sequence, hash });
  return fault ? broken(Math.max(1, sequence), fault) : { ok: true, count: sequence - anchor.sequence };
}

/** What is wrong with the head of a chain that ends with `last`; undefined when it holds. */
function faultOfHead(
  auditKey: Uint8Array,
  head: Selectable<Tables['auditHeads']> | undefined,
  last: Pick<AuditEntry, 'sequence' | 'hash'>,
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
  after: number,
  previous: string,
): Promise<AuditVerdict> {
  let [sequence, hash] = [after, previous];
  for (;;) {
    const next = sequence + 1;
    let entry: AuditEntry | undefined;
    try {
      [entry] = await entriesAfter(db, clientId, sequence, 1);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return { ok: false, firstBreak: next, why: 'changed' };
    }
    if (entry?.sequence !== next) return { ok: false, firstBreak: next, why: 'missing' };
    if (!sameMac(entry.hash, chainHash(auditKey, hash, next, entry.event))) {
      return { ok: false, firstBreak: next, why: 'changed' };
    }
    [sequence, hash] = [entry.sequence, entry.hash];
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
