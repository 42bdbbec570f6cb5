import type { Context } from '../context.ts';
import type { ProfileKey, StoredSecretRecord, Transaction } from '../ports/index.ts';
import { type Candidate, type Factor, ownerContext, type StoredSecret, type StoredSecretName } from './factor.ts';

/** Makes a factor that stores one secret for each profile. To change the secret, remove it and enrol another. */
export function storedSecretFactor(
  factor: Pick<Factor, 'type' | 'category'> & { readonly name: StoredSecretName },
  storedSecret: StoredSecret,
): Factor {
  const { type, name } = factor;
  const find = (tx: Transaction, profile: ProfileKey): Promise<StoredSecretRecord | undefined> =>
    tx.storedSecrets.find(profile, type);
  const candidate = (context: Context, record: StoredSecretRecord): Candidate => ({
    verify: (secret) => storedSecret.verify(context, ownerContext(record), secret, record.secret),
    async consume(tx) {
      const current = await find(tx, record);
      return current?.secret === record.secret ? String(current.createdAt) : undefined;
    },
  });
  const dummyCandidate = (context: Context): Candidate => ({
    verify: (secret) => storedSecret.verify(context, DUMMY_OWNER, secret, undefined),
    consume: async () => undefined,
  });
  return {
    ...factor,
    storedSecret: { ...storedSecret, name },
    isEnrolled: async (tx, profile) => (await find(tx, profile)) !== undefined,
    isStillEnrolled: async (tx, profile, reference) => String((await find(tx, profile))?.createdAt) === reference,
    async lookUp(context, tx, token) {
      const record = await find(tx, token);
      return record ? candidate(context, record) : dummyCandidate(context);
    },
    dummyCandidate,
  };
}

const DUMMY_OWNER = ownerContext({ clientId: '', userId: 0, profileId: 0 });
