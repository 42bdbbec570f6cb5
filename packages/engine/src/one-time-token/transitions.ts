import type { OneTimeTokenRecord, Slot } from '../ports/index.ts';

/**
 * `open`: challenges are still required. `cleared`: enough slots have passed, so the token approves its action.
 * `approval-expired`: cleared, but longer ago than the policy allows. `consumed`: cleared, and used for its one high-risk action.
 * `revoked`: too many attempts failed. `expired`: treated like an unknown token.
 */
export type TokenState = 'open' | 'cleared' | 'approval-expired' | 'consumed' | 'revoked' | 'expired';

/**
 * `pass`, `fail`: the secret was correct or not. `invalidate`: a factor that had passed a slot was removed. `consume`: the token
 * approves its one high-risk action. `revoke`: too many attempts failed.
 */
export type TokenTransition = 'pass' | 'fail' | 'invalidate' | 'consume' | 'revoke';

/** The transitions that each state allows, with the states they may lead to. `approval-expired` and `expired` are reached when time passes. */
export const TRANSITIONS: Readonly<
  Record<TokenState, Readonly<Partial<Record<TokenTransition, readonly TokenState[]>>>>
> = {
  open: {
    pass: ['open', 'cleared'],
    fail: ['open'],
    invalidate: ['open'],
    revoke: ['revoked'],
  },
  cleared: {
    pass: ['cleared'],
    fail: ['cleared'],
    invalidate: ['cleared', 'open', 'expired'],
    consume: ['consumed'],
    revoke: ['revoked'],
  },
  'approval-expired': { revoke: ['revoked'] },
  consumed: { revoke: ['revoked'] },
  revoked: {},
  expired: {},
};

export function stateOf(token: OneTimeTokenRecord, now: number): TokenState {
  if (token.revokedAt !== null) return 'revoked';
  if (now >= expiryOf(token)) return 'expired';
  if (token.consumedAt !== null) return 'consumed';
  if (token.approvedUntil === null) return 'open';
  return now < token.approvedUntil ? 'cleared' : 'approval-expired';
}

/** Returns when the token expires. A token that was cleared late expires with its approval. */
export function expiryOf({ expiresAt, approvedUntil }: OneTimeTokenRecord): number {
  return Math.max(expiresAt, approvedUntil ?? 0);
}

export function allows(token: OneTimeTokenRecord, transition: TokenTransition, now: number): boolean {
  return TRANSITIONS[stateOf(token, now)][transition] !== undefined;
}

/** The result of one attempt to pass a slot. */
export interface AttemptResult {
  readonly next: OneTimeTokenRecord;
  /** `undisclosed`: strict disclosure, and further factors are required before a result is shown. */
  readonly result: 'passed' | 'failed' | 'undisclosed';
}

/** The evaluation of one attempt to pass a slot. */
export interface EvaluatedAttempt {
  readonly slot: number;
  /** The factor that matched; undefined when the secret was not correct. */
  readonly passedWith: Slot['passedWith'] | undefined;
  readonly now: number;
  /** Milliseconds that a cleared token approves its action. */
  readonly approvalTtl: number;
  readonly strict: boolean;
}

/** Records an evaluated attempt. In strict disclosure each slot allows one attempt per round. */
export function recordAttempt(token: OneTimeTokenRecord, attempt: EvaluatedAttempt): AttemptResult {
  const { now, passedWith } = attempt;
  if (attempt.strict && token.slots[attempt.slot]?.attempted) return { next: token, result: 'undisclosed' };
  const patch = passedWith ? { attempted: true, passed: true, passedWith } : { attempted: true };
  const slots = withSlot(token, attempt.slot, patch);
  const cleared = token.clearedAt !== null;
  const enough = countSlots(slots, 'passed') >= token.requiredFactors;
  const clearing = !cleared && enough ? { clearedAt: now, approvedUntil: now + attempt.approvalTtl } : {};
  if (!attempt.strict || cleared) {
    const next = transition(passedWith ? 'pass' : 'fail', token, now, { slots, ...(passedWith ? clearing : {}) });
    return { next, result: passedWith ? 'passed' : 'failed' };
  }
  if (countSlots(slots, 'attempted') < token.requiredFactors) {
    return { next: transition('pass', token, now, { slots }), result: 'undisclosed' };
  }
  // RTS 4(3)(a): a slot that stayed passed would reveal which factor failed, so all are reset.
  return enough
    ? { next: transition('pass', token, now, { slots, ...clearing }), result: 'passed' }
    : { next: transition('fail', token, now, { slots: slots.map(resetSlot) }), result: 'failed' };
}

/** Resets the slots at `invalid`. A cleared token that has too few passed slots left is open again. */
export function invalidatePasses(
  token: OneTimeTokenRecord,
  invalid: readonly number[],
  now: number,
): OneTimeTokenRecord {
  if (invalid.length === 0 || !allows(token, 'invalidate', now)) return token;
  const slots = token.slots.map((slot, index) => (invalid.includes(index) ? resetSlot(slot) : slot));
  const enough = countSlots(slots, 'passed') >= token.requiredFactors;
  return {
    ...transition('invalidate', token, now, { slots, ...(enough ? {} : { clearedAt: null, approvedUntil: null }) }),
    version: token.version,
  };
}

/** RTS 4(1): the authentication code is accepted only once. */
export function consumeToken(token: OneTimeTokenRecord, now: number): OneTimeTokenRecord {
  return transition('consume', token, now, { consumedAt: now });
}

/** Too many attempts failed: the token cannot be used any more. */
export function revokeToken(token: OneTimeTokenRecord, now: number): OneTimeTokenRecord {
  return transition('revoke', token, now, { revokedAt: now });
}

export function countSlots(slots: readonly Slot[], flag: 'passed' | 'attempted'): number {
  return slots.filter((slot) => slot[flag]).length;
}

function transition(
  name: TokenTransition,
  token: OneTimeTokenRecord,
  now: number,
  patch: Partial<OneTimeTokenRecord>,
): OneTimeTokenRecord {
  const from = stateOf(token, now);
  const next = { ...token, ...patch, version: token.version + 1 };
  const to = stateOf(next, now);
  if (!TRANSITIONS[from][name]?.includes(to))
    throw new Error(`The transition ${name} cannot lead from ${from} to ${to}.`);
  return next;
}

function withSlot(token: OneTimeTokenRecord, index: number, patch: Partial<Slot>): readonly Slot[] {
  return token.slots.map((slot, at) => (at === index ? { ...slot, ...patch } : slot));
}

function resetSlot({ category, primary, alternatives }: Slot): Slot {
  return { category, primary, alternatives, passed: false, attempted: false };
}
