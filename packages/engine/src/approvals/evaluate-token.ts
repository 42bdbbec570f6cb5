import { stateOf } from '../one-time-token/transitions.ts';
import type { Policy } from '../policies/policies.ts';
import type { OneTimeTokenRecord } from '../ports/index.ts';

/** An action that asks to be approved. */
export interface RequestedAction {
  readonly actionType: string;
  readonly linkDigest: string | null;
  readonly policy: Policy;
}

/** A presented token, with the policy of the action that it was made for. */
export interface PresentedToken {
  readonly token: OneTimeTokenRecord;
  readonly policy: Policy;
}

/**
 * `approve`: serves as often as asked. `consume`: serves once. `not-cleared`: will serve when it is cleared.
 * `rejected`: never will; a new token is needed.
 */
export type TokenEvaluation = 'approve' | 'consume' | 'not-cleared' | 'rejected';

/** What a presented token of the right user and profile is worth for an action. */
export function evaluateToken(presented: PresentedToken, asked: RequestedAction, now: number): TokenEvaluation {
  const { token } = presented;
  const state = stateOf(token, now);
  if ((state !== 'open' && state !== 'cleared') || !covers(presented, asked)) return 'rejected';
  if (state === 'open') return 'not-cleared';
  // A token of an action that serves longer serves this one no longer than it allows.
  if (token.clearedAt !== null && now >= token.clearedAt + asked.policy.approvalTtl) return 'rejected';
  return asked.policy.risk === 'high' ? 'consume' : 'approve';
}

function covers(
  { token, policy: cleared }: PresentedToken,
  { actionType, linkDigest, policy }: RequestedAction,
): boolean {
  const sameAction = token.actionType === actionType;
  if (token.risk !== policy.risk || token.requiredFactors < policy.requiredFactors) return false;
  // RTS 5(1)(b) to (d): an approval is for this action, amount and payee, and a change invalidates it. No policy that
  // lowers the risk takes the link away.
  const isLinked = linkDigest !== null || token.linkDigest !== null;
  if (policy.risk === 'high' || isLinked) return sameAction && token.linkDigest === linkDigest;
  return sameAction || (policy.sharesSession && cleared.opensSession && token.requiredFactors >= policy.sessionFactors);
}
