import type { Disclosure } from '../options.ts';
import type { ChallengeType, OneTimeTokenRecord } from '../ports/index.ts';
import { count, endOf } from './transitions.ts';

export interface ChallengeView {
  readonly primaryChallenge: ChallengeType;
  readonly alternatives: readonly ChallengeType[];
  /** Whether it is among those still needed. */
  readonly required: boolean;
  readonly passed: boolean;
}

export interface OneTimeTokenView {
  readonly oneTimeToken: string;
  readonly challenges: readonly ChallengeView[];
  /** Whole seconds left. */
  readonly validity: number;
  readonly actionType: string;
  readonly userId: number;
  /** Whether as many categories as needed have passed. */
  readonly cleared: boolean;
}

/**
 * What the person's app may see. `required` is true on as many slots, in order, as are still needed: of those that
 * have not passed or, in strict disclosure, of those for which nothing was given; there, `passed` stays false until
 * the token is cleared.
 */
export function viewOf(text: string, token: OneTimeTokenRecord, now: number, disclosure: Disclosure): OneTimeTokenView {
  const cleared = token.clearedAt !== null;
  const mark = disclosure === 'strict' && !cleared ? 'attempted' : 'passed';
  let needed = cleared ? 0 : token.requiredFactors - count(token.slots, mark);
  const challenges = token.slots.map((slot) => {
    const required = !slot[mark] && needed > 0;
    if (required) needed -= 1;
    const { primary, alternatives } = slot;
    return { primaryChallenge: primary, alternatives, required, passed: mark === 'passed' && slot.passed };
  });
  const validity = Math.max(0, Math.floor((endOf(token) - now) / 1000));
  const { actionType, userId } = token;
  return { oneTimeToken: text, challenges, validity, actionType, userId, cleared };
}
