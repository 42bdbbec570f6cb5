import type { Context } from '../context.ts';
import type { Category, Keys, OneTimeTokenRecord, ProfileKey, Transaction } from '../ports/index.ts';
import type { ChallengeType } from './registry.ts';
import type { StoredSecret } from './stored-secret.ts';

/**
 * What a profile has enrolled, read before an attempt is evaluated. Also made for a factor that is not there: its
 * `matches` then does the same work and answers false.
 */
export interface Candidate {
  /** Compares outside any transaction, in a time that does not tell why it is false. */
  matches(secret: string): Promise<boolean>;
  /**
   * Once the secret matched, in the transaction that passes the slot: uses up what is single-use.
   * @returns a reference to what matched, or undefined when it is no longer there
   */
  consume(tx: Transaction): Promise<string | undefined>;
}

/** Where the codes of a factor are sent. */
export interface Destination {
  /** Stands for the address without showing it: codes are bound to it, and messages are counted under it. */
  readonly id: string;
  /** The address in clear, as the delivery takes it. */
  open(keys: Keys): Promise<string>;
  /** What of the address may be shown (RTS 22(2)(a)). */
  mask(address: string): string;
}

/** One way to authenticate. The registry lists them all. */
export interface Factor {
  readonly type: ChallengeType;
  /** RTS 4(1): two elements of different categories. */
  readonly category: Category;
  /** First part of the codes of its refusals and the types of its events: `pin.verification.failed`, `pin.created`. */
  readonly name: string;
  /** What a wrong secret, and a missing factor, are told. */
  readonly failure: string;
  isEnrolled(tx: Transaction, profile: ProfileKey): Promise<boolean>;
  /** Whether what `consume` referred to is still enrolled: a pass does not outlive its factor. */
  isStillEnrolled(tx: Transaction, profile: ProfileKey, reference: string): Promise<boolean>;
  /** `'not-triggered'` when no secret was made yet that could be compared. */
  lookUp(context: Context, tx: Transaction, token: OneTimeTokenRecord): Promise<Candidate | 'not-triggered'>;
  /** Only of factors that keep one secret a profile. */
  readonly kept?: StoredSecret;
  /** Only of factors whose codes are sent: where to, undefined when there is no address. */
  destination?(tx: Transaction, profile: ProfileKey): Promise<Destination | undefined>;
  /** The candidate of a profile without this factor. */
  dummyCandidate(context: Context): Candidate;
}

/** Names an owner in keyed hashes and sealed values, so that one cannot be moved to another. */
export function ownerContext(key: { clientId: string; userId: number; profileId?: number }): string {
  return JSON.stringify([key.clientId, key.userId, key.profileId ?? null]);
}
