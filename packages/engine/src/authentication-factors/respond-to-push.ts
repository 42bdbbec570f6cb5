import { type Actor, createAuditEvent } from '../actor.ts';
import { type Context, clientTime } from '../context.ts';
import { ScaError } from '../errors.ts';
import { userKeyOf } from '../identity/assert-user.ts';
import type { FactorChallengeRecord, Transaction, UserKey } from '../ports/index.ts';
import type { SimulatedResponse } from '../simulated-responses.ts';
import { challengeEvent } from './factor-challenge.ts';
import { findFactor, putFactor } from './user-factors.ts';

export type PushResponse = 'approve' | 'reject' | 'expire';

const STATE_OF_RESPONSE = { approve: 'approved', reject: 'rejected', expire: 'expired' } as const;
const SIMULATED_PUSH: Readonly<Record<SimulatedResponse, PushResponse>> = { fail: 'reject', expire: 'expire' };

/**
 * Records how the person's device responded to a push. A push takes one response, within five minutes, and only while it is the
 * latest of its purpose and channel.
 * @throws ScaError `push.not.found` for a push that is unknown, another client's, answered or expired
 */
export async function respondToPush(
  context: Context,
  actor: Actor,
  pushId: string,
  requested: PushResponse,
): Promise<void> {
  const { store, simulatedResponses } = context;
  const { clientId } = actor;
  const found = await store.read({ clientId }, (tx) => tx.factorChallenges.find(clientId, pushId));
  if (!found || found.channel === 'SMS') throw new ScaError('push.not.found');
  const { purpose, channel } = found;
  const user: UserKey = userKeyOf(found);
  const simulated = requested === 'approve' ? await simulatedResponses?.next(clientId, user.userId, 'PUSH') : undefined;
  const response = simulated ? SIMULATED_PUSH[simulated] : requested;

  await store.transaction(user, async (tx) => {
    const now = clientTime(context, tx);
    const latest = await tx.factorChallenges.findLatest(user, purpose, channel);
    if (latest?.challengeId !== pushId || latest.state !== 'pending' || now >= latest.expiresAt) {
      throw new ScaError('push.not.found');
    }
    const state = STATE_OF_RESPONSE[response];
    await tx.factorChallenges.update({ ...latest, state, version: latest.version + 1 });
    const result = response === 'approve' ? 'success' : 'failure';
    await tx.audit.append(challengeEvent({ actor, user, purpose, channel }, now, state, result));
    if (purpose === 'enrolment') await settleEnrolment(tx, actor, latest, response, now);
    else if (response === 'approve') await stepUp(tx, actor, latest, now);
  });
}

/** The factor of an expired push stays `PENDING_VERIFICATION`: another push can complete the enrolment. */
async function settleEnrolment(
  tx: Transaction,
  actor: Actor,
  challenge: FactorChallengeRecord,
  response: PushResponse,
  now: number,
): Promise<void> {
  if (response === 'expire') return;
  const status = response === 'approve' ? 'ACTIVE' : 'INACTIVE';
  await putFactor(tx, actor, userKeyOf(challenge), challenge.channel, status, now);
}

async function stepUp(tx: Transaction, actor: Actor, challenge: FactorChallengeRecord, now: number): Promise<void> {
  const { channel, tokenDigest } = challenge;
  if (tokenDigest === null || (await findFactor(tx, challenge, channel))?.status !== 'ACTIVE') {
    throw new ScaError('push.not.found');
  }
  await markSteppedUp(tx, actor, userKeyOf(challenge), tokenDigest, channel, now);
}

/** Steps the auth token up, unless it was deleted. */
export async function markSteppedUp(
  tx: Transaction,
  actor: Actor,
  user: UserKey,
  tokenDigest: string,
  channel: FactorChallengeRecord['channel'],
  now: number,
): Promise<void> {
  await tx.accessTokens.setSteppedUp(user.clientId, tokenDigest, now);
  const event = { type: 'token.stepped-up', userId: user.userId, data: { channel } };
  await tx.audit.append(createAuditEvent(actor, now, event));
}
