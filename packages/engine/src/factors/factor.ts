import type { Context } from '../context.ts';
import type { ScaErrorCode } from '../errors.ts';
import type { Category, EnrolledFactors, Keys, OneTimeTokenRecord, TokenLookup, Transaction } from '../ports/index.ts';
import type { ChallengeType } from './challenge-type.ts';

type Prefix<Code, Suffix extends string> = Code extends `${infer Name}.${Suffix}` ? Name : never;

/** The first part of a factor's error codes, for example `pin`. */
export type FactorName = Prefix<ScaErrorCode, 'verification.failed'>;
/** The same, of factors that store one secret for each profile. */
export type StoredSecretName = Prefix<ScaErrorCode, 'not.setup'> & FactorName;

/**
 * What an attempt is compared with, read before it is evaluated. A factor that is not enrolled has a candidate too, whose
 * `verify` does the same work and returns false.
 */
export interface Candidate {
  /** Compares outside of any transaction. How long it takes does not depend on why the result is false. */
  verify(secret: string): Promise<boolean>;
  /**
   * Called after a match, in the transaction that passes the slot. Uses up what is single-use.
   * @param current the same lookup as for the candidate, in this transaction
   * @returns a reference to what matched, or undefined when it is no longer enrolled
   */
  consume(tx: Transaction, current: TokenLookup): Promise<string | undefined>;
}

/** The lookup of a token that exists. */
export type FoundToken = TokenLookup & { readonly token: OneTimeTokenRecord };

/** The address that the codes of a factor are sent to. */
export interface Destination {
  /** Identifies the address without revealing it. Codes are bound to it, and messages are counted under it. */
  readonly id: string;
  /** Returns the plain address, as the delivery needs it. */
  decrypt(keys: Keys): Promise<string>;
  /** Returns what may be shown of the address (RTS 22(2)(a)). */
  mask(address: string): string;
}

/** How a factor stores the one secret that a profile enrols. */
export interface StoredSecret {
  /**
   * Returns what is stored of a secret: a hash, or an encrypted template whose size reveals nothing.
   * @param owner names the profile, so that the result can be bound to it
   * @returns undefined when the secret does not have the documented form
   */
  protect(context: Context, owner: string, secret: string): Promise<string> | undefined;
  /**
   * Whether `stored` was made from the secret. With `stored` undefined it does the same work and returns false, so that a factor
   * that is not enrolled takes as long as a wrong secret.
   */
  verify(context: Context, owner: string, secret: string, stored: string | undefined): Promise<boolean>;
}

/** One way to authenticate. The registry lists them all. */
export interface Factor {
  readonly type: ChallengeType;
  /** RTS 4(1): two elements of different categories. */
  readonly category: Category;
  /** The first part of its error codes and audit event types: `pin.verification.failed`, `pin.created`. */
  readonly name: FactorName;
  /**
   * Returns references to what is enrolled, none when nothing is. A slot that was passed with a reference which is no longer
   * among them is open again.
   */
  references(factors: EnrolledFactors): readonly string[];
  /**
   * @param now on the client's clock
   * @returns `'not-triggered'` when no code was sent yet
   */
  candidate(context: Context, found: FoundToken, now: number): Candidate | 'not-triggered';
  /** Only factors that store one secret for each profile have this. */
  readonly storedSecret?: StoredSecret & { readonly name: StoredSecretName };
  /** Only factors that send codes have this. @returns undefined when the profile has no address */
  destination?(factors: EnrolledFactors): Destination | undefined;
  /** Returns the candidate of a profile that has not enrolled this factor. */
  dummyCandidate(context: Context): Candidate;
}

/** Names an owner in keyed hashes and encrypted values, so that a value cannot be moved to another owner. */
export function ownerContext(key: { clientId: string; userId: number; profileId?: number }): string {
  return JSON.stringify([key.clientId, key.userId, key.profileId ?? null]);
}
