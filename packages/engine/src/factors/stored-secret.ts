import type { Context } from '../context.ts';
import type { Category, OneTimeTokenRecord, ProfileKey, StoredSecretRecord, Transaction } from '../ports/index.ts';
import { type Candidate, type Factor, ownerContext } from './factor.ts';
import type { ChallengeType } from './registry.ts';

/** How a factor keeps the one secret that a profile enrols. */
export interface StoredSecret {
  /**
   * What is stored of a secret: a hash, or a sealed template of a size that tells nothing.
   * @param owner names the profile, to bind the result to it
   * @returns undefined when the secret does not have the documented form
   */
  keep(context: Context, owner: string, secret: string): Promise<string> | undefined;
  /**
   * Whether it is the secret that `kept` was made from. With `kept` undefined it does the same work and answers false,
   * so that "no factor" takes as long as "wrong secret".
   */
  matches(context: Context, owner: string, secret: string, kept: string | undefined): Promise<boolean>;
  readonly messages: {
    readonly invalid: string;
    readonly 'already.exists': string;
    readonly 'not.setup': string;
  };
}

/** A factor of one secret a profile. It is changed by withdrawing it and enrolling another. */
export function storedSecretFactor(
  factor: Pick<Factor, 'name' | 'failure'> & { readonly type: ChallengeType; readonly category: Category },
  kept: StoredSecret,
): Factor {
  const { type } = factor;
  const find = (tx: Transaction, profile: ProfileKey): Promise<StoredSecretRecord | undefined> =>
    tx.storedSecrets.find(profile, type);
  const candidate = (context: Context, record: StoredSecretRecord): Candidate => ({
    matches: (secret) => kept.matches(context, ownerContext(record), secret, record.secret),
    async consume(tx) {
      const now = await find(tx, record);
      return now?.secret === record.secret ? String(now.createdAt) : undefined;
    },
  });
  const dummyCandidate = (context: Context): Candidate => ({
    matches: (secret) => kept.matches(context, NOBODY, secret, undefined),
    consume: async () => undefined,
  });
  return {
    ...factor,
    kept,
    isEnrolled: async (tx, profile) => (await find(tx, profile)) !== undefined,
    isStillEnrolled: async (tx, profile, reference) => String((await find(tx, profile))?.createdAt) === reference,
    async lookUp(context, tx, token: OneTimeTokenRecord) {
      const record = await find(tx, token);
      return record ? candidate(context, record) : dummyCandidate(context);
    },
    dummyCandidate,
  };
}

const NOBODY = ownerContext({ clientId: '', userId: 0, profileId: 0 });
