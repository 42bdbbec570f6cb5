import type { OneTimeTokenRecord, Slot } from '../ports/index.ts';

/**
 * `open`: waits for elements. `cleared`: enough passed, may serve. `approval-expired`: cleared, but its five minutes are over.
 * `consumed`: its one high-risk use is behind it. `revoked`: revoked by five failures. `expired`: as if it never was.
 */
export type TokenState = 'open' | 'cleared' | 'approval-expired' | 'consumed' | 'revoked' | 'expired';

/**
 * `pass`, `fail`: an element was right, or wrong. `withdraw`: a factor that had passed a slot is gone. `consume`: the
 * one use of a high-risk token. `revoke`: too many failures.
 */
export type TokenStep = 'pass' | 'fail' | 'withdraw' | 'consume' | 'revoke';

/** From each state, the steps that may be taken and the states they may lead to. Time alone leads to the others. */
export const TRANSITIONS: Readonly<Record<TokenState, Readonly<Partial<Record<TokenStep, readonly TokenState[]>>>>> = {
  open: {
    pass: ['open', 'cleared'],
    fail: ['open'],
    withdraw: ['open'],
    revoke: ['revoked'],
  },
  cleared: {
    pass: ['cleared'],
    fail: ['cleared'],
    withdraw: ['cleared', 'open', 'expired'],
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
  if (now >= endOf(token)) return 'expired';
  if (token.consumedAt !== null) return 'consumed';
  if (token.approvedUntil === null) return 'open';
  return now < token.approvedUntil ? 'cleared' : 'approval-expired';
}

/** When nothing is left of the token. One that was cleared late serves beyond the time it could be cleared in. */
export function endOf({ expiresAt, approvedUntil }: OneTimeTokenRecord): number {
  return Math.max(expiresAt, approvedUntil ?? 0);
}

export function allows(token: OneTimeTokenRecord, step: TokenStep, now: number): boolean {
  return TRANSITIONS[stateOf(token, now)][step] !== undefined;
}

/** What one element given for one slot did to the token. */
export interface AttemptResult {
  readonly next: OneTimeTokenRecord;
  /** `open-ended`: strict disclosure, and elements are still to be given. */
  readonly outcome: 'passed' | 'failed' | 'open-ended';
}

export interface Element {
  readonly slot: number;
  /** What was right; undefined when it was wrong. */
  readonly passedWith: Slot['passedWith'] | undefined;
  readonly now: number;
  /** Milliseconds that the token serves once it is cleared. */
  readonly approvalTtl: number;
  readonly strict: boolean;
}

/** An element was evaluated. In strict disclosure a slot takes the first element of a round alone. */
export function recordAttempt(token: OneTimeTokenRecord, element: Element): AttemptResult {
  const { now, passedWith } = element;
  if (element.strict && token.slots[element.slot]?.attempted) return { next: token, outcome: 'open-ended' };
  const patch = passedWith ? { attempted: true, passed: true, passedWith } : { attempted: true };
  const slots = withSlot(token, element.slot, patch);
  const cleared = token.clearedAt !== null;
  const enough = count(slots, 'passed') >= token.requiredFactors;
  const clearing = !cleared && enough ? { clearedAt: now, approvedUntil: now + element.approvalTtl } : {};
  if (!element.strict || cleared) {
    const next = step(passedWith ? 'pass' : 'fail', token, now, { slots, ...(passedWith ? clearing : {}) });
    return { next, outcome: passedWith ? 'passed' : 'failed' };
  }
  if (count(slots, 'attempted') < token.requiredFactors) {
    return { next: step('pass', token, now, { slots }), outcome: 'open-ended' };
  }
  // RTS 4(3)(a): keeping what was right for the next round would tell what was wrong in this one.
  return enough
    ? { next: step('pass', token, now, { slots, ...clearing }), outcome: 'passed' }
    : { next: step('fail', token, now, { slots: slots.map(blank) }), outcome: 'failed' };
}

/** Takes back the passes at `lost`; a token that has too few left is not cleared any more. */
export function withdrawPasses(token: OneTimeTokenRecord, lost: readonly number[], now: number): OneTimeTokenRecord {
  if (lost.length === 0 || !allows(token, 'withdraw', now)) return token;
  const slots = token.slots.map((slot, index) => (lost.includes(index) ? blank(slot) : slot));
  const enough = count(slots, 'passed') >= token.requiredFactors;
  return {
    ...step('withdraw', token, now, { slots, ...(enough ? {} : { clearedAt: null, approvedUntil: null }) }),
    version: token.version,
  };
}

/** RTS 4(1): the authentication code is accepted only once. */
export function consumeToken(token: OneTimeTokenRecord, now: number): OneTimeTokenRecord {
  return step('consume', token, now, { consumedAt: now });
}

export function revokeToken(token: OneTimeTokenRecord, now: number): OneTimeTokenRecord {
  return step('revoke', token, now, { revokedAt: now });
}

export function count(slots: readonly Slot[], mark: 'passed' | 'attempted'): number {
  return slots.filter((slot) => slot[mark]).length;
}

function step(
  name: TokenStep,
  token: OneTimeTokenRecord,
  now: number,
  patch: Partial<OneTimeTokenRecord>,
): OneTimeTokenRecord {
  const from = stateOf(token, now);
  const next = { ...token, ...patch, version: token.version + 1 };
  const to = stateOf(next, now);
  if (!TRANSITIONS[from][name]?.includes(to)) throw new Error(`A token that is ${from} cannot ${name} to ${to}`);
  return next;
}

function withSlot(token: OneTimeTokenRecord, index: number, patch: Partial<Slot>): readonly Slot[] {
  return token.slots.map((slot, at) => (at === index ? { ...slot, ...patch } : slot));
}

function blank({ category, primary, alternatives }: Slot): Slot {
  return { category, primary, alternatives, passed: false, attempted: false };
}
