import { type Actor, createAuditEvent } from '../actor.ts';
import { ScaError } from '../errors.ts';
import type { Transaction } from '../ports/index.ts';
import { type ClientCaller, type IdentityDeps, invalidGrant, normalisedEmail } from './identity-deps.ts';
import { type DrawnToken, drawToken, isAlive, storeToken, TOKEN_TTL } from './tokens.ts';

/** An issued access token (RFC 6749 section 5.1). */
export interface TokenGrant {
  readonly accessToken: string;
  /** Whole seconds. */
  readonly expiresIn: number;
  /** Milliseconds since the Unix epoch, on the client's clock. */
  readonly createdAt: number;
}

export interface UserTokenGrant extends TokenGrant {
  readonly userId: number;
  /** Redeemed once; the answer carries the next one. */
  readonly refreshToken: string;
}

export interface Grants {
  /** `client_credentials`: for a client that has shown its secret. @throws ScaError `client.not.found` */
  issueApplicationToken(caller: ClientCaller): Promise<TokenGrant>;
  /** `registration_code`, which serves once. @throws ScaError `oauth.invalid_grant` */
  exchangeRegistrationCode(caller: ClientCaller, email: string, registrationCode: string): Promise<UserTokenGrant>;
  /** `refresh_token`, which serves once. @throws ScaError `oauth.invalid_grant` */
  refresh(caller: ClientCaller, refreshToken: string): Promise<UserTokenGrant>;
  /** Tokens for a user, without a grant: how a sandbox hands out a fresh user. @throws ScaError `user.not.found` */
  issueUserTokens(actor: Actor, userId: number): Promise<UserTokenGrant>;
  /** An auth token for a user, without a password: as above. @throws ScaError `user.not.found` */
  issueAuthToken(actor: Actor, userId: number): Promise<TokenGrant>;
}

export function createGrants(deps: IdentityDeps): Grants {
  const { store, clock, keys } = deps;
  const application = (caller: ClientCaller): Actor => ({ ...caller, userId: null, name: 'application' });
  const expiresIn = TOKEN_TTL.user / 1000;

  /** Stores the pair of a user whom `admit` let through, in one transaction with what `admit` changed. */
  async function grantPair(
    actor: Actor,
    userId: number,
    admit: (tx: Transaction, now: number) => Promise<void>,
  ): Promise<UserTokenGrant> {
    const { clientId } = actor;
    const access: DrawnToken = await drawToken(deps, clientId);
    const refresh: DrawnToken = await drawToken(deps, clientId);
    const createdAt = await store.transaction({ clientId, userId }, async (tx) => {
      const now = clock.now() + tx.clockOffset;
      await admit(tx, now);
      await storeToken(tx, actor, { digest: access.digest, kind: 'user', userId }, now);
      await storeToken(tx, actor, { digest: refresh.digest, kind: 'refresh', userId }, now);
      return now;
    });
    return { accessToken: access.text, refreshToken: refresh.text, expiresIn, createdAt, userId };
  }

  const assertUser = async (tx: Transaction, clientId: string, userId: number): Promise<void> => {
    if (!(await tx.users.find({ clientId, userId }))) throw new ScaError('user.not.found', 'There is no such user');
  };

  return {
    async issueApplicationToken(caller) {
      const { clientId } = caller;
      const { text, digest } = await drawToken(deps, clientId);
      const createdAt = await store.transaction({ clientId }, async (tx) => {
        if (!(await tx.clients.find(clientId))) throw new ScaError('client.not.found', 'There is no such client');
        const now = clock.now() + tx.clockOffset;
        await storeToken(tx, application(caller), { digest, kind: 'application', userId: null }, now);
        return now;
      });
      return { accessToken: text, expiresIn: TOKEN_TTL.application / 1000, createdAt };
    },

    async exchangeRegistrationCode(caller, email, registrationCode) {
      const { clientId } = caller;
      const digest = await keys.digest(registrationCode);
      const user = await store.read({ clientId }, (tx) => tx.users.findByEmail(clientId, normalisedEmail(email)));
      if (user?.registrationCodeDigest !== digest) throw invalidGrant();
      const actor = application(caller);
      return grantPair(actor, user.userId, async (tx, now) => {
        if (!(await tx.users.consumeRegistrationCode(user, digest))) throw invalidGrant();
        await tx.audit.append(
          createAuditEvent(actor, now, { type: 'registration-code.redeemed', userId: user.userId }),
        );
      });
    },

    async refresh(caller, refreshToken) {
      const { clientId } = caller;
      const digest = await keys.digest(refreshToken);
      const token = await store.read({ clientId }, (tx) => tx.accessTokens.find(clientId, digest));
      if (token?.kind !== 'refresh' || token.userId === null) throw invalidGrant();
      const { userId } = token;
      const actor = application(caller);
      return grantPair(actor, userId, async (tx, now) => {
        if (!isAlive(token, now) || !(await tx.accessTokens.delete(clientId, digest))) throw invalidGrant();
        await tx.audit.append(createAuditEvent(actor, now, { type: 'token.refreshed', userId }));
      });
    },

    issueUserTokens: (actor, userId) => grantPair(actor, userId, (tx) => assertUser(tx, actor.clientId, userId)),

    async issueAuthToken(actor, userId) {
      const { clientId } = actor;
      const { text, digest } = await drawToken(deps, clientId);
      const createdAt = await store.transaction({ clientId, userId }, async (tx) => {
        await assertUser(tx, clientId, userId);
        const now = clock.now() + tx.clockOffset;
        await storeToken(tx, actor, { digest, kind: 'auth', userId }, now);
        return now;
      });
      return { accessToken: text, expiresIn: TOKEN_TTL.auth / 1000, createdAt };
    },
  };
}
