import { createHmac, timingSafeEqual } from 'node:crypto';
import { type AuditEvent, canonicalJson } from '@sca-kit/engine';

/**
 * The hash chains of a client. Appending locks the end of a chain until the commit, so with one chain the commits of a large client
 * would run one after another.
 */
export const SHARDS = 16;

/** Returns the chain of a user's events. Events without a user are in the first. */
export function shardOf(userId: number | null): number {
  return (userId ?? 0) % SHARDS;
}

/** One of the hash chains of a client. */
export interface ChainKey {
  readonly clientId: string;
  readonly shard: number;
}

/** An event of the audit log with its position in a hash chain of the client. */
export interface AuditEntry {
  /** The chain: 0 to 15. */
  readonly shard: number;
  /** Counts up from 1 within the chain, without gaps. */
  readonly sequence: number;
  readonly event: AuditEvent;
  /** HMAC-SHA-256 over the entry before and this event, base64url. */
  readonly hash: string;
}

function mac(key: Uint8Array, ...parts: readonly string[]): string {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part).update('\n');
  return hmac.digest('base64url');
}

/** What identifies a chain in its HMACs. The first has no number, as before clients had several. */
const ofShard = (shard: number): { readonly shard?: number } => (shard === 0 ? {} : { shard });

/** Returns the hash of the event after the entry with hash `previous` (empty for the first event). */
export function chainHash(
  key: Uint8Array,
  previous: string,
  { shard, sequence, event }: Omit<AuditEntry, 'hash'>,
): string {
  return mac(key, previous, canonicalJson({ ...event, sequence, ...ofShard(shard) }));
}

/** Returns the HMAC of a checkpoint: proves that retention deleted the events up to `sequence`. */
export function checkpointMac(key: Uint8Array, { clientId, shard }: ChainKey, sequence: number, hash: string): string {
  return mac(key, 'anchor', canonicalJson({ clientId, sequence, hash, ...ofShard(shard) }));
}

/**
 * Returns the HMAC of a chain head: without the key nobody can make the chain end earlier. That of the first chain proves how many
 * chains the client has: one (`shards: 1`) until its first event of another chain.
 */
export function chainHeadMac(
  key: Uint8Array,
  { clientId, shard, sequence, hash }: ChainKey & Pick<AuditEntry, 'sequence' | 'hash'>,
  shards: 1 | typeof SHARDS = SHARDS,
): string {
  const chain = shard === 0 && shards > 1 ? { shards } : ofShard(shard);
  return mac(key, 'head', canonicalJson({ clientId, sequence, hash, ...chain }));
}

/** Returns the value by which a database recognises its audit key. */
export function keyCheck(key: Uint8Array): string {
  return mac(key, 'key-check');
}

/** Returns the HMAC of the check of another key. */
export function otherKeyCheck(key: Uint8Array, name: string): string {
  return mac(key, 'key-check', name);
}

/** Compares two HMACs in constant time. */
export function sameMac(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
