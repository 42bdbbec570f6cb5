import type { AuditEvent } from '@sca-kit/engine';
import type { Selectable } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { Tables } from '../tables.ts';
import { type AuditEntry, type ChainKey, chainHash, checkpointMac, sameMac } from './chain.ts';

/** A position in a hash chain: an entry or a checkpoint. */
export type ChainPosition = Pick<AuditEntry, 'sequence' | 'hash'>;

type Head = Selectable<Tables['auditChainHeads']>;

function toEntry({ shard, sequence, hash, data, ...row }: Selectable<Tables['auditEvents']>): AuditEntry {
  return { shard, sequence, hash, event: { ...row, data: JSON.parse(data) as AuditEvent['data'] } };
}

/**
 * Reads entries of a chain, oldest first.
 * @throws SyntaxError when the data of an event is not valid JSON
 */
export async function entriesAfter(
  db: Queries,
  chain: ChainKey,
  sequence: number,
  limit: number,
): Promise<AuditEntry[]> {
  const rows = await db
    .selectFrom('auditEvents')
    .selectAll()
    .where((eb) => eb.and({ clientId: chain.clientId, shard: chain.shard }))
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(limit)
    .execute();
  return rows.map(toEntry);
}

/** As `entriesAfter`, but returns undefined when the data of an event is not valid JSON. */
export async function readableAfter(
  db: Queries,
  chain: ChainKey,
  sequence: number,
  limit: number,
): Promise<AuditEntry[] | undefined> {
  try {
    return await entriesAfter(db, chain, sequence, limit);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Why an entry is not the one that was appended after `previous`; undefined if it is. */
export function entryError(
  auditKey: Uint8Array,
  previous: ChainPosition,
  entry: AuditEntry,
): 'missing' | 'changed' | undefined {
  if (entry.sequence !== previous.sequence + 1) return 'missing';
  return isHashValid(auditKey, previous, entry) ? undefined : 'changed';
}

function isHashValid(auditKey: Uint8Array, previous: ChainPosition, entry: AuditEntry): boolean {
  try {
    return sameMac(entry.hash, chainHash(auditKey, previous.hash, entry));
  } catch (error) {
    // A number out of range, such as 1e999, is valid JSON but has no canonical form.
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The checkpoint after which the entries of a chain begin; sequence 0 if retention has deleted nothing. */
export function checkpointOf(head: Head | undefined): ChainPosition {
  return { sequence: head?.checkpointSequence ?? 0, hash: head?.checkpointHash ?? '' };
}

/** Whether the checkpoint was written with the audit key. */
export function isCheckpointValid(auditKey: Uint8Array, head: Head): boolean {
  const { sequence, hash } = checkpointOf(head);
  return sequence === 0 || sameMac(head.checkpointMac, checkpointMac(auditKey, head, sequence, hash));
}
