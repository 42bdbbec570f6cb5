import { type Context, clientTime } from '../context.ts';
import { factorOf } from '../factors/registry.ts';
import type { OneTimeTokenRecord, Scope, Transaction } from '../ports/index.ts';
import { DAY, NO_ATTEMPTS } from './lockout.ts';
import { appendEvent, type Verification } from './verification.ts';

/** A token that belongs to no user. Statements that use it read and write the same tables and find nothing. */
const DUMMY_TOKEN: Omit<OneTimeTokenRecord, 'clientId'> = {
  userId: 0,
  profileId: 0,
  digest: '',
  actionType: '',
  risk: 'low',
  linkDigest: null,
  linkText: null,
  slots: [],
  requiredFactors: 1,
  createdAt: 0,
  expiresAt: 0,
  clearedAt: null,
  approvedUntil: null,
  consumedAt: null,
  revokedAt: null,
  version: 0,
};

/** Runs a whole attempt without a token: as many statements and evaluations as a wrong secret takes. */
export async function evaluateDummy(context: Context, verification: Verification, secret: string): Promise<void> {
  const { clientId, userId } = verification.actor;
  const scope: Scope = userId === null ? { clientId } : { clientId, userId };
  await context.store.transaction(scope, async (tx) => {
    const now = clientTime(context, tx);
    await countDummy(context, tx, verification, now);
    await appendEvent(tx, verification, now, { type: 'challenge.attempted', userId, result: 'failure' });
  });
  await settleDummy(context, scope, verification, secret);
}

/** Executes the statements that count an attempt. None of them has a lasting effect. */
export async function countDummy(
  context: Context,
  tx: Transaction,
  { actor, type }: Verification,
  now: number,
): Promise<void> {
  const { clientId, userId } = actor;
  const token = { ...DUMMY_TOKEN, clientId };
  const bucket = `refused:${userId ?? 'client'}`;
  await findDummy(tx, clientId);
  await factorOf(type).lookUp(context, tx, token);
  await tx.rateLimits.hit(clientId, bucket, now, DAY);
  await tx.rateLimits.release(clientId, bucket, now);
  await tx.profiles.setAttempts(token, NO_ATTEMPTS);
}

/** Evaluates the secret against a dummy candidate, and executes the statements that settle a wrong one. */
export async function settleDummy(
  context: Context,
  scope: Scope,
  verification: Verification,
  secret: string,
): Promise<void> {
  const { clientId, userId } = verification.actor;
  await factorOf(verification.type).dummyCandidate(context).verify(secret);
  await context.store.transaction(scope, async (tx) => {
    await findDummy(tx, clientId);
    const now = clientTime(context, tx);
    await appendEvent(tx, verification, now, { type: 'challenge.refused', userId, result: 'failure' });
  });
}

/** Each transaction of an attempt starts with these two reads. */
async function findDummy(tx: Transaction, clientId: string): Promise<void> {
  await tx.profiles.find(clientId, DUMMY_TOKEN.profileId);
  await tx.oneTimeTokens.find(clientId, DUMMY_TOKEN.digest);
}
