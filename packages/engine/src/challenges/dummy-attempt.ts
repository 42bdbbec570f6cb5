import type { Context } from '../context.ts';
import { factorOf } from '../factors/registry.ts';
import type { ChallengeType, OneTimeTokenRecord, Transaction } from '../ports/index.ts';
import { DAY, NO_ATTEMPTS } from './attempts.ts';

/** A token of nobody: whoever looks for it, or for what its owner has, does the work and finds nothing. */
const NOBODY: Omit<OneTimeTokenRecord, 'clientId'> = {
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

/** A refusal that must take as long as the evaluation of a wrong secret. */
export interface DummyAttempt {
  readonly clientId: string;
  /** Whose refusals are counted together, and taken back at once. */
  readonly bucket: string;
  readonly type: ChallengeType;
}

/** The statements of an attempt that is admitted. They change nothing that stays. */
export async function dummyCountAttempt(
  context: Context,
  tx: Transaction,
  { clientId, bucket, type }: DummyAttempt,
  now: number,
): Promise<void> {
  const nobody = { ...NOBODY, clientId };
  await dummyFind(tx, clientId);
  await factorOf(type).lookUp(context, tx, nobody);
  await tx.rateLimits.hit(clientId, bucket, now, DAY);
  await tx.rateLimits.release(clientId, bucket, now);
  await tx.profiles.setAttempts(nobody, NO_ATTEMPTS);
}

/** What each transaction of an attempt reads first: the profile and the token. */
export async function dummyFind(tx: Transaction, clientId: string): Promise<void> {
  await tx.profiles.find(clientId, NOBODY.profileId);
  await tx.oneTimeTokens.find(clientId, NOBODY.digest);
}
