import type { Disclosure } from '../options.ts';
import type { ChallengeType, OneTimeTokenRecord } from '../ports/index.ts';
import { countSlots, expiryOf } from './transitions.ts';

export interface ChallengeView {
  readonly primaryChallenge: ChallengeType;
  readonly alternatives: readonly ChallengeType[];
  /** Whether the challenge is still needed. */
  readonly required: boolean;
  readonly passed: boolean;
}

export interface OneTimeTokenView {
  readonly oneTimeToken: string;
  readonly challenges: readonly ChallengeView[];
  /** Whole seconds until the token expires. */
  readonly validity: number;
  readonly actionType: string;
  readonly userId: number;
  /** Whether enough challenges have passed. */
  readonly cleared: boolean;
}

/**
 * Returns what the caller may see of a token. `required` is true on as many open slots, in order, as are still needed. In strict
 * disclosure a slot counts as done after one attempt, and `passed` stays false until the token is cleared.
 */
export function viewOf(text: string, token: OneTimeTokenRecord, now: number, disclosure: Disclosure): OneTimeTokenView {
  const cleared = token.clearedAt !== null;
  const flag = disclosure === 'strict' && !cleared ? 'attempted' : 'passed';
  let needed = cleared ? 0 : token.requiredFactors - countSlots(token.slots, flag);
  const challenges = token.slots.map((slot) => {
    const required = !slot[flag] && needed > 0;
    if (required) needed -= 1;
    const { primary, alternatives } = slot;
    return { primaryChallenge: primary, alternatives, required, passed: flag === 'passed' && slot.passed };
  });
  const validity = Math.max(0, Math.floor((expiryOf(token) - now) / 1000));
  const { actionType, userId } = token;
  return { oneTimeToken: text, challenges, validity, actionType, userId, cleared };
}
