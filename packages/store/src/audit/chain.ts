import { createHmac, timingSafeEqual } from 'node:crypto';
import { type AuditEvent, canonicalJson } from '@sca-kit/engine';

/** An event of the audit log with its position in the hash chain of the client. */
export interface AuditEntry {
  /** Counts up from 1 within the client, without gaps. */
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

/** Returns the hash of the event after the entry with hash `previous` (empty for the first event). */
export function chainHash(key: Uint8Array, previous: string, sequence: number, event: AuditEvent): string {
  return mac(key, previous, canonicalJson({ ...event, sequence }));
}

/** Returns the HMAC of a checkpoint: proves that retention deleted the events up to `sequence`. */
export function checkpointMac(key: Uint8Array, clientId: string, sequence: number, hash: string): string {
  return mac(key, 'anchor', canonicalJson({ clientId, sequence, hash }));
}

/** Returns the HMAC of a chain head: without the key nobody can make the chain end earlier. */
export function chainHeadMac(key: Uint8Array, clientId: string, sequence: number, hash: string): string {
  return mac(key, 'head', canonicalJson({ clientId, sequence, hash }));
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
