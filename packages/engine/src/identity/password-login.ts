import { type Actor, createAuditEvent } from '../actor.ts';
import { type Context, clientTime } from '../context.ts';
import { ScaError } from '../errors.ts';
import { consumeRateLimit } from '../limits/consume-rate-limit.ts';
import { type ClientCaller, MAX_SECRET_LENGTH, normalizedEmail } from './credentials.ts';
import { generateToken, storeToken } from './tokens.ts';

export interface PasswordLogin {
  /** The auth token. It expires after five minutes without use. */
  readonly token: string;
  readonly clientId: string;
  readonly userId: number;
}

/** @param caller the client of the api-key, after `authenticateApiKey` */
export type LoginWithPassword = (caller: ClientCaller, email: string, password: string) => Promise<PasswordLogin>;

/**
 * Logs a person in with email address and password, at the client of the api-key. The attempt is counted before the password is
 * verified, so that parallel guesses do not exceed the limit. An unknown address is counted and takes as long as a wrong password
 * (ASVS 5.0 6.3.8).
 */
export function createPasswordLogin(context: Context): LoginWithPassword {
  const { store, keys, limits } = context;

  /** @throws ScaError `login.failed`; `rate.limit.reached`, limited by `password-guesses` */
  return async ({ clientId, traceId }, email, password) => {
    const address = normalizedEmail(email);
    const bucket = `password:${await keys.digest(address)}`;

    const { user, countedAt } = await store.transaction({ clientId }, async (tx) => {
      const now = clientTime(context, tx);
      await consumeRateLimit(tx, {
        clientId,
        bucket,
        rate: limits.passwordGuesses,
        now,
        limitedBy: 'password-guesses',
        code: 'rate.limit.reached',
        message: 'Too many logins with a wrong password. Wait before the next one.',
      });
      return { user: await tx.users.findByEmail(clientId, address), countedAt: now };
    });

    const isCorrect = await keys.verifyHash('password', password.slice(0, MAX_SECRET_LENGTH), user?.password);
    const { text, digest } = await generateToken(context, clientId);
    const userId = user?.userId ?? null;
    const actor: Actor = { clientId, userId, name: userId === null ? 'application' : `user:${userId}`, traceId };

    const loggedIn = await store.transaction({ clientId }, async (tx) => {
      const now = clientTime(context, tx);
      if (!isCorrect || !user || !(await tx.users.find(user))) {
        await tx.audit.append(createAuditEvent(actor, now, { type: 'login.failed', userId, result: 'failure' }));
        return undefined;
      }
      await tx.rateLimits.release(clientId, bucket, countedAt);
      await storeToken(tx, actor, { digest, kind: 'auth', userId: user.userId }, now);
      await tx.audit.append(createAuditEvent(actor, now, { type: 'login.succeeded', userId }));
      return { token: text, clientId, userId: user.userId };
    });
    if (!loggedIn) throw new ScaError('login.failed');
    return loggedIn;
  };
}
