import { type Actor, createAuditEvent } from '../actor.ts';
import { factorConflictError, ScaError } from '../errors.ts';
import { assertUser } from '../identity/assert-user.ts';
import type { AuthenticationFactorRecord, Transaction, UserKey } from '../ports/index.ts';
import type { FactorChannel } from './factor-challenge.ts';

export type FactorType = AuthenticationFactorRecord['type'];
export type FactorStatus = AuthenticationFactorRecord['status'];

/** The type of factor that each channel belongs to. */
export const TYPE_OF_CHANNEL: Readonly<Record<FactorChannel, FactorType>> = {
  SMS: 'OTP',
  AUTHY: 'PUSH',
  BIOMETRIC: 'BIOMETRIC',
};

/** @throws ScaError `user.not.found`; `factor.conflict` `CREDENTIALS_INACTIVE` */
export async function assertActiveUser(tx: Transaction, user: UserKey): Promise<void> {
  const { active } = await assertUser(tx, user);
  if (!active) throw factorConflictError('CREDENTIALS_INACTIVE');
}

/** For operations whose conflicts do not include `CREDENTIALS_INACTIVE`. @throws ScaError `user.not.found`, `access.denied` */
export async function assertAllowedUser(tx: Transaction, user: UserKey): Promise<void> {
  const { active } = await assertUser(tx, user);
  if (!active) throw new ScaError('access.denied', { message: "The user's credentials are inactive." });
}

export async function findFactor(
  tx: Transaction,
  user: UserKey,
  channel: FactorChannel,
): Promise<AuthenticationFactorRecord | undefined> {
  return (await tx.authenticationFactors.list(user)).find((factor) => factor.channel === channel);
}

/** @throws ScaError `factor.conflict` `CHANNEL_ALREADY_REGISTERED` */
export async function assertNotRegistered(tx: Transaction, user: UserKey, channel: FactorChannel): Promise<void> {
  if ((await findFactor(tx, user, channel))?.status === 'ACTIVE')
    throw factorConflictError('CHANNEL_ALREADY_REGISTERED');
}

/** @throws ScaError `factor.conflict` `CHANNEL_NOT_REGISTERED` */
export async function assertRegistered(tx: Transaction, user: UserKey, channel: FactorChannel): Promise<void> {
  if ((await findFactor(tx, user, channel))?.status !== 'ACTIVE') throw factorConflictError('CHANNEL_NOT_REGISTERED');
}

/**
 * Deactivates the OTP factor of a user whose number was changed or deleted. Tokens do not record which factor stepped them up, so
 * all tokens of the user have to be stepped up again.
 */
export async function deactivateOtpFactor(tx: Transaction, actor: Actor, user: UserKey, now: number): Promise<void> {
  await expireChallenge(tx, actor, user, 'enrolment', 'SMS', now);
  await expireChallenge(tx, actor, user, 'step-up', 'SMS', now);
  const factor = await findFactor(tx, user, 'SMS');
  if (!factor || factor.status === 'INACTIVE') return;
  await tx.authenticationFactors.put({ ...factor, status: 'INACTIVE' });
  if (factor.status === 'ACTIVE') await tx.accessTokens.clearSteppedUp(user);
  const { type, channel } = factor;
  const data = { type, channel };
  await tx.audit.append(
    createAuditEvent(actor, now, { type: 'authentication-factor.withdrawn', userId: user.userId, data }),
  );
}

const EVENT_OF_STATUS: Readonly<Record<FactorStatus, string>> = {
  PENDING_VERIFICATION: 'authentication-factor.enrolled',
  ACTIVE: 'authentication-factor.activated',
  INACTIVE: 'authentication-factor.rejected',
};

/** Sets the status of a factor, and creates it if needed. */
export async function putFactor(
  tx: Transaction,
  actor: Actor,
  user: UserKey,
  channel: FactorChannel,
  status: FactorStatus,
  now: number,
): Promise<void> {
  const { clientId, userId } = user;
  const type = TYPE_OF_CHANNEL[channel];
  await tx.authenticationFactors.put({ clientId, userId, type, channel, status, createdAt: now });
  await tx.audit.append(
    createAuditEvent(actor, now, { type: EVENT_OF_STATUS[status], userId, data: { type, channel } }),
  );
}

/** Expires the latest challenge if it is pending, or if its message is being sent. */
export async function expireChallenge(
  tx: Transaction,
  actor: Actor,
  user: UserKey,
  purpose: 'enrolment' | 'step-up',
  channel: FactorChannel,
  now: number,
): Promise<void> {
  const latest = await tx.factorChallenges.findLatest(user, purpose, channel);
  if (latest?.state !== 'pending' && latest?.state !== 'sending') return;
  await tx.factorChallenges.update({ ...latest, state: 'expired', version: latest.version + 1 });
  const facts = { type: 'factor-challenge.expired', userId: user.userId, data: { purpose, channel } };
  await tx.audit.append(createAuditEvent(actor, now, facts));
}
