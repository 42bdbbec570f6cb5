import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '../database/database.ts';
import { isChainHeadValid, lockChainHead } from './append-events.ts';
import { type AuditEntry, checkpointMac } from './chain.ts';
import { checkpointOf, entryError, isCheckpointValid, readableAfter } from './entries.ts';

type Head = Awaited<ReturnType<typeof lockChainHead>>;

/** Result of one round of retention. */
export interface Retention {
  /** Number of deleted events. */
  readonly pruned: number;
  /** Clients whose chain has a break, so that none of their events were deleted. Each is reported once. */
  readonly broken: readonly string[];
}

/** Events that one transaction deletes at most. */
const PAGE = 500;

/** Clients that one round prunes at most. */
const CLIENTS = 100;

/** Finds the clients that have an event before a time. */
async function clientsToPrune(database: Database, before: number): Promise<readonly string[]> {
  return await database.read(async (db) => {
    const query = db.selectFrom('auditChainHeads').select('clientId').where('oldestAt', '<', before);
    return (await query.orderBy('oldestAt').limit(CLIENTS).execute()).map((row) => row.clientId);
  });
}

/**
 * Verifies the entries to delete, because a checkpoint asserts that they were valid. Of the entries that remain only the
 * sequence of the first is checked: it shows that none is missing.
 */
function isUnbroken(
  auditKey: Uint8Array,
  head: Head,
  expired: readonly AuditEntry[],
  next: AuditEntry | undefined,
): boolean {
  if (!isChainHeadValid(auditKey, head) || !isCheckpointValid(auditKey, head)) return false;
  let last = checkpointOf(head);
  for (const entry of expired) {
    if (entryError(auditKey, last, entry)) return false;
    last = entry;
  }
  return next ? next.sequence === last.sequence + 1 : last.sequence === head.sequence;
}

/** Deletes one page of events of a client. Returns how many, or `broken` if the chain has a break. */
async function prunePage(
  database: Database,
  auditKey: Uint8Array,
  clientId: string,
  before: number,
): Promise<number | 'broken'> {
  return await database.write(async (db) => {
    const head = await lockChainHead(db, database.dialect, clientId);
    const update = (values: Partial<typeof head>) =>
      db.updateTable('auditChainHeads').set(values).where('clientId', '=', clientId).execute();
    const page = await readableAfter(db, clientId, head.checkpointSequence, PAGE + 1);
    const firstToKeep = page?.findIndex(({ event }) => event.at >= before) ?? -1;
    const expired = page?.slice(0, firstToKeep === -1 ? PAGE : Math.min(firstToKeep, PAGE)) ?? [];
    const next = page?.at(expired.length);
    if (!page || !isUnbroken(auditKey, head, expired, next)) {
      // Otherwise every round would read this client again and delay others.
      await update({ oldestAt: null });
      return 'broken';
    }
    const last = expired.at(-1);
    if (last) {
      const { sequence, hash } = last;
      await db.deleteFrom('auditEvents').where('clientId', '=', clientId).where('sequence', '<=', sequence).execute();
      const mac = checkpointMac(auditKey, clientId, sequence, hash);
      await update({ checkpointSequence: sequence, checkpointHash: hash, checkpointMac: mac });
    }
    await update({ oldestAt: next?.event.at ?? null });
    return expired.length;
  });
}

/** Runs one bounded round of retention. */
export async function pruneAuditLogs(database: Database, auditKey: Uint8Array, before: number): Promise<Retention> {
  const broken: string[] = [];
  let pruned = 0;
  for (const clientId of await clientsToPrune(database, before)) {
    let deleted: number | 'broken';
    do {
      deleted = await prunePage(database, auditKey, clientId, before);
      if (deleted === 'broken') broken.push(clientId);
      else pruned += deleted;
      await nextTurn();
    } while (deleted === PAGE);
  }
  return { pruned, broken };
}
