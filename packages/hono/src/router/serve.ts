import type { OperationDescriptor, OperationId, Validate } from '@sca-kit/api';
import { validators } from '@sca-kit/api/validators';
import { type Actor, type ProfileKey, ScaError, type Answer as Stored } from '@sca-kit/engine';
import type { ContentKey } from '@sca-kit/jose';
import { actorOf, type Caller } from '../caller.ts';
import { toProblem } from '../errors/problem.ts';
import { renderProblem } from '../errors/render-problem.ts';
import { APPROVAL_RESULT_HEADER } from '../require-sca/approval.ts';
import { approve } from '../require-sca/require-sca.ts';
import { authenticate } from '../steps/authenticate.ts';
import { authorise } from '../steps/authorise.ts';
import { type NegotiatedContent, negotiateContent } from '../steps/content-negotiation.ts';
import { checkJoseMethod, decryptRequest } from '../steps/decrypt-request.ts';
import { encryptResponse } from '../steps/encrypt-response.ts';
import { parseForm, parseJson } from '../steps/parse-body.ts';
import { readBody } from '../steps/read-body.ts';
import type { Trace } from '../steps/trace.ts';
import { type Parameters, readParameters, validate } from '../steps/validate.ts';
import type { RouterOptions, SimulatedResponse } from './create-router.ts';
import type { HandlerRequest } from './handler.ts';
import { responseHeaders } from './response-headers.ts';
import { scaRequirement } from './sca-requirement.ts';

const JOSE_TYPE = 'application/jose+json';

/** A request that has found its operation. */
export interface Incoming {
  readonly request: Request;
  readonly trace: Trace;
  readonly path: Readonly<Record<string, string>>;
  /** Told as soon as it is known who asks: a request that is refused later on is logged with its client. */
  readonly onCaller: (caller: Caller) => void;
}

/** A handler's answer without its static type: the table of handlers has checked it. */
interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Body {
  readonly value: unknown;
  readonly contentKey: ContentKey | null;
}

/** Takes one request through the named steps, in order. Whatever refuses it is thrown. */
export async function serve(
  options: RouterOptions,
  operation: OperationDescriptor,
  { request, trace, path, onCaller }: Incoming,
): Promise<Response> {
  const { headers } = request;
  const negotiated = negotiateContent(operation, headers, options.jose);
  const caller = await authenticate(operation, headers, options.engine.identity);
  onCaller(caller);
  await injectOutcome(options, operation, caller, trace);

  const parameters = readParameters(operation, { path, query: new URL(request.url).searchParams, headers });
  validate(validators[operation.operationId].parameters, parameters, '');
  const actor = actorOf(caller, trace.traceId);
  const profile = await authorise(operation, { caller, actor, parameters }, options.engine.profiles);
  await options.rateLimit?.(caller, operation, profile);
  const body = await openBody(options, operation, { request, negotiated, caller });

  const handlerRequest = toHandlerRequest({ parameters, operation, body, caller, actor, profile, request });
  const { answer, approved } = await handleApproved(options, operation, handlerRequest, headers);
  return toResponse(options, operation, {
    answer,
    negotiated,
    caller,
    contentKey: body.contentKey,
    trace,
    // The older operations name no profile and act on the default one; their successors name it.
    path: profile ? { profileId: String(profile.profileId), ...path } : path,
    approved,
  });
}

async function injectOutcome(
  options: RouterOptions,
  { operationId, responses }: OperationDescriptor,
  caller: Caller,
  { correlationId }: Trace,
): Promise<void> {
  const outcome = await options.outcome?.({ caller, operationId, correlationId });
  // An operation never returns what it does not document.
  if (outcome && INJECTED[outcome].status in responses) throw INJECTED[outcome].error();
}

const INJECTED: Readonly<Record<SimulatedResponse, { readonly status: string; readonly error: () => Error }>> = {
  'rate-limited': {
    status: '429',
    error: () =>
      new ScaError('rate.limit.reached', 'Too many requests. Please try again later.', {
        retryAfter: 1,
        limit: 1,
        limitedBy: 'sandbox-outcome',
      }),
  },
  unavailable: {
    status: '503',
    error: () =>
      new ScaError('service.unavailable', 'The service is not available. Please try again later.', { retryAfter: 1 }),
  },
  error: { status: '500', error: () => new Error('An outcome asked for this error.') },
  'not-found': { status: '404', error: () => new ScaError('user.not.found', 'The user does not exist.') },
};

async function openBody(
  options: RouterOptions,
  operation: OperationDescriptor,
  {
    request,
    negotiated,
    caller,
  }: { readonly request: Request; readonly negotiated: NegotiatedContent; readonly caller: Caller },
): Promise<Body> {
  if (negotiated.answer === JOSE_TYPE || negotiated.request === JOSE_TYPE) checkJoseMethod(operation, request.headers);
  const type = negotiated.request;
  const text = type === null ? '' : await readBody(request, operation.request.limit);
  // An empty body with a content type is no body: many clients set the header on requests that have none.
  if (type === null || text === '') {
    if (!operation.request.required) return { value: undefined, contentKey: null };
    validate(requireBody, undefined, '/body');
  }
  const opened = await readPlain(options, operation, { text, type: type ?? '', caller });
  const bodies: Readonly<Record<string, Validate>> = validators[operation.operationId].bodies;
  const validator = bodies[type ?? ''];
  if (validator) validate(validator, opened.value, '/body');
  return opened;
}

const requireBody: Validate = Object.assign(() => false, {
  errors: [{ instancePath: '', keyword: 'required', params: {}, message: 'is missing' }],
});

async function readPlain(
  options: RouterOptions,
  operation: OperationDescriptor,
  { text, type, caller }: { readonly text: string; readonly type: string; readonly caller: Caller },
): Promise<Body> {
  const { jose } = operation.request;
  if (type === JOSE_TYPE && jose) {
    const opened = await decryptRequest(text.trim(), jose, { keys: options.jose.keys, caller, now: options.now() });
    return { value: opened.payload, contentKey: opened.contentKey };
  }
  return { value: type === 'application/x-www-form-urlencoded' ? parseForm(text) : parseJson(text), contentKey: null };
}

function toHandlerRequest(from: {
  readonly operation: OperationDescriptor;
  readonly parameters: Parameters;
  readonly body: Body;
  readonly caller: Caller;
  readonly actor: Actor;
  readonly profile: ProfileKey | null;
  readonly request: Request;
}): HandlerRequest<OperationId> {
  const { operation, parameters, body, caller, actor, profile, request } = from;
  const header = Object.fromEntries(
    operation.parameters
      .filter((parameter) => parameter.in === 'header')
      .map(({ name }) => [name, parameters.header[name.toLowerCase()]] as const)
      .filter(([, value]) => value !== undefined),
  );
  const { path, query } = parameters;
  // The validators of exactly this operation have checked every part, so the types hold.
  return {
    path,
    query,
    header,
    body: body.value,
    caller,
    actor,
    profile,
    approved: false,
    signal: request.signal,
  } as unknown as HandlerRequest<OperationId>;
}

async function handleApproved(
  options: RouterOptions,
  operation: OperationDescriptor,
  request: HandlerRequest<OperationId>,
  headers: Headers,
): Promise<{ readonly answer: Answer; readonly approved: boolean }> {
  const attempt = async (): Promise<{ readonly answer: Answer; readonly approved: boolean }> => {
    const approved = await requireApproval(options, operation, request, headers);
    return { answer: await handle(options, operation, { ...request, approved }), approved };
  };
  try {
    return await attempt();
  } catch (error) {
    // A factor that was enrolled since the look makes this one need an approval: it is asked for as usual.
    if (operation.sca?.when && error instanceof ScaError && error.code === 'sca.required') return attempt();
    throw error;
  }
}

async function requireApproval(
  options: RouterOptions,
  operation: OperationDescriptor,
  request: HandlerRequest<OperationId>,
  headers: Headers,
): Promise<boolean> {
  const { actor, profile } = request;
  if (!operation.sca) return false;
  if (!profile) throw new TypeError('A protected operation acts on a profile, but none was found.');
  const demand = await scaRequirement(options, operation, request);
  if (!demand) return false;
  await approve(options.engine, { actor, profile, headers, ...demand });
  return true;
}

async function handle(
  options: RouterOptions,
  operation: OperationDescriptor,
  request: HandlerRequest<OperationId>,
): Promise<Answer> {
  const handler = options.handlers[operation.operationId] as (
    request: HandlerRequest<OperationId>,
  ) => Promise<Answer> | Answer;
  const reference = (request.header as Readonly<Record<string, unknown>>)['idempotency-ref'];
  if (typeof reference !== 'string') return handler(request);
  let rejection: { readonly error: unknown } | undefined;
  const { answer, replayed } = await options.engine.idempotency.once(
    request.actor,
    { operation: operation.operationId, reference, payload: idempotentPayload(operation, request) },
    () =>
      settled(operation, async () => {
        try {
          return await handler(request);
        } catch (error) {
          rejection = { error };
          throw error;
        }
      }),
  );
  // The first time, a rejection goes its usual way, and into the log by its code.
  if (rejection && !replayed) throw rejection.error;
  return {
    status: answer.status,
    ...(answer.body === null ? {} : { body: JSON.parse(answer.body) as unknown }),
    headers: { ...answer.headers, ...(replayed ? { 'idempotency-replayed': 'true' } : {}) },
  };
}

/** What makes two calls the same one. A step-up is of one token: after a new log-in it is another call. */
function idempotentPayload({ tag }: OperationDescriptor, { path, body, caller }: HandlerRequest<OperationId>): unknown {
  return [path, body ?? null, ...(tag === 'Step-up' ? [caller.token?.digest] : [])];
}

/** The handler's answer as text. A rejection is an answer too, and the engine knows which of them a repeat gets again. */
async function settled(operation: OperationDescriptor, work: () => Promise<Answer> | Answer): Promise<Stored> {
  try {
    const { status, body, headers } = await work();
    return { status, headers: headers ?? {}, body: body === undefined ? null : JSON.stringify(body) };
  } catch (error) {
    const { status, headers, body } = renderProblem(operation.errors, toProblem(error));
    return { status, headers, body: JSON.stringify(body) };
  }
}

async function toResponse(
  options: RouterOptions,
  operation: OperationDescriptor,
  from: {
    readonly answer: Answer;
    readonly negotiated: NegotiatedContent;
    readonly caller: Caller;
    readonly contentKey: ContentKey | null;
    readonly trace: Trace;
    readonly path: Incoming['path'];
    readonly approved: boolean;
  },
): Promise<Response> {
  const { answer, negotiated, caller, contentKey, trace, path, approved } = from;
  const headers: Record<string, string> = {
    ...responseHeaders({ operation, family: operation.errors, trace, path }),
    ...(approved ? { [APPROVAL_RESULT_HEADER]: 'APPROVED' } : {}),
    ...answer.headers,
  };
  if (answer.body === undefined) return new Response(null, { status: answer.status, headers });
  const type = answer.status >= 400 ? 'application/json' : (negotiated.answer ?? 'application/json');
  headers['Content-Type'] = type;
  if (type === JOSE_TYPE && operation.responseJose) {
    headers['X-TW-JOSE-Method'] = operation.responseJose.method;
    const sealed = await encryptResponse(answer.body, operation.responseJose, {
      keys: options.jose.keys,
      caller,
      contentKey,
      now: options.now(),
    });
    return new Response(sealed, { status: answer.status, headers });
  }
  const text =
    answer.body instanceof ReadableStream || typeof answer.body === 'string'
      ? answer.body
      : JSON.stringify(answer.body);
  return new Response(text, { status: answer.status, headers });
}
