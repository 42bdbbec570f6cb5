import { type Actor, eventBy } from '../actor.ts';
import { type Context, timeIn } from '../context.ts';
import { ScaError } from '../errors.ts';
import type { ProfileKey, Transaction } from '../ports/index.ts';

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

/** A session does not outlive a factor that may have opened it. */
export async function withdrawSession({ tx, now }: FactorChange, actor: Actor, profile: ProfileKey): Promise<void> {
  if (await tx.scaSessions.delete(profile)) {
    await tx.audit.append(eventBy(actor, now, { ...profile, type: 'session.closed' }));
  }
}
