import { type Actor, createAuditEvent } from '../actor.ts';
import { ScaError } from '../errors.ts';
import type { FactorChallengeRecord, Transaction, UserKey } from '../ports/index.ts';
import type { FactorsContext } from './factors-context.ts';
import { scopeOf } from './start-challenge.ts';
import { findFactor, putFactor } from './user-factors.ts';
import { refuseByOutcome } from './verify-code.ts';

export type PushResponse = 'approve' | 'reject' | 'expire';

const STATE_OF_ANSWER = { approve: 'approved', reject: 'rejected', expire: 'expired' } as const;

const pushNotFound = (): ScaError => new ScaError('push.not.found', 'There is no push that waits for an answer');

/**
 * What the person's device does with a push. It is answered once, within five minutes, and only while it is the
 * newest of its kind.
 * @throws ScaError `push.not.found` for a push that is unknown, another client's, answered or expired
 */
export async function respondToPush(
  context: FactorsContext,
  actor: Actor,
  pushId: string,
  answer: PushResponse,
): Promise<void> {
  const { clientId } = actor;
  const found = await context.store.read({ clientId }, (tx) => tx.factorChallenges.find(clientId, pushId));
  if (!found || found.channel === 'SMS') throw pushNotFound();
  const user: UserKey = scopeOf(found);
  const outcome = answer === 'approve' ? await context.outcomes?.take(clientId, user.userId, 'PUSH') : undefined;
  refuseByOutcome(outcome);
  const effective = outcome === 'fail' ? 'reject' : outcome === 'expire' ? 'expire' : answer;

  await context.store.transaction(user, async (tx) => {
    const now = context.clock.now() + tx.clockOffset;
    const { purpose, channel } = found;
    const latest = await tx.factorChallenges.findLatest(user, purpose, channel);
    if (latest?.challengeId !== pushId || latest.state !== 'pending' || now >= latest.expiresAt) throw pushNotFound();
    const state = STATE_OF_ANSWER[effective];
    await tx.factorChallenges.update({ ...latest, state, version: latest.version + 1 });
    const facts = { userId: user.userId, data: { purpose, channel } };
    const result = effective === 'approve' ? 'success' : 'failure';
    await tx.audit.append(createAuditEvent(actor, now, { ...facts, type: `factor-challenge.${state}`, result }));
    if (purpose === 'enrolment') await settleEnrolment(tx, actor, latest, effective, now);
    else if (effective === 'approve') await stepUp(tx, actor, latest, now);
  });
}

/** An enrolment that nobody answers keeps waiting for another push. */
async function settleEnrolment(
  tx: Transaction,
  actor: Actor,
  challenge: FactorChallengeRecord,
  answer: PushResponse,
  now: number,
): Promise<void> {
  if (answer === 'expire') return;
  const status = answer === 'approve' ? 'ACTIVE' : 'INACTIVE';
  await putFactor(tx, actor, scopeOf(challenge), challenge.channel, status, now);
}

async function stepUp(tx: Transaction, actor: Actor, challenge: FactorChallengeRecord, now: number): Promise<void> {
  const { channel, tokenDigest } = challenge;
  if (tokenDigest === null || (await findFactor(tx, challenge, channel))?.status !== 'ACTIVE') throw pushNotFound();
  await markSteppedUp(tx, actor, scopeOf(challenge), tokenDigest, channel, now);
}

/** Steps the auth token up; one that was deleted meanwhile stays away. */
export async function markSteppedUp(
  tx: Transaction,
  actor: Actor,
  user: UserKey,
  tokenDigest: string,
  channel: FactorChallengeRecord['channel'],
  now: number,
): Promise<void> {
  await tx.accessTokens.setSteppedUp(user.clientId, tokenDigest, now);
  await tx.audit.append(
    createAuditEvent(actor, now, { type: 'token.stepped-up', userId: user.userId, data: { channel } }),
  );
}
