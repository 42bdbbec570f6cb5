import { type Actor, createAuditEvent } from '../actor.ts';
import { type Context, clientTime } from '../context.ts';
import { ScaError } from '../errors.ts';
import type { ChallengeType } from '../factors/challenge-type.ts';
import { enrolmentNeedsApproval } from '../factors/enrolment-transaction.ts';
import { ownerContext } from '../factors/factor.ts';
import { canonicalLink, type DynamicLink, linkText } from '../one-time-token/dynamic-linking.ts';
import { issueToken } from '../one-time-token/issue-token.ts';
import { isIssuedFor } from '../one-time-token/one-time-tokens.ts';
import { currentToken } from '../one-time-token/stored-token.ts';
import { consumeToken } from '../one-time-token/transitions.ts';
import type {
  EnrolledFactors,
  OneTimeTokenRecord,
  ProfileKey,
  RequestRecords,
  Risk,
  Transaction,
} from '../ports/index.ts';
import { lockedProfile } from '../profiles/locked-profile.ts';
import { type LoadedRequest, loadRequest } from '../requests/load-request.ts';
import { evaluateToken, type RequestedAction, type TokenEvaluation } from './evaluate-token.ts';

export interface ApprovalRequest {
  readonly actionType: string;
  readonly risk: Risk;
  /** What dynamic linking binds (RTS 5): the values that `x-sca.link` points to. A linked action is never approved by a session. */
  readonly link?: DynamicLink;
  /** The factor that the action enrols: the link is then its secret. It is bound by a keyed hash, and only the type is shown. */
  readonly enrols?: ChallengeType;
  /** The text of the token that the caller presented. */
  readonly oneTimeToken?: string;
}

export type Approval =
  | { readonly approved: true }
  /** A new token was issued. */
  | { readonly approved: false; readonly reason: 'challenge-required'; readonly oneTimeToken: string }
  /** The presented token will approve the action once it is cleared. */
  | { readonly approved: false; readonly reason: 'not-cleared' }
  /** `missing`: how many more categories must be enrolled. */
  | { readonly approved: false; readonly reason: 'factors-insufficient'; readonly missing: number };

export interface Approvals {
  /**
   * Decides whether a protected action is approved. A high-risk approval is consumed.
   * @param loaded the authenticated request, if there is one
   * @throws ScaError `sca.locked` when a token would have to be issued, `profile.not.found`
   */
  decide(actor: Actor, profile: ProfileKey, request: ApprovalRequest, loaded?: LoadedRequest): Promise<Approval>;
  /**
   * Whether enrolling a further factor is a high-risk action for this profile (RTS 24(2)(b)). The enrolment checks again: it
   * throws `sca.required` when it needs an approval and none was consumed.
   */
  enrolmentNeedsApproval(profile: ProfileKey, loaded?: LoadedRequest): Promise<boolean>;
}

/** `evaluation` is undefined when no token was presented and no session approves the action. */
interface Evaluated {
  readonly action: RequestedAction;
  readonly evaluation: TokenEvaluation | undefined;
  /** The presented token, if it is the caller's. */
  readonly token?: OneTimeTokenRecord;
}

export function createApprovals(context: Context): Approvals {
  const { store, keys } = context;

  function evaluate(
    actor: Actor,
    profile: ProfileKey,
    request: ApprovalRequest,
    linkDigest: string | null,
    { records, now }: { readonly records: ApprovalRecords; readonly now: number },
  ): Evaluated {
    if (records.profile?.userId !== profile.userId) throw new ScaError('profile.not.found');
    const { requiredFactors: profileFactors } = records.profile;
    const { actionType, risk } = request;
    const policy = context.policies({ clientId: profile.clientId, actionType, risk, profileFactors });
    const action: RequestedAction = { actionType, linkDigest, policy };
    if (request.oneTimeToken === undefined) {
      const { session } = records;
      const isOpen = session !== undefined && now < Math.min(session.expiresAt, session.openedAt + policy.approvalTtl);
      // A session is bound to no amount or payee, so it approves no linked action (RTS 5).
      const isApproved = isOpen && policy.risk === 'low' && policy.sharesSession && linkDigest === null;
      return { action, evaluation: isApproved ? 'approve' : undefined };
    }
    const { oneTimeToken: found, factors } = records;
    if (!found || !isIssuedFor(actor, found, profile)) return { action, evaluation: 'rejected' };
    const token = currentToken(found, factors, now);
    const tokenPolicy = context.policies({
      clientId: token.clientId,
      actionType: token.actionType,
      risk: token.risk,
      profileFactors,
    });
    return { action, evaluation: evaluateToken({ token, policy: tokenPolicy }, action, now), token };
  }

  /** Consumes the token that approves the action, or issues a new one. */
  async function consumeOrIssue(
    tx: Transaction,
    actor: Actor,
    { action, evaluation, token }: Evaluated,
    factors: EnrolledFactors,
    linkText: string | null,
  ): Promise<Approval> {
    const now = clientTime(context, tx);
    const profile = lockedProfile(tx);
    const { actionType, policy } = action;
    const facts = {
      userId: profile.userId,
      profileId: profile.profileId,
      data: { action: actionType, risk: policy.risk },
    };
    if (evaluation === 'consume' && token) {
      await tx.oneTimeTokens.save(consumeToken(token, now));
      await tx.audit.append(createAuditEvent(actor, now, { ...facts, type: 'one-time-token.consumed' }));
      return { approved: true };
    }
    if (evaluation === 'rejected') {
      await tx.audit.append(createAuditEvent(actor, now, { ...facts, type: 'approval.refused', result: 'failure' }));
    }
    const issued = await issueToken(context, tx, actor, { profile, factors }, now, {
      actionType,
      policy,
      linkDigest: action.linkDigest,
      linkText,
    });
    return 'missing' in issued
      ? { approved: false, reason: 'factors-insufficient', missing: issued.missing }
      : { approved: false, reason: 'challenge-required', oneTimeToken: issued.text };
  }

  return {
    async decide(actor, profile, request, loaded) {
      const { clientId, profileId } = profile;
      const { oneTimeToken } = request;
      const link = await boundText(context, profile, request);
      const linkDigest = link === null ? null : await keys.digest(link);
      const { records, tokenDigest } = await loadRequest(context, { clientId, profileId, oneTimeToken }, loaded);
      const now = clientTime(context, records);
      const evaluated = evaluate(actor, profile, request, linkDigest, { records, now });
      const decided = withoutChange(evaluated);
      const shown = request.enrols ?? linkText(request.link);
      // Most calls find an open session. They need no lock.
      if (decided) return decided;
      return store.transaction(profile, async (tx) => {
        if (evaluated.evaluation !== 'consume' || tokenDigest === undefined) {
          return consumeOrIssue(tx, actor, evaluated, records.factors, shown);
        }
        // Of concurrent requests with one token, one consumes it.
        const { token, factors } = await tx.oneTimeTokens.lookUp(clientId, tokenDigest);
        const current = { profile: tx.profile, session: undefined, oneTimeToken: token, factors };
        const again = evaluate(actor, profile, request, linkDigest, { records: current, now: clientTime(context, tx) });
        return withoutChange(again) ?? consumeOrIssue(tx, actor, again, records.factors, shown);
      });
    },

    async enrolmentNeedsApproval({ clientId, profileId }, loaded) {
      const { records } = await loadRequest(context, { clientId, profileId }, loaded);
      return enrolmentNeedsApproval(context, records.factors);
    },
  };
}

/** Returns the text that an approval is bound to. The digest of a PIN alone would give the PIN away. */
async function boundText(
  { keys }: Context,
  profile: ProfileKey,
  { link, enrols }: ApprovalRequest,
): Promise<string | null> {
  const text = canonicalLink(link);
  if (!enrols) return text;
  return `${enrols} ${await keys.mac('enrolment-link', ownerContext(profile), text ?? '')}`;
}

/** Returns the decision if it changes nothing. */
function withoutChange({ evaluation }: Evaluated): Approval | undefined {
  if (evaluation === 'approve') return { approved: true };
  return evaluation === 'not-cleared' ? { approved: false, reason: 'not-cleared' } : undefined;
}

type ApprovalRecords = Pick<RequestRecords, 'profile' | 'session' | 'oneTimeToken' | 'factors'>;
