import { type Actor, createAuditEvent } from '../actor.ts';
import { type Context, timeIn } from '../context.ts';
import { ScaError } from '../errors.ts';
import type { Candidate } from '../factors/factor.ts';
import { factorOf } from '../factors/registry.ts';
import { mayUse } from '../one-time-token/one-time-tokens.ts';
import { slotFor } from '../one-time-token/select-challenges.ts';
import { findToken, profileOf, saveToken, tokenNotFound } from '../one-time-token/stored-token.ts';
import {
  type AttemptResult,
  allows,
  type Element,
  recordAttempt,
  revokeToken,
  stateOf,
} from '../one-time-token/transitions.ts';
import { type OneTimeTokenView, viewOf } from '../one-time-token/view.ts';
import type { SimulatedResponse } from '../options.ts';
import type {
  ChallengeType,
  OneTimeTokenRecord,
  ProfileKey,
  ProfileRecord,
  Scope,
  Transaction,
} from '../ports/index.ts';
import {
  type Attempts,
  attemptsLeft,
  countAttempt,
  DAY,
  dailyFailures,
  isLocked,
  lockedError,
  NO_ATTEMPTS,
} from './attempts.ts';
import { type DummyAttempt, dummyCountAttempt, dummyFind } from './dummy-attempt.ts';

/**
 * Gives one element for a one-time token.
 * @param token its text
 * @param secret PIN, fingerprint, code or face map in base64
 * @param profile of a v2 path; a token of another profile is then unknown. Left out: the token's own
 * @throws ScaError `one.time.token.not.found`, `challenge.not.applicable`, `challenge.not.triggered`, `sca.locked`, or
 *   the failure of the factor: wrong secret and missing factor alike
 */
export type Verify = (
  actor: Actor,
  token: string,
  type: ChallengeType,
  secret: string,
  profile?: ProfileKey,
) => Promise<OneTimeTokenView>;

/** What the first transaction decided. */
type Admission =
  | { readonly kind: 'evaluate'; readonly candidate: Candidate; readonly attempts: Attempts; readonly hitAt: number }
  | { readonly kind: 'done'; readonly view: OneTimeTokenView }
  /** `masked`: answered only after as much work as an evaluation. */
  | { readonly kind: 'refused'; readonly error: ScaError; readonly masked: boolean };

type Verdict = { readonly view: OneTimeTokenView } | { readonly error: ScaError };

export function createVerify(context: Context): Verify {
  return async (actor, text, type, secret, profile) => {
    const { clientId } = actor;
    const digest = await context.keys.digest(text);
    const found = await context.store.read({ clientId }, (tx) => tx.oneTimeTokens.find(clientId, digest));
    const verification = new Verification(context, actor, text, digest, type);
    if (!found || !mayUse(actor, found, profile)) {
      // Nobody's outcome, for the look that it takes.
      await context.outcomes?.take(clientId, 0, type);
      return verification.refuseUnknown(secret);
    }
    const outcome = await context.outcomes?.take(clientId, found.userId, type);
    return verification.run(found, secret, outcome);
  };
}

class Verification {
  readonly #context: Context;
  readonly #actor: Actor;
  readonly #text: string;
  readonly #digest: string;
  readonly #type: ChallengeType;

  constructor(context: Context, actor: Actor, text: string, digest: string, type: ChallengeType) {
    this.#context = context;
    this.#actor = actor;
    this.#text = text;
    this.#digest = digest;
    this.#type = type;
  }

  /** Two transactions around the evaluation: slow hashing and matching hold no lock. */
  async run(
    { clientId, userId, profileId }: OneTimeTokenRecord,
    secret: string,
    outcome: SimulatedResponse | undefined,
  ) {
    const scope: ProfileKey = { clientId, userId, profileId };
    const { store } = this.#context;
    if (outcome === 'unavailable') throw new ScaError('service.unavailable', 'The service is not available');
    if (outcome === 'rate-limited') {
      throw new ScaError('rate.limit.reached', 'Too many requests', { retryAfter: 1, limitedBy: 'sandbox-outcome' });
    }
    const admission = await store.transaction(scope, (tx) => this.#admit(tx, scope, outcome === 'expire'));
    if (admission.kind === 'done') return admission.view;
    if (admission.kind === 'refused') {
      if (admission.masked) await this.#pretend(scope, secret);
      throw admission.error;
    }
    const right = (await admission.candidate.matches(secret)) && outcome !== 'fail';
    const verdict = await store.transaction(scope, (tx) => this.#settle(tx, scope, admission, right));
    if ('error' in verdict) throw verdict.error;
    return verdict.view;
  }

  /** Takes as long as a wrong secret takes: two transactions that write, and an evaluation between them. */
  async refuseUnknown(secret: string): Promise<never> {
    const { clientId, userId } = this.#actor;
    const scope = userId === null ? { clientId } : { clientId, userId };
    await this.#context.store.transaction(scope, async (tx) => {
      const now = timeIn(this.#context, tx);
      await dummyCountAttempt(this.#context, tx, this.#pretence, now);
      await this.#report(tx, { userId }, now, 'challenge.attempted', true);
    });
    await this.#pretend(scope, secret);
    throw tokenNotFound();
  }

  /** The work that an evaluated attempt still does after it was admitted. */
  async #pretend(scope: Scope, secret: string): Promise<void> {
    await factorOf(this.#type).dummyCandidate(this.#context).matches(secret);
    const { userId } = this.#actor;
    await this.#context.store.transaction(scope, async (tx) => {
      await dummyFind(tx, this.#actor.clientId);
      await this.#report(tx, { userId }, timeIn(this.#context, tx), 'challenge.refused', true);
    });
  }

  /** Decides whether the element is evaluated, and counts it before it is: ASVS 5.0 6.3.8, RTS 4(3)(b). */
  async #admit(tx: Transaction, scope: ProfileKey, expire: boolean): Promise<Admission> {
    const now = timeIn(this.#context, tx);
    const profile = await profileOf(tx, scope);
    const mask = async (error: ScaError): Promise<Admission> => {
      await dummyCountAttempt(this.#context, tx, this.#pretence, now);
      await this.#report(tx, scope, now, 'challenge.attempted', true);
      return { kind: 'refused', error, masked: true };
    };
    if (isLocked(profile, now)) return mask(lockedError(profile, now));
    const token = await this.#find(tx, now);
    if (!token) return mask(tokenNotFound());
    if (expire) {
      await this.#revoke(tx, token, now, 'one-time-token.expired');
      return mask(tokenNotFound());
    }
    const slot = token.slots[slotFor(token.slots, this.#type)];
    if (!slot) {
      const error = new ScaError('challenge.not.applicable', 'The one-time token does not offer this challenge');
      return { kind: 'refused', error, masked: false };
    }
    if (slot.passed || (this.#isStrict && slot.attempted)) return { kind: 'done', view: this.#view(token, now) };
    if (!allows(token, 'pass', now)) return mask(tokenNotFound());
    const candidate = await factorOf(this.#type).lookUp(this.#context, tx, token);
    if (candidate === 'not-triggered') {
      const error = new ScaError('challenge.not.triggered', 'The challenge has not been triggered');
      return { kind: 'refused', error, masked: false };
    }
    const today = await tx.rateLimits.hit(scope.clientId, dailyFailures(scope), now, DAY);
    const attempts = countAttempt(profile, now, today);
    await tx.profiles.setAttempts(scope, attempts);
    await this.#report(tx, scope, now, 'challenge.attempted');
    return { kind: 'evaluate', candidate, attempts, hitAt: now };
  }

  async #settle(
    tx: Transaction,
    scope: ProfileKey,
    { candidate, attempts, hitAt }: Extract<Admission, { kind: 'evaluate' }>,
    right: boolean,
  ): Promise<Verdict> {
    const now = timeIn(this.#context, tx);
    const profile = await profileOf(tx, scope);
    const token = await this.#find(tx, now);
    if (!token || !allows(token, 'pass', now)) {
      return { error: isLocked(profile, now) ? lockedError(profile, now) : tokenNotFound() };
    }
    const reference = right ? await candidate.consume(tx) : undefined;
    const given = this.#give(
      token,
      profile,
      now,
      reference === undefined ? undefined : { type: this.#type, reference },
    );
    const lastTry = isLocked(attempts, hitAt) && isLocked(profile, now);
    const cleared = given.next.clearedAt !== null;
    const success = given.outcome === 'passed' && (!this.#isStrict || cleared);
    // Before a lock the audit trail tells; the answer never does.
    const tries = { failedAttempts: attempts.failedAttempts, attemptsLeft: attemptsLeft(attempts) };
    const facts = { challenge: this.#type, ...(reference ? {} : tries) };
    await this.#report(tx, scope, now, reference ? 'challenge.passed' : 'challenge.failed', !reference, facts);
    if (reference) await tx.rateLimits.release(scope.clientId, dailyFailures(scope), hitAt);

    if (success) {
      await tx.profiles.setAttempts(scope, NO_ATTEMPTS);
    } else if (lastTry) {
      await this.#revoke(
        tx,
        given.next === token ? token : { ...given.next, version: token.version },
        now,
        'profile.locked',
      );
      return { error: this.#isStrict ? lockedError(profile, now) : this.#failure() };
    }
    if (given.next !== token) await saveToken(tx, given.next);
    if (cleared && token.clearedAt === null) await this.#clear(tx, given.next, profile, now);
    return given.outcome === 'failed' ? { error: this.#failure() } : { view: this.#view(given.next, now) };
  }

  #give(
    token: OneTimeTokenRecord,
    profile: ProfileRecord,
    now: number,
    passedWith: Element['passedWith'],
  ): AttemptResult {
    const { approvalTtl } = this.#policy(token, profile);
    const slot = slotFor(token.slots, this.#type);
    return recordAttempt(token, { slot, passedWith, now, approvalTtl, strict: this.#isStrict });
  }

  /** The last element that was needed has passed: a low risk opens the session (RTS 10a). */
  async #clear(tx: Transaction, token: OneTimeTokenRecord, profile: ProfileRecord, now: number): Promise<void> {
    const { clientId, userId, profileId, risk, requiredFactors } = token;
    const { approvalTtl, sessionFactors, opensSession } = this.#policy(token, profile);
    await this.#report(tx, token, now, 'one-time-token.cleared', false, { action: token.actionType, risk });
    if (risk !== 'low' || !opensSession || requiredFactors < sessionFactors) return;
    await tx.scaSessions.put({ clientId, userId, profileId, openedAt: now, expiresAt: now + approvalTtl });
    await this.#report(tx, token, now, 'session.opened');
  }

  async #revoke(tx: Transaction, token: OneTimeTokenRecord, now: number, type: string): Promise<void> {
    await saveToken(tx, revokeToken(token, now));
    await this.#report(tx, token, now, type, true);
  }

  async #find(tx: Transaction, now: number): Promise<OneTimeTokenRecord | undefined> {
    const token = await findToken(tx, this.#actor.clientId, this.#digest, now);
    const state = token && stateOf(token, now);
    return state === 'revoked' || state === 'expired' ? undefined : token;
  }

  #policy({ clientId, actionType, risk }: OneTimeTokenRecord, { requiredFactors }: ProfileRecord) {
    return this.#context.policies({ clientId, actionType, risk, profileFactors: requiredFactors });
  }

  #report(
    tx: Transaction,
    { userId, profileId }: { readonly userId: number | null; readonly profileId?: number },
    now: number,
    type: string,
    failed = false,
    data: Readonly<Record<string, string | number>> = { challenge: this.#type },
  ): Promise<void> {
    return tx.audit.append(
      createAuditEvent(this.#actor, now, {
        type,
        userId,
        ...(profileId !== undefined && { profileId }),
        result: failed ? 'failure' : 'success',
        data,
      }),
    );
  }

  #failure(): ScaError {
    const { name, failure } = factorOf(this.#type);
    return new ScaError(`${name}.verification.failed`, this.#isStrict ? 'Verification failed' : failure);
  }

  #view(token: OneTimeTokenRecord, now: number): OneTimeTokenView {
    return viewOf(this.#text, token, now, this.#context.disclosure);
  }

  get #pretence(): DummyAttempt {
    const { clientId, userId } = this.#actor;
    return { clientId, bucket: `refused:${userId ?? 'client'}`, type: this.#type };
  }

  get #isStrict(): boolean {
    return this.#context.disclosure === 'strict';
  }
}
