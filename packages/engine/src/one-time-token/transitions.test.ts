import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Category, OneTimeTokenRecord, Slot } from '../ports/index.ts';
import {
  allows,
  consumeToken,
  countSlots,
  invalidatePasses,
  recordAttempt,
  revokeToken,
  stateOf,
  type TokenState,
  type TokenTransition,
  TRANSITIONS,
} from './transitions.ts';

const APPROVAL_TTL = 300;
const VALIDITY = 3600;
const PASS = { type: 'PIN', reference: 'r' } as const;

const slot = (category: Category, passed = false): Slot => ({
  category,
  primary: 'PIN',
  alternatives: [],
  passed,
  attempted: passed,
  ...(passed ? { passedWith: PASS } : {}),
});

const fresh: OneTimeTokenRecord = {
  clientId: 'acme',
  userId: 1,
  profileId: 1,
  digest: 'd',
  actionType: 'READ',
  risk: 'high',
  linkDigest: null,
  linkText: null,
  slots: [slot('knowledge'), slot('possession'), slot('inherence')],
  requiredFactors: 2,
  createdAt: 0,
  expiresAt: VALIDITY,
  clearedAt: null,
  approvedUntil: null,
  consumedAt: null,
  revokedAt: null,
  version: 1,
};
const two = [slot('knowledge', true), slot('possession', true), slot('inherence')];
const cleared: OneTimeTokenRecord = { ...fresh, slots: two, clearedAt: 10, approvedUntil: 310 };

const IN_STATE: Readonly<Record<TokenState, readonly [OneTimeTokenRecord, now: number]>> = {
  open: [fresh, 20],
  cleared: [cleared, 20],
  'approval-expired': [cleared, 400],
  consumed: [{ ...cleared, consumedAt: 15 }, 20],
  revoked: [{ ...fresh, revokedAt: 15 }, 20],
  expired: [fresh, VALIDITY],
};
const STATES = Object.keys(IN_STATE) as TokenState[];

const TRANSITION_FUNCTIONS: Readonly<
  Record<TokenTransition, (token: OneTimeTokenRecord, now: number) => OneTimeTokenRecord>
> = {
  pass: (token, now) =>
    recordAttempt(token, { slot: 2, passedWith: PASS, now, approvalTtl: APPROVAL_TTL, strict: false }).next,
  fail: (token, now) =>
    recordAttempt(token, { slot: 2, passedWith: undefined, now, approvalTtl: APPROVAL_TTL, strict: false }).next,
  invalidate: (token, now) => invalidatePasses(token, [0], now),
  consume: consumeToken,
  revoke: revokeToken,
};

describe('The states of a one-time token', () => {
  it.each(STATES)('is %s according to the timestamps of the token', (state) => {
    expect(stateOf(...IN_STATE[state])).toBe(state);
  });

  it.each(
    STATES.flatMap((state) =>
      (Object.keys(TRANSITION_FUNCTIONS) as TokenTransition[]).map((name) => [state, name] as const),
    ),
  )(
    'in state %s, the transition %s follows the transition table or leaves the token unchanged',
    (state, transition) => {
      const [token, now] = IN_STATE[state];
      const targets = TRANSITIONS[state][transition];
      if (targets) {
        expect(targets).toContain(stateOf(TRANSITION_FUNCTIONS[transition](token, now), now));
      } else if (transition === 'invalidate') {
        expect(invalidatePasses(token, [0], now)).toBe(token);
      } else {
        expect(() => TRANSITION_FUNCTIONS[transition](token, now)).toThrow(
          `The transition ${transition} cannot lead from ${state}`,
        );
      }
      expect(allows(token, transition, now)).toBe(targets !== undefined);
    },
  );

  it('the second of two required passes clears the token for the approval time of the policy', () => {
    const attempt = { passedWith: PASS, approvalTtl: APPROVAL_TTL, strict: false };
    const one = recordAttempt(fresh, { ...attempt, slot: 1, now: 5 });
    expect(one).toMatchObject({ result: 'passed', next: { clearedAt: null, version: 2 } });
    const both = recordAttempt(one.next, { ...attempt, slot: 0, now: 7 });
    expect(both.next).toMatchObject({ clearedAt: 7, approvedUntil: 307, version: 3 });
    const third = recordAttempt(both.next, { ...attempt, slot: 2, now: 9 });
    expect(third.next).toMatchObject({ clearedAt: 7, approvedUntil: 307 });
  });

  it('a token that was cleared late is expired after an invalidated pass', () => {
    const late = { ...cleared, clearedAt: VALIDITY - 1, approvedUntil: VALIDITY + 299 };
    expect(stateOf(late, VALIDITY + 1)).toBe('cleared');
    expect(stateOf(invalidatePasses(late, [1], VALIDITY + 1), VALIDITY + 1)).toBe('expired');
  });

  it('a cleared token has as many passed slots as required, after any sequence of attempts', () => {
    const step = fc.record({ slot: fc.integer({ min: 0, max: 2 }), correct: fc.boolean(), lost: fc.option(fc.nat(2)) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.boolean(), fc.constantFrom(1, 2), (steps, strict, required) => {
        let token: OneTimeTokenRecord = { ...fresh, requiredFactors: required };
        for (const { slot: at, correct, lost } of steps) {
          const passedWith = correct ? PASS : undefined;
          token = recordAttempt(token, { slot: at, passedWith, now: 1, approvalTtl: APPROVAL_TTL, strict }).next;
          if (lost !== null) token = invalidatePasses(token, [lost], 1);
          const enough = countSlots(token.slots, 'passed') >= required;
          if (token.clearedAt !== null) expect(enough).toBe(true);
          if (!strict && enough) expect(token.clearedAt).not.toBeNull();
        }
      }),
    );
  });
});
