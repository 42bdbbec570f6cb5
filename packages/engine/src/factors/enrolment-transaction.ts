import { type Actor, createAuditEvent } from '../actor.ts';
import { type Context, clientTime } from '../context.ts';
import { ScaError } from '../errors.ts';
import type { EnrolledFactors, ProfileKey, Transaction } from '../ports/index.ts';
import { lockedProfile } from '../profiles/locked-profile.ts';
import { enrolledFactors } from './registry.ts';

export interface EnrolmentOptions {
  /** Whether an approval was consumed for the enrolment. `false` unless given. */
  readonly approved?: boolean;
}

/** A transaction in which a factor of a profile is enrolled or removed. */
interface FactorTransaction {
  readonly tx: Transaction;
  readonly now: number;
}

/**
 * Runs `work` in a transaction of the profile.
 * @throws ScaError `profile.not.found`
 */
export function inProfile<T>(
  context: Context,
  profile: ProfileKey,
  work: (transaction: FactorTransaction) => Promise<T>,
): Promise<T> {
  return context.store.transaction(profile, async (tx) => {
    lockedProfile(tx);
    return work({ tx, now: clientTime(context, tx) });
  });
}

/**
 * Enrols a factor in a transaction. Whether the enrolment needs an approval is decided under the lock of the profile: of two
 * concurrent enrolments the second sees the factor of the first.
 * @throws ScaError `sca.required` when the enrolment needs an approval and has none; `profile.not.found`
 */
export function inEnrolment<T>(
  context: Context,
  profile: ProfileKey,
  { approved = false }: EnrolmentOptions,
  work: (transaction: FactorTransaction) => Promise<T>,
): Promise<T> {
  return inProfile(context, profile, async (transaction) => {
    if (!approved && enrolmentNeedsApproval(context, await transaction.tx.profiles.findFactors(profile))) {
      throw new ScaError('sca.required', { message: 'Enrolling a further factor needs an approval.' });
    }
    return work(transaction);
  });
}

/** RTS 24(2)(b): a profile with factors of two categories uses them to associate another. */
export function enrolmentNeedsApproval({ protectEnrolment }: Context, factors: EnrolledFactors): boolean {
  return protectEnrolment && new Set(enrolledFactors(factors).map((factor) => factor.category)).size >= 2;
}

/** Closes the session of the profile: the removed factor may have opened it. */
export async function closeSession({ tx, now }: FactorTransaction, actor: Actor, profile: ProfileKey): Promise<void> {
  if (await tx.scaSessions.delete(profile)) {
    await tx.audit.append(createAuditEvent(actor, now, { ...profile, type: 'session.closed' }));
  }
}
