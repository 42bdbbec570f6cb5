import { type Actor, createAuditEvent } from '../actor.ts';
import { type Context, clientTime } from '../context.ts';
import { ScaError } from '../errors.ts';
import type { Transaction } from '../ports/index.ts';
import { assertUser } from './assert-user.ts';
import { type ClientCaller, normalizedEmail } from './credentials.ts';
import { generateToken, isTokenValid, storeToken, TOKEN_TTL } from './tokens.ts';

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
  /** Can be used once; the response contains the next one. */
  readonly refreshToken: string;
}

export interface Grants {
  /** Grant type `client_credentials`, after `authenticateClient`. @throws ScaError `client.not.found` */
  issueApplicationToken(caller: ClientCaller): Promise<TokenGrant>;
  /** Grant type `registration_code`; a code can be used once. @throws ScaError `oauth.invalid_grant` */
  exchangeRegistrationCode(caller: ClientCaller, email: string, registrationCode: string): Promise<UserTokenGrant>;
  /** Grant type `refresh_token`; a token can be used once. @throws ScaError `oauth.invalid_grant` */
  refresh(caller: ClientCaller, refreshToken: string): Promise<UserTokenGrant>;
  /** Issues tokens for a user without a grant, for a sandbox or a test. @throws ScaError `user.not.found` */
  issueUserTokens(actor: Actor, userId: number): Promise<UserTokenGrant>;
  /** Issues an auth token for a user without a password, for a sandbox or a test. @throws ScaError `user.not.found` */
  issueAuthToken(actor: Actor, userId: number): Promise<TokenGrant>;
}

export function createGrants(context: Context): Grants {
  const { store, keys } = context;
  const application = (caller: ClientCaller): Actor => ({ ...caller, userId: null, name: 'application' });
  const expiresIn = TOKEN_TTL.user / 1000;

  /** Stores an access token and a refresh token, in one transaction with what `authorize` checks and changes. */
  async function grantPair(
    actor: Actor,
    userId: number,
    authorize: (tx: Transaction, now: number) => Promise<unknown>,
  ): Promise<UserTokenGrant> {
    const { clientId } = actor;
    const access = await generateToken(context, clientId);
    const refresh = await generateToken(context, clientId);
    const createdAt = await store.transaction({ clientId, userId }, async (tx) => {
      const now = clientTime(context, tx);
      await authorize(tx, now);
      await storeToken(tx, actor, { digest: access.digest, kind: 'user', userId }, now);
      await storeToken(tx, actor, { digest: refresh.digest, kind: 'refresh', userId }, now);
      return now;
    });
    return { accessToken: access.text, refreshToken: refresh.text, expiresIn, createdAt, userId };
  }

  return {
    async issueApplicationToken(caller) {
      const { clientId } = caller;
      const { text, digest } = await generateToken(context, clientId);
      const createdAt = await store.transaction({ clientId }, async (tx) => {
        if (!(await tx.clients.find(clientId))) throw new ScaError('client.not.found');
        const now = clientTime(context, tx);
        await storeToken(tx, application(caller), { digest, kind: 'application', userId: null }, now);
        return now;
      });
      return { accessToken: text, expiresIn: TOKEN_TTL.application / 1000, createdAt };
    },

    async exchangeRegistrationCode(caller, email, registrationCode) {
      const { clientId } = caller;
      const digest = await keys.digest(registrationCode);
      const user = await store.read({ clientId }, (tx) => tx.users.findByEmail(clientId, normalizedEmail(email)));
      if (user?.registrationCodeDigest !== digest) throw new ScaError('oauth.invalid_grant');
      const actor = application(caller);
      return grantPair(actor, user.userId, async (tx, now) => {
        if (!(await tx.users.consumeRegistrationCode(user, digest))) throw new ScaError('oauth.invalid_grant');
        await tx.audit.append(
          createAuditEvent(actor, now, { type: 'registration-code.redeemed', userId: user.userId }),
        );
      });
    },

    async refresh(caller, refreshToken) {
      const { clientId } = caller;
      const digest = await keys.digest(refreshToken);
      const token = await store.read({ clientId }, (tx) => tx.accessTokens.find(clientId, digest));
      if (token?.kind !== 'refresh' || token.userId === null) throw new ScaError('oauth.invalid_grant');
      const { userId } = token;
      const actor = application(caller);
      return grantPair(actor, userId, async (tx, now) => {
        if (!isTokenValid(token, now) || !(await tx.accessTokens.delete(clientId, digest)))
          throw new ScaError('oauth.invalid_grant');
        await tx.audit.append(createAuditEvent(actor, now, { type: 'token.refreshed', userId }));
      });
    },

    async issueUserTokens(actor, userId) {
      const user = { clientId: actor.clientId, userId };
      return grantPair(actor, userId, (tx) => assertUser(tx, user));
    },

    async issueAuthToken(actor, userId) {
      const { clientId } = actor;
      const { text, digest } = await generateToken(context, clientId);
      const createdAt = await store.transaction({ clientId, userId }, async (tx) => {
        await assertUser(tx, { clientId, userId });
        const now = clientTime(context, tx);
        await storeToken(tx, actor, { digest, kind: 'auth', userId }, now);
        return now;
      });
      return { accessToken: text, expiresIn: TOKEN_TTL.auth / 1000, createdAt };
    },
  };
}
