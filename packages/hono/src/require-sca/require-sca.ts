import type { Actor, ChallengeType, DynamicLink, Engine, LoadedRequest, ProfileKey, Risk } from '@sca-kit/engine';
import type { Context, MiddlewareHandler } from 'hono';
import { renderError } from '../errors/render-error.ts';
import { APPROVAL_HEADER, APPROVAL_RESULT_HEADER, ScaRejection } from './approval.ts';

export interface RequireScaOptions {
  readonly engine: Pick<Engine, 'approvals'>;
  /** Returns the user and profile that act. Your own authentication has to run before. */
  readonly subject: (
    c: Context,
  ) => Promise<{ actor: Actor; profile: ProfileKey }> | { actor: Actor; profile: ProfileKey };
  /** The name of the action in upper case, for example `TRANSFER__FUND`. */
  readonly actionType: string;
  /** `low`: an approval opens a session of five minutes. `high`: every action needs its own approval. */
  readonly risk: Risk;
  /** Returns what the approval is bound to (dynamic linking, RTS 5), for example `{ amount, payee }`. Required for payments. */
  readonly link?: (c: Context) => Promise<DynamicLink> | DynamicLink;
}

/**
 * Creates a Hono middleware that requires Strong Customer Authentication. Without a cleared one-time token in
 * `x-2fa-approval` or an open low-risk session it returns 403 with `x-2fa-approval-result: REJECTED` and a new token.
 * @throws TypeError when an option is missing or malformed
 * @example
 * app.post(
 *   '/orders/:order/pay',
 *   requireSca({
 *     engine,
 *     subject: (c) => c.get('subject'),
 *     actionType: 'ORDER__PAY',
 *     risk: 'high',
 *     link: (c) => ({ order: c.req.param('order') }),
 *   }),
 *   (c) => c.json({ paid: true }),
 * );
 */
export function requireSca(options: RequireScaOptions): MiddlewareHandler {
  checkOptions(options);
  const { engine, subject, actionType, risk } = options;
  return async (c, next) => {
    try {
      const { actor, profile } = await subject(c);
      const link = await options.link?.(c);
      await assertApproved(engine, { actor, profile, actionType, risk, link, headers: c.req.raw.headers });
    } catch (error) {
      return rejection(c, error);
    }
    await next();
    c.header(APPROVAL_RESULT_HEADER, 'APPROVED');
  };
}

/** Callers without TypeScript get their errors when the application starts, not on the first request. */
function checkOptions({ engine, subject, actionType, risk, link }: RequireScaOptions): void {
  if (typeof engine?.approvals?.decide !== 'function')
    throw new TypeError('requireSca: engine must be the result of createEngine().');
  if (typeof subject !== 'function')
    throw new TypeError('requireSca: subject must be a function that returns { actor, profile }.');
  if (!/^[A-Z][A-Z0-9_]{0,63}$/.test(actionType)) {
    throw new TypeError(
      'requireSca: actionType must be 1 to 64 upper-case letters, digits and underscores, like TRANSFER__FUND.',
    );
  }
  if (risk !== 'low' && risk !== 'high') throw new TypeError("requireSca: risk must be 'low' or 'high'.");
  if (link !== undefined && typeof link !== 'function')
    throw new TypeError('requireSca: link must be a function that returns what the approval is bound to.');
}

function rejection(c: Context, error: unknown): Response {
  const rejected = error instanceof ScaRejection;
  const { code, status, headers, body } = renderError('standard', rejected ? error.error : error);
  // Any other error belongs to the application and its error handler.
  if (code === 'internal.error') throw error;
  return c.json(body, status as 403, { ...headers, ...(rejected ? error.headers : {}) });
}

/** @throws ScaRejection when the action is not approved */
export async function assertApproved(
  engine: Pick<Engine, 'approvals'>,
  request: {
    readonly actor: Actor;
    readonly loaded?: LoadedRequest | undefined;
    readonly profile: ProfileKey;
    readonly actionType: string;
    readonly risk: Risk;
    readonly link: DynamicLink | undefined;
    readonly enrols?: ChallengeType | undefined;
    readonly headers: Headers;
  },
): Promise<void> {
  const { actor, loaded, profile, actionType, risk, link, enrols, headers } = request;
  const oneTimeToken = headers.get(APPROVAL_HEADER)?.trim();
  const approval = await engine.approvals.decide(
    actor,
    profile,
    {
      actionType,
      risk,
      ...(link ? { link } : {}),
      ...(enrols ? { enrols } : {}),
      ...(oneTimeToken ? { oneTimeToken } : {}),
    },
    loaded,
  );
  if (!approval.approved) throw new ScaRejection(approval);
}
