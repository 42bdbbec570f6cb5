import { type Call, carriedOptions, discard, type Layer, textOf, withHeaders } from '../layer.ts';
import { type Clearing, clearToken } from './clear.ts';
import type { RequestToApprove } from './handlers.ts';
import { SharedSessions } from './shared-sessions.ts';

const APPROVAL_HEADER = 'x-2fa-approval';

/**
 * Clears the challenges of a call that was refused for want of Strong Customer Authentication, then repeats it once with
 * the cleared one-time token. What the repeat is answered is the answer.
 *
 * Calls of low risk that need the same session at the same time share one step-up, if the same handlers are asked.
 * High-risk tokens are bound to their own request (RTS 5) and never shared.
 */
export function stepUp(clearing: Clearing): Layer {
  const sessions = new WeakMap<object, SharedSessions>();
  const sessionsOf = (asked: object): SharedSessions => {
    const shared = sessions.get(asked) ?? new SharedSessions();
    sessions.set(asked, shared);
    return shared;
  };

  return (call, next) => {
    const asked = call.handlers ?? clearing.handlers;
    if (asked === undefined) return next(call);
    const { signal } = call.template;
    const repeatAfterOwn = async (oneTimeToken: string): Promise<Response> => {
      await clearToken(clearing, targetOf(call, oneTimeToken), signal);
      return next(withHeaders(call, { [APPROVAL_HEADER]: oneTimeToken }));
    };

    const alone = async (): Promise<Response> => {
      const response = await next(call);
      const oneTimeToken = tokenToClear(response);
      if (oneTimeToken === undefined) return response;
      await discard(response);
      return repeatAfterOwn(oneTimeToken);
    };

    const key = sessionKey(call);
    if (key === undefined) return alone();
    return sessionsOf(asked).with(key, async (session) => {
      const response = await next(call);
      const oneTimeToken = tokenToClear(response);
      if (oneTimeToken === undefined) return response;
      await discard(response);
      const own = await session.open(() => clearToken(clearing, targetOf(call, oneTimeToken), signal), signal);
      // With the session of another call this is a first try still; should it not do, the call clears its own token.
      return own ? next(withHeaders(call, { [APPROVAL_HEADER]: oneTimeToken })) : alone();
    });
  };
}

/** The token of a refusal that clearing challenges can help; undefined for every other answer. */
function tokenToClear(response: Response): string | undefined {
  if (response.status !== 403 || response.headers.get('x-2fa-approval-result') !== 'REJECTED') return undefined;
  return response.headers.get(APPROVAL_HEADER) || undefined;
}

/** Which calls one low-risk session serves: those of one caller on one profile. */
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
    options: carriedOptions(call),
    handlers: call.handlers,
    request: requestOf(call),
  };
}

/** What is shown is read from what is sent: the object that the caller passed may have changed since. */
function requestOf({ operation, path, headers, body }: Call): RequestToApprove {
  const isJson = body !== undefined && headers.get('content-type')?.startsWith('application/json');
  const request = {
    operationId: operation.operationId,
    method: operation.method,
    path: operation.path,
    params: { path: { ...path } },
    body: isJson ? JSON.parse(textOf(body)) : undefined,
  };
  // Which operation it is shows only now, so the types of the API end here.
  return request as RequestToApprove;
}
