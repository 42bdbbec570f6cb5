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
  /** Can be used again until it expires. Each use revokes the access token that it gave before. */
  readonly refreshToken: string;
  /** Milliseconds since the Unix epoch, on the client's clock. */
  readonly refreshExpiresAt: number;
}

/** An authorization code (RFC 6749 section 4.1.2). */
export interface AuthorizationCode {
  readonly code: string;
  /** Whole seconds. */
  readonly expiresIn: number;
}

export interface Grants {
  /** Grant type `client_credentials`, after `authenticateClient`. @throws ScaError `client.not.found` */
  issueApplicationToken(caller: ClientCaller): Promise<TokenGrant>;
  /** Grant type `registration_code`; a code can be used again and again. @throws ScaError `oauth.invalid_code` */
  exchangeRegistrationCode(caller: ClientCaller, email: string, registrationCode: string): Promise<UserTokenGrant>;
  /** Creates a code for `authorization_code`, bound to client and redirect URI. @throws ScaError `user.not.found` */
  issueAuthorizationCode(caller: ClientCaller, userId: number, redirectUri: string): Promise<AuthorizationCode>;
  /**
   * Grant type `authorization_code`; a code can be used once. A second use revokes the tokens of the first
   * (RFC 6749 section 4.1.2).
   * @throws ScaError `oauth.invalid_code`
   */
  exchangeAuthorizationCode(caller: ClientCaller, code: string, redirectUri: string): Promise<UserTokenGrant>;
  /**
   * Grant type `refresh_token`. The token is not rotated: clients are confidential (RFC 9700 section 4.14).
   * @throws ScaError `oauth.invalid_grant`
   */
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

  /**
   * Stores an access token and a refresh token, in one transaction with what `authorize` checks and changes.
   * @returns undefined when `authorize` returns false
   */
  async function grantPair(
    actor: Actor,
    userId: number,
    authorize: (tx: Transaction, now: number, refreshDigest: string) => Promise<boolean>,
  ): Promise<UserTokenGrant | undefined> {
    const { clientId } = actor;
    const access = await generateToken(context, clientId);
    const refresh = await generateToken(context, clientId);
    const createdAt = await store.transaction({ clientId, userId }, async (tx) => {
      const now = clientTime(context, tx);
      if (!(await authorize(tx, now, refresh.digest))) return undefined;
      await storeToken(tx, actor, { digest: access.digest, kind: 'user', userId }, now);
      const issuedDigest = access.digest;
      await storeToken(tx, actor, { digest: refresh.digest, kind: 'refresh', userId, issuedDigest }, now);
      return now;
    });
    if (createdAt === undefined) return undefined;
    const refreshExpiresAt = createdAt + TOKEN_TTL.refresh;
    return { accessToken: access.text, refreshToken: refresh.text, expiresIn, createdAt, refreshExpiresAt, userId };
  }

  /** The code of one redirect URI: with another one, it is unknown. */
  const codeDigest = (code: string, redirectUri: string) => keys.digest(JSON.stringify([code, redirectUri]));

  /** Revokes the tokens that a code gave. */
  async function revokeIssued(tx: Transaction, clientId: string, refreshDigest: string): Promise<void> {
    const refresh = await tx.accessTokens.find(clientId, refreshDigest);
    if (refresh?.issuedDigest) await tx.accessTokens.delete(clientId, refresh.issuedDigest);
    await tx.accessTokens.delete(clientId, refreshDigest);
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
      if (user?.registrationCodeDigest !== digest) throw new ScaError('oauth.invalid_code');
      const { userId } = user;
      const actor = application(caller);
      return granted(
        await grantPair(actor, userId, async (tx, now) => {
          if (!(await tx.users.find(user))) return false;
          await tx.audit.append(createAuditEvent(actor, now, { type: 'registration-code.redeemed', userId }));
          return true;
        }),
      );
    },

    async issueAuthorizationCode(caller, userId, redirectUri) {
      const { clientId } = caller;
      const { text } = await generateToken(context, clientId);
      const digest = await codeDigest(text, redirectUri);
      await store.transaction({ clientId, userId }, async (tx) => {
        await assertUser(tx, { clientId, userId });
        await storeToken(tx, application(caller), { digest, kind: 'code', userId }, clientTime(context, tx));
      });
      return { code: text, expiresIn: TOKEN_TTL.code / 1000 };
    },

    async exchangeAuthorizationCode(caller, code, redirectUri) {
      const { clientId } = caller;
      const digest = await codeDigest(code, redirectUri);
      const found = await store.read({ clientId }, (tx) => tx.accessTokens.find(clientId, digest));
      if (found?.kind !== 'code' || found.userId === null) throw new ScaError('oauth.invalid_code');
      const { userId } = found;
      const actor = application(caller);
      return granted(
        await grantPair(actor, userId, async (tx, now, refreshDigest) => {
          const current = await tx.accessTokens.find(clientId, digest);
          if (current?.issuedDigest) await revokeIssued(tx, clientId, current.issuedDigest);
          const isValid = current?.issuedDigest === null && isTokenValid(current, now);
          if (isValid) await tx.accessTokens.setIssued(clientId, digest, refreshDigest);
          const result = isValid ? 'success' : 'failure';
          await tx.audit.append(createAuditEvent(actor, now, { type: 'authorization-code.exchanged', userId, result }));
          return isValid;
        }),
      );
    },

    async refresh(caller, refreshToken) {
      const { clientId } = caller;
      const digest = await keys.digest(refreshToken);
      const found = await store.read({ clientId }, (tx) => tx.accessTokens.find(clientId, digest));
      if (found?.kind !== 'refresh' || found.userId === null) throw new ScaError('oauth.invalid_grant');
      const { userId, expiresAt: refreshExpiresAt } = found;
      const actor = application(caller);
      const access = await generateToken(context, clientId);
      const createdAt = await store.transaction({ clientId, userId }, async (tx) => {
        const now = clientTime(context, tx);
        const current = await tx.accessTokens.find(clientId, digest);
        if (!current || !isTokenValid(current, now)) throw new ScaError('oauth.invalid_grant');
        if (current.issuedDigest !== null) await tx.accessTokens.delete(clientId, current.issuedDigest);
        await storeToken(tx, actor, { digest: access.digest, kind: 'user', userId }, now);
        await tx.accessTokens.setIssued(clientId, digest, access.digest);
        await tx.audit.append(createAuditEvent(actor, now, { type: 'token.refreshed', userId }));
        return now;
      });
      return { accessToken: access.text, refreshToken, expiresIn, createdAt, refreshExpiresAt, userId };
    },

    async issueUserTokens(actor, userId) {
      const user = { clientId: actor.clientId, userId };
      return granted(
        await grantPair(actor, userId, async (tx) => {
          await assertUser(tx, user);
          return true;
        }),
      );
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

function granted(grant: UserTokenGrant | undefined): UserTokenGrant {
  if (!grant) throw new ScaError('oauth.invalid_code');
  return grant;
}
