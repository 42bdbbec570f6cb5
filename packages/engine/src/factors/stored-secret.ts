import type { Context } from '../context.ts';
import type { EnrolledFactors } from '../ports/index.ts';
import { type Candidate, type Factor, ownerContext, type StoredSecret, type StoredSecretName } from './factor.ts';

/** Makes a factor that stores one secret for each profile. To change the secret, remove it and enrol another. */
export function storedSecretFactor(
  factor: Pick<Factor, 'type' | 'category'> & { readonly name: StoredSecretName },
  storedSecret: StoredSecret,
): Factor {
  const { type, name } = factor;
  const find = ({ storedSecrets }: EnrolledFactors) => storedSecrets.find(({ factor }) => factor === type);
  const candidate = (context: Context, owner: string, stored: string): Candidate => ({
    verify: (secret) => storedSecret.verify(context, owner, secret, stored),
    async consume(_tx, { factors }) {
      const current = find(factors);
      return current?.secret === stored ? String(current.createdAt) : undefined;
    },
  });
  const dummyCandidate = (context: Context): Candidate => ({
    verify: (secret) => storedSecret.verify(context, DUMMY_OWNER, secret, undefined),
    consume: async () => undefined,
  });
  return {
    ...factor,
    storedSecret: { ...storedSecret, name },
    references: ({ storedSecrets }) =>
      storedSecrets.filter(({ factor }) => factor === type).map(({ createdAt }) => String(createdAt)),
    candidate(context, { token, factors }) {
      const stored = find(factors)?.secret;
      return stored ? candidate(context, ownerContext(token), stored) : dummyCandidate(context);
    },
    dummyCandidate,
  };
}

const DUMMY_OWNER = ownerContext({ clientId: '', userId: 0, profileId: 0 });
