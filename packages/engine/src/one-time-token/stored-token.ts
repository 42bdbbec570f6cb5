import { factorOf } from '../factors/registry.ts';
import type { EnrolledFactors, OneTimeTokenRecord } from '../ports/index.ts';
import { invalidatePasses } from './transitions.ts';

/** Returns the token as it is now. Slots that were passed with a factor that is no longer enrolled are open again. */
export function currentToken(token: OneTimeTokenRecord, factors: EnrolledFactors, now: number): OneTimeTokenRecord {
  const isRemoved = ({ passedWith }: OneTimeTokenRecord['slots'][number]): boolean =>
    passedWith !== undefined && !factorOf(passedWith.type).references(factors).includes(passedWith.reference);
  const invalid = token.slots.flatMap((slot, index) => (isRemoved(slot) ? [index] : []));
  return invalidatePasses(token, invalid, now);
}
