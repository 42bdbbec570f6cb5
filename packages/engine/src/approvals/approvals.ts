import { type Actor, createAuditEvent } from '../actor.ts';
import { type Context, clientTime } from '../context.ts';
import type { ChallengeType } from '../factors/challenge-type.ts';
import { enrolmentNeedsApproval } from '../factors/enrolment-transaction.ts';
import { ownerContext } from '../factors/factor.ts';
import { canonicalLink, type DynamicLink, linkText } from '../one-time-token/dynamic-linking.ts';
import { issueToken } from '../one-time-token/issue-token.ts';
import { isIssuedFor } from '../one-time-token/one-time-tokens.ts';
import { findToken, saveToken } from '../one-time-token/stored-token.ts';
import { consumeToken } from '../one-time-token/transitions.ts';
import type { ProfileKey, Risk, Transaction } from '../ports/index.ts';
import { findProfile } from '../profiles/find-profile.ts';
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
   * @throws ScaError `sca.locked` when a token would have to be issued, `profile.not.found`
   */
  decide(actor: Actor, profile: ProfileKey, request: ApprovalRequest): Promise<Approval>;
  /**
   * Whether enrolling a further factor is a high-risk action for this profile (RTS 24(2)(b)). The enrolment checks again: it
   * throws `sca.required` when it needs an approval and none was consumed.
   */
  enrolmentNeedsApproval(profile: ProfileKey): Promise<boolean>;
}

/** `evaluation` is undefined when no token was presented and no session approves the action. */
type Evaluated = { readonly action: RequestedAction; readonly evaluation: TokenEvaluation | undefined };

export function createApprovals(context: Context): Approvals {
  const { store, keys } = context;

  async function evaluate(
    tx: Transaction,
    actor: Actor,
    profile: ProfileKey,
    request: ApprovalRequest,
    digests: Digests,
  ): Promise<Evaluated> {
    const now = clientTime(context, tx);
    const { requiredFactors: profileFactors } = await findProfile(tx, profile);
    const { actionType, risk } = request;
    const policy = context.policies({ clientId: profile.clientId, actionType, risk, profileFactors });
    const action: RequestedAction = { actionType, linkDigest: digests.link, policy };
    if (digests.token === undefined) {
      const session = await tx.scaSessions.find(profile);
      const isOpen = session !== undefined && now < Math.min(session.expiresAt, session.openedAt + policy.approvalTtl);
      // A session is bound to no amount or payee, so it approves no linked action (RTS 5).
      const isApproved = isOpen && policy.risk === 'low' && policy.sharesSession && digests.link === null;
      return { action, evaluation: isApproved ? 'approve' : undefined };
    }
    const token = await findToken(tx, profile.clientId, digests.token, now);
    if (!token || !isIssuedFor(actor, token, profile)) return { action, evaluation: 'rejected' };
    const tokenPolicy = context.policies({
      clientId: token.clientId,
      actionType: token.actionType,
      risk: token.risk,
      profileFactors,
    });
    return { action, evaluation: evaluateToken({ token, policy: tokenPolicy }, action, now) };
  }

  async function consumeOrIssue(
    tx: Transaction,
    actor: Actor,
    profile: ProfileKey,
    { action, evaluation }: Evaluated,
    digests: Digests,
    linkText: string | null,
  ): Promise<Approval> {
    if (evaluation === 'approve') return { approved: true };
    if (evaluation === 'not-cleared') return { approved: false, reason: 'not-cleared' };
    const now = clientTime(context, tx);
    const { actionType, policy } = action;
    const facts = {
      userId: profile.userId,
      profileId: profile.profileId,
      data: { action: actionType, risk: policy.risk },
    };
    if (evaluation === 'consume') {
      const token = await findToken(tx, profile.clientId, digests.token ?? '', now);
      if (token) await saveToken(tx, consumeToken(token, now));
      await tx.audit.append(createAuditEvent(actor, now, { ...facts, type: 'one-time-token.consumed' }));
      return { approved: true };
    }
    if (evaluation === 'rejected') {
      await tx.audit.append(createAuditEvent(actor, now, { ...facts, type: 'approval.refused', result: 'failure' }));
    }
    const issued = await issueToken(context, tx, actor, await findProfile(tx, profile), now, {
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
    async decide(actor, profile, request) {
      const link = await boundText(context, profile, request);
      const digests: Digests = {
        token: request.oneTimeToken === undefined ? undefined : await keys.digest(request.oneTimeToken),
        link: link === null ? null : await keys.digest(link),
      };
      // Most calls find an open session. They need no lock.
      const { evaluation } = await store.read(profile, (tx) => evaluate(tx, actor, profile, request, digests));
      if (evaluation === 'approve') return { approved: true };
      return store.transaction(profile, async (tx) =>
        consumeOrIssue(
          tx,
          actor,
          profile,
          await evaluate(tx, actor, profile, request, digests),
          digests,
          request.enrols ?? linkText(request.link),
        ),
      );
    },

    enrolmentNeedsApproval: (profile) => store.read(profile, (tx) => enrolmentNeedsApproval(context, tx, profile)),
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

interface Digests {
  readonly token: string | undefined;
  readonly link: string | null;
}
