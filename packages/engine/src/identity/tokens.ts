import { type Actor, createAuditEvent } from '../actor.ts';
import type { AccessTokenRecord, Transaction } from '../ports/index.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { newTokenText } from './token-format.ts';

const HOUR = 3_600_000;

/** Milliseconds that a token lives. An auth token also dies after `AUTH_TOKEN_IDLE` without use. */
export const TOKEN_TTL: Readonly<Record<AccessTokenRecord['kind'], number>> = {
  user: 12 * HOUR,
  application: 12 * HOUR,
  auth: 12 * HOUR,
  refresh: 90 * 24 * HOUR,
};

/** Five idle minutes end a log-in (RTS 4(3)(d)). */
const AUTH_TOKEN_IDLE = 300_000;

/** Whether a token still opens anything at `now`, on the client's clock. */
export function isAlive(token: AccessTokenRecord, now: number): boolean {
  return now < token.expiresAt && (token.kind !== 'auth' || now - token.lastUsedAt < AUTH_TOKEN_IDLE);
}

/** A token that is drawn but not stored yet, so that a repeated transaction stores the same one. */
export interface DrawnToken {
  readonly text: string;
  readonly digest: string;
}

export async function drawToken(deps: IdentityDeps, clientId: string): Promise<DrawnToken> {
  const text = newTokenText(deps.random, clientId);
  return { text, digest: await deps.keys.digest(text) };
}

/** Stores a drawn token and writes `token.issued`. */
export async function storeToken(
  tx: Transaction,
  actor: Actor,
  token: { readonly digest: string; readonly kind: AccessTokenRecord['kind']; readonly userId: number | null },
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
  });
  await tx.audit.append(createAuditEvent(actor, now, { type: 'token.issued', userId, data: { kind } }));
}
