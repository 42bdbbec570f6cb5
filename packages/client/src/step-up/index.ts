import { type Call, discard, forwardedOptions, type Layer, textOf, withHeaders } from '../layer.ts';
import { type ClearContext, clearToken } from './clear-token.ts';
import type { RequestToApprove } from './handlers.ts';
import { SharedSessions } from './shared-sessions.ts';

const APPROVAL_HEADER = 'x-2fa-approval';

/**
 * Clears the challenges of a call that was rejected because it requires Strong Customer Authentication, then repeats it
 * once with the cleared one-time token and returns that response.
 *
 * Parallel low-risk calls that need the same session share one step-up, if they have the same handlers.
 * High-risk tokens are bound to their own request (RTS 5) and never shared.
 */
export function stepUp(context: ClearContext): Layer {
  const sessions = new WeakMap<object, SharedSessions>();
  const sessionsOf = (handlers: object): SharedSessions => {
    const shared = sessions.get(handlers) ?? new SharedSessions();
    sessions.set(handlers, shared);
    return shared;
  };

  return (call, next) => {
    const handlers = call.handlers ?? context.handlers;
    if (handlers === undefined) return next(call);
    const { signal } = call.template;
    const clearAndRepeat = async (oneTimeToken: string): Promise<Response> => {
      await clearToken(context, targetOf(call, oneTimeToken), signal);
      return next(withHeaders(call, { [APPROVAL_HEADER]: oneTimeToken }));
    };

    const alone = async (): Promise<Response> => {
      const response = await next(call);
      const oneTimeToken = tokenToClear(response);
      if (oneTimeToken === undefined) return response;
      await discard(response);
      return clearAndRepeat(oneTimeToken);
    };

    const key = sessionKey(call);
    if (key === undefined) return alone();
    return sessionsOf(handlers).with(key, async (session) => {
      const response = await next(call);
      const oneTimeToken = tokenToClear(response);
      if (oneTimeToken === undefined) return response;
      await discard(response);
      const own = await session.open(() => clearToken(context, targetOf(call, oneTimeToken), signal), signal);
      // Another call opened the session: try with it first, and clear an own token if that is not enough.
      return own ? next(withHeaders(call, { [APPROVAL_HEADER]: oneTimeToken })) : alone();
    });
  };
}

/** Returns the one-time token of a 403 that clearing challenges can resolve; undefined for other responses. */
function tokenToClear(response: Response): string | undefined {
  if (response.status !== 403 || response.headers.get('x-2fa-approval-result') !== 'REJECTED') return undefined;
  return response.headers.get(APPROVAL_HEADER) || undefined;
}

/** Returns the key of a low-risk session: caller and profile. */
function sessionKey(call: Call): string | undefined {
  const { operation, path, headers } = call;
  if (operation.sca?.risk !== 'low' || headers.has(APPROVAL_HEADER)) return undefined;
  return JSON.stringify([path.profileId ?? null, headers.get('authorization')]);
}

function targetOf(call: Call, oneTimeToken: string): Parameters<typeof clearToken>[1] {
  const { profileId } = call.path;
  return {
    oneTimeToken,
    profileId: profileId === undefined ? undefined : Number(profileId),
    options: forwardedOptions(call),
    handlers: call.handlers,
    request: requestOf(call),
  };
}

/** Reads the request from the sent body, because the object of the caller may have changed since. */
function requestOf({ operation, path, headers, body }: Call): RequestToApprove {
  const isJson = body !== undefined && headers.get('content-type')?.startsWith('application/json');
  const request = {
    operationId: operation.operationId,
    method: operation.method,
    path: operation.path,
    params: { path: { ...path } },
    body: isJson ? JSON.parse(textOf(body)) : undefined,
  };
  // The operation is known only at run time, so the typed interface does not apply.
  return request as RequestToApprove;
}
