import { stateOf } from '../one-time-token/transitions.ts';
import type { Policy } from '../policies/policies.ts';
import type { OneTimeTokenRecord } from '../ports/index.ts';

/** An action that needs an approval. */
export interface RequestedAction {
  readonly actionType: string;
  readonly linkDigest: string | null;
  readonly policy: Policy;
}

/** A presented token, with the policy of the action that it was issued for. */
export interface PresentedToken {
  readonly token: OneTimeTokenRecord;
  readonly policy: Policy;
}

/**
 * `approve`: the token approves the action, and can be used again. `consume`: it approves the action once. `not-cleared`: it will
 * approve the action once it is cleared. `rejected`: it never will; a new token is needed.
 */
export type TokenEvaluation = 'approve' | 'consume' | 'not-cleared' | 'rejected';

/** Decides whether a token of the right user and profile approves an action. */
export function evaluateToken(presented: PresentedToken, action: RequestedAction, now: number): TokenEvaluation {
  const { token } = presented;
  const state = stateOf(token, now);
  if ((state !== 'open' && state !== 'cleared') || !covers(presented, action)) return 'rejected';
  if (state === 'open') return 'not-cleared';
  // The token may have been issued for an action with a longer approval time.
  if (token.clearedAt !== null && now >= token.clearedAt + action.policy.approvalTtl) return 'rejected';
  return action.policy.risk === 'high' ? 'consume' : 'approve';
}

function covers(
  { token, policy: cleared }: PresentedToken,
  { actionType, linkDigest, policy }: RequestedAction,
): boolean {
  const sameAction = token.actionType === actionType;
  if (token.risk !== policy.risk || token.requiredFactors < policy.requiredFactors) return false;
  // RTS 5(1)(b) to (d): an approval holds for this action, amount and payee, and a change invalidates it. A policy that lowers the
  // risk does not remove the link.
  const isLinked = linkDigest !== null || token.linkDigest !== null;
  if (policy.risk === 'high' || isLinked) return sameAction && token.linkDigest === linkDigest;
  return sameAction || (policy.sharesSession && cleared.opensSession && token.requiredFactors >= policy.sessionFactors);
}
