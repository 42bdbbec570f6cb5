import { type Actor, createAuditEvent } from '../actor.ts';
import { type Context, timeIn } from '../context.ts';
import { enrolmentNeedsApproval } from '../factors/enrolment-transaction.ts';
import { canonicalLink, type Link, linkText } from '../one-time-token/dynamic-linking.ts';
import { mayUse } from '../one-time-token/one-time-tokens.ts';
import { findToken, issueToken, profileOf, saveToken } from '../one-time-token/stored-token.ts';
import { consumeToken } from '../one-time-token/transitions.ts';
import type { ProfileKey, Risk, Transaction } from '../ports/index.ts';
import { evaluateToken, type RequestedAction, type TokenEvaluation } from './evaluate-token.ts';

export interface ApprovalRequest {
  readonly actionType: string;
  readonly risk: Risk;
  /** What dynamic linking binds (RTS 5): the values that the operation's `x-sca.link` points at. With it no session serves. */
  readonly link?: Link;
  /** The text that the caller presented. */
  readonly oneTimeToken?: string;
}

export type Approval =
  | { readonly approved: true }
  /** A fresh token was made. */
  | { readonly approved: false; readonly reason: 'challenge-required'; readonly oneTimeToken: string }
  /** The presented token will do once it is cleared. */
  | { readonly approved: false; readonly reason: 'not-cleared' }
  /** `missing`: how many more categories must be enrolled. */
  | { readonly approved: false; readonly reason: 'factors-insufficient'; readonly missing: number };

export interface Approvals {
  /**
   * Decides whether a protected action may go ahead; a high-risk approval is used up by it.
   * @throws ScaError `sca.locked` when a token would have to be made, `profile.not.found`
   */
  decide(actor: Actor, profile: ProfileKey, request: ApprovalRequest): Promise<Approval>;
  /**
   * Whether enrolling one more factor is a high-risk action for this profile (RTS 24(2)(b)). The enrolment decides
   * again: it is told whether an approval was used up, and refuses with `sca.required` without one that it needs.
   */
  enrolmentNeedsApproval(profile: ProfileKey): Promise<boolean>;
}

/** What is worth what the caller has, or whose lack has to be made good. */
type Standing = { readonly asked: RequestedAction; readonly judgement: TokenEvaluation | undefined };

export function createApprovals(context: Context): Approvals {
  const { store, keys } = context;

  async function weigh(
    tx: Transaction,
    actor: Actor,
    key: ProfileKey,
    request: ApprovalRequest,
    digests: Digests,
  ): Promise<Standing> {
    const now = timeIn(context, tx);
    const { requiredFactors: profileFactors } = await profileOf(tx, key);
    const { actionType, risk } = request;
    const policy = context.policies({ clientId: key.clientId, actionType, risk, profileFactors });
    const asked: RequestedAction = { actionType, linkDigest: digests.link, policy };
    if (digests.token === undefined) {
      const session = await tx.scaSessions.find(key);
      const isOpen = session !== undefined && now < Math.min(session.expiresAt, session.openedAt + policy.approvalTtl);
      // A session is bound to nothing: it serves no action that is linked (RTS 5).
      const serves = isOpen && policy.risk === 'low' && policy.sharesSession && digests.link === null;
      return { asked, judgement: serves ? 'approve' : undefined };
    }
    const token = await findToken(tx, key.clientId, digests.token, now);
    if (!token || !mayUse(actor, token, key)) return { asked, judgement: 'rejected' };
    const { clientId, actionType: clearedFor } = token;
    const cleared = context.policies({ clientId, actionType: clearedFor, risk: token.risk, profileFactors });
    return { asked, judgement: evaluateToken({ token, policy: cleared }, asked, now) };
  }

  async function consumeOrIssue(
    tx: Transaction,
    actor: Actor,
    key: ProfileKey,
    { asked, judgement }: Standing,
    digests: Digests,
    link: Link | undefined,
  ): Promise<Approval> {
    if (judgement === 'approve') return { approved: true };
    if (judgement === 'not-cleared') return { approved: false, reason: 'not-cleared' };
    const now = timeIn(context, tx);
    const { actionType, policy } = asked;
    const facts = { userId: key.userId, profileId: key.profileId, data: { action: actionType, risk: policy.risk } };
    if (judgement === 'consume') {
      const token = await findToken(tx, key.clientId, digests.token ?? '', now);
      if (token) await saveToken(tx, consumeToken(token, now));
      await tx.audit.append(createAuditEvent(actor, now, { ...facts, type: 'one-time-token.consumed' }));
      return { approved: true };
    }
    if (judgement === 'rejected') {
      await tx.audit.append(createAuditEvent(actor, now, { ...facts, type: 'approval.refused', result: 'failure' }));
    }
    const profile = await profileOf(tx, key);
    const issued = await issueToken(context, tx, actor, profile, now, {
      actionType,
      policy,
      linkDigest: asked.linkDigest,
      linkText: linkText(link),
    });
    return 'missing' in issued
      ? { approved: false, reason: 'factors-insufficient', missing: issued.missing }
      : { approved: false, reason: 'challenge-required', oneTimeToken: issued.text };
  }

  return {
    async decide(actor, key, request) {
      const link = canonicalLink(request.link);
      const digests: Digests = {
        token: request.oneTimeToken === undefined ? undefined : await keys.digest(request.oneTimeToken),
        link: link === null ? null : await keys.digest(link),
      };
      // Most calls find an open session: they take no lock.
      const { judgement } = await store.read(key, (tx) => weigh(tx, actor, key, request, digests));
      if (judgement === 'approve') return { approved: true };
      return store.transaction(key, async (tx) =>
        consumeOrIssue(tx, actor, key, await weigh(tx, actor, key, request, digests), digests, request.link),
      );
    },

    enrolmentNeedsApproval: (key) => store.read(key, (tx) => enrolmentNeedsApproval(context, tx, key)),
  };
}

interface Digests {
  readonly token: string | undefined;
  readonly link: string | null;
}
