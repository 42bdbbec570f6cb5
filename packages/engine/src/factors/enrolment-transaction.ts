import { type Actor, createAuditEvent } from '../actor.ts';
import { type Context, timeIn } from '../context.ts';
import { ScaError } from '../errors.ts';
import type { ProfileKey, Transaction } from '../ports/index.ts';
import { enrolledFactors } from './registry.ts';

/** How an enrolment came about. */
export interface Enrolment {
  /** Whether an approval was used up for it. Default: false. */
  readonly approved?: boolean;
}

/** A transaction in which a factor of a profile comes or goes. */
interface FactorChange {
  readonly tx: Transaction;
  readonly now: number;
}

/** @throws ScaError `profile.not.found` when the profile went away meanwhile */
export function inProfile<T>(
  context: Context,
  profile: ProfileKey,
  work: (change: FactorChange) => Promise<T>,
): Promise<T> {
  return context.store.transaction(profile, async (tx) => {
    const stored = await tx.profiles.find(profile.clientId, profile.profileId);
    if (stored?.userId !== profile.userId) throw new ScaError('profile.not.found', 'There is no such profile');
    return work({ tx, now: timeIn(context, tx) });
  });
}

/**
 * A factor is enrolled. Whether that needs an approval is decided under the profile's lock: of two enrolments at once,
 * the later one counts what the earlier brought.
 * @throws ScaError `sca.required` without the approval that it needs; `profile.not.found`
 */
export function enrolIn<T>(
  context: Context,
  profile: ProfileKey,
  { approved = false }: Enrolment,
  work: (change: FactorChange) => Promise<T>,
): Promise<T> {
  return inProfile(context, profile, async (change) => {
    if (!approved && (await enrolmentNeedsApproval(context, change.tx, profile))) {
      throw new ScaError('sca.required', 'A further factor needs an approval');
    }
    return work(change);
  });
}

/** RTS 24(2)(b): once two elements are there, a third is associated by means of them. */
export async function enrolmentNeedsApproval(context: Context, tx: Transaction, profile: ProfileKey): Promise<boolean> {
  if (!context.protectEnrolment) return false;
  const enrolled = await enrolledFactors(tx, profile);
  return new Set(enrolled.map((factor) => factor.category)).size >= 2;
}

/** A session does not outlive a factor that may have opened it. */
export async function withdrawSession({ tx, now }: FactorChange, actor: Actor, profile: ProfileKey): Promise<void> {
  if (await tx.scaSessions.delete(profile)) {
    await tx.audit.append(createAuditEvent(actor, now, { ...profile, type: 'session.closed' }));
  }
}
