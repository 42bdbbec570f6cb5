import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '../database/database.ts';
import { lockChainHead, signedShards } from './append-events.ts';
import { type AuditEntry, type ChainKey, checkpointMac } from './chain.ts';
import { checkpointOf, entryError, isCheckpointValid, readableAfter } from './entries.ts';

type Head = Awaited<ReturnType<typeof lockChainHead>>;

/** Result of one round of retention. */
export interface Retention {
  /** Number of deleted events. */
  readonly pruned: number;
  /** Clients with a broken chain, of which no events were deleted. Each chain is reported once. */
  readonly broken: readonly string[];
}

/** Events that one transaction deletes at most. */
const PAGE = 500;

/** Chains that one round prunes at most. */
const CHAINS = 100;

/** Finds the chains that have an event before a time. */
async function chainsToPrune(database: Database, before: number): Promise<readonly ChainKey[]> {
  return await database.read((db) => {
    const query = db.selectFrom('auditChainHeads').select(['clientId', 'shard']).where('oldestAt', '<', before);
    return query.orderBy('oldestAt').limit(CHAINS).execute();
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
  if (!signedShards(auditKey, head) || !isCheckpointValid(auditKey, head)) return false;
  let last = checkpointOf(head);
  for (const entry of expired) {
    if (entryError(auditKey, last, entry)) return false;
    last = entry;
  }
  return next ? next.sequence === last.sequence + 1 : last.sequence === head.sequence;
}

/** Deletes one page of events of a chain. Returns how many, or `broken` if the chain has a break. */
async function prunePage(
  database: Database,
  auditKey: Uint8Array,
  { clientId, shard }: ChainKey,
  before: number,
): Promise<number | 'broken'> {
  const chain = { clientId, shard };
  return await database.write(async (db) => {
    const head = await lockChainHead(db, database.dialect, auditKey, chain);
    const update = (values: Partial<typeof head>) =>
      db
        .updateTable('auditChainHeads')
        .set(values)
        .where((eb) => eb.and(chain))
        .execute();
    const page = await readableAfter(db, chain, head.checkpointSequence, PAGE + 1);
    const firstToKeep = page?.findIndex(({ event }) => event.at >= before) ?? -1;
    const expired = page?.slice(0, firstToKeep === -1 ? PAGE : Math.min(firstToKeep, PAGE)) ?? [];
    const next = page?.at(expired.length);
    if (!page || !isUnbroken(auditKey, head, expired, next)) {
      // Otherwise every round would read this chain again and delay others.
      await update({ oldestAt: null });
      return 'broken';
    }
    const last = expired.at(-1);
    if (last) {
      const { sequence, hash } = last;
      await db
        .deleteFrom('auditEvents')
        .where((eb) => eb.and(chain))
        .where('sequence', '<=', sequence)
        .execute();
      const mac = checkpointMac(auditKey, chain, sequence, hash);
      await update({ checkpointSequence: sequence, checkpointHash: hash, checkpointMac: mac });
    }
    await update({ oldestAt: next?.event.at ?? null });
    return expired.length;
  });
}

/** Runs one bounded round of retention. */
export async function pruneAuditLogs(database: Database, auditKey: Uint8Array, before: number): Promise<Retention> {
  const broken = new Set<string>();
  let pruned = 0;
  for (const chain of await chainsToPrune(database, before)) {
    let deleted: number | 'broken';
    do {
      deleted = await prunePage(database, auditKey, chain, before);
      if (deleted === 'broken') broken.add(chain.clientId);
      else pruned += deleted;
      await nextTurn();
    } while (deleted === PAGE);
  }
  return { pruned, broken: [...broken] };
}
