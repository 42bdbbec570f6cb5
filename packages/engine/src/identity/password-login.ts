import { type Actor, createAuditEvent } from '../actor.ts';
import { ScaError } from '../errors.ts';
import { consumeRateLimit } from '../limits/consume-rate-limit.ts';
import { type ClientCaller, type IdentityDeps, MAX_SECRET_LENGTH, normalisedEmail } from './identity-deps.ts';
import { drawToken, storeToken } from './tokens.ts';

export interface PasswordLogin {
  /** The auth token: dies after five minutes without use. */
  readonly token: string;
  readonly clientId: string;
  readonly userId: number;
}

/** @param caller the client of the api-key, which the caller of this function has checked */
export type LoginWithPassword = (caller: ClientCaller, email: string, password: string) => Promise<PasswordLogin>;

/**
 * Log-in of a person with e-mail and password, at the client of the api-key. The guess is counted before the password
 * is looked at, so that parallel guesses buy nothing; an unknown address costs what a wrong password costs, and is
 * counted as well (ASVS 5.0 6.3.8).
 */
export function createPasswordLogin(deps: IdentityDeps): LoginWithPassword {
  const { store, clock, keys, limits } = deps;

  /** @throws ScaError `authentication.required`; `rate.limit.reached`, limited by `password-guesses` */
  return async ({ clientId, traceId }, email, password) => {
    const address = normalisedEmail(email);
    const bucket = `password:${await keys.digest(address)}`;

    const { user, countedAt } = await store.transaction({ clientId }, async (tx) => {
      const now = clock.now() + tx.clockOffset;
      await consumeRateLimit(tx, {
        clientId,
        bucket,
        rate: limits.passwordGuesses,
        now,
        limitedBy: 'password-guesses',
        code: 'rate.limit.reached',
        message: 'Too many log-ins with a wrong password; wait before the next one',
      });
      return { user: await tx.users.findByEmail(clientId, address), countedAt: now };
    });

    const isRight = await keys.verifyHash('password', password.slice(0, MAX_SECRET_LENGTH), user?.password);
    const { text, digest } = await drawToken(deps, clientId);
    const userId = user?.userId ?? null;
    const actor: Actor = { clientId, userId, name: userId === null ? 'application' : `user:${userId}`, traceId };

    const loggedIn = await store.transaction({ clientId }, async (tx) => {
      const now = clock.now() + tx.clockOffset;
      if (!isRight || !user || !(await tx.users.find(user))) {
        await tx.audit.append(createAuditEvent(actor, now, { type: 'login.failed', userId, result: 'failure' }));
        return undefined;
      }
      await tx.rateLimits.release(clientId, bucket, countedAt);
      await storeToken(tx, actor, { digest, kind: 'auth', userId: user.userId }, now);
      await tx.audit.append(createAuditEvent(actor, now, { type: 'login.succeeded', userId }));
      return { token: text, clientId, userId: user.userId };
    });
    if (!loggedIn) throw new ScaError('authentication.required', 'E-mail address or password is wrong');
    return loggedIn;
  };
}
