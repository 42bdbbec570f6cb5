import { type Actor, createAuditEvent } from '../actor.ts';
import type { Context } from '../context.ts';
import type { AccessTokenRecord, Transaction } from '../ports/index.ts';
import { newTokenText } from './token-format.ts';

const HOUR = 3_600_000;

/** Milliseconds. An auth token also expires after `AUTH_TOKEN_IDLE_TIMEOUT` without use. */
export const TOKEN_TTL: Readonly<Record<AccessTokenRecord['kind'], number>> = {
  user: 12 * HOUR,
  application: 12 * HOUR,
  auth: 12 * HOUR,
  refresh: 20 * 365 * 24 * HOUR,
  code: 60_000,
};

/** RTS 4(3)(d): five minutes without activity. */
const AUTH_TOKEN_IDLE_TIMEOUT = 300_000;

/** @param now the time on the client's clock */
export function isTokenValid(token: AccessTokenRecord, now: number): boolean {
  return now < token.expiresAt && (token.kind !== 'auth' || now - token.lastUsedAt < AUTH_TOKEN_IDLE_TIMEOUT);
}

/** A token that is not stored yet. A repeated transaction stores the same one. */
export interface GeneratedToken {
  readonly text: string;
  readonly digest: string;
}

export async function generateToken(context: Context, clientId: string): Promise<GeneratedToken> {
  const text = newTokenText(context.random, clientId);
  return { text, digest: await context.keys.digest(text) };
}

/** Stores a generated token and writes the audit event. */
export async function storeToken(
  tx: Transaction,
  actor: Actor,
  token: {
    readonly digest: string;
    readonly kind: AccessTokenRecord['kind'];
    readonly userId: number | null;
    readonly issuedDigest?: string;
  },
  now: number,
): Promise<void> {
  const { digest, kind, userId } = token;
  await tx.accessTokens.insert({
    clientId: actor.clientId,
    digest,
    kind,
    userId,
    createdAt: now,
    expiresAt: now + TOKEN_TTL[kind],
    lastUsedAt: now,
    steppedUpAt: null,
    issuedDigest: token.issuedDigest ?? null,
  });
  await tx.audit.append(createAuditEvent(actor, now, { type: 'token.issued', userId, data: { kind } }));
}
