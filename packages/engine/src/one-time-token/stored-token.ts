import { ScaError } from '../errors.ts';
import { factorOf } from '../factors/registry.ts';
import type { OneTimeTokenRecord, Transaction } from '../ports/index.ts';
import { invalidatePasses } from './transitions.ts';

/** Returns the token. Slots that were passed with a factor that is no longer enrolled are open again. */
export async function findToken(
  tx: Transaction,
  clientId: string,
  digest: string,
  now: number,
): Promise<OneTimeTokenRecord | undefined> {
  const token = await tx.oneTimeTokens.find(clientId, digest);
  if (!token) return undefined;
  const invalid: number[] = [];
  for (const [index, { passedWith }] of token.slots.entries()) {
    if (!passedWith) continue;
    if (!(await factorOf(passedWith.type).isStillEnrolled(tx, token, passedWith.reference))) invalid.push(index);
  }
  return invalidatePasses(token, invalid, now);
}

/**
 * Writes the next version of the token.
 * @throws ScaError `service.unavailable` when another transaction has changed it
 */
export async function saveToken(tx: Transaction, next: OneTimeTokenRecord): Promise<void> {
  if (!(await tx.oneTimeTokens.update(next))) {
    throw new ScaError('service.unavailable', {
      message: 'The one-time token was changed by another request. Try again.',
    });
  }
}
