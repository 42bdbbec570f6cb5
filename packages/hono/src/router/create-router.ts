import { type OperationDescriptor, type OperationId, operationIds, operationOf } from '@sca-kit/api';
import type { Engine, ProfileKey } from '@sca-kit/engine';
import { Hono } from 'hono';
import { ANONYMOUS, type Caller } from '../caller.ts';
import type { ErrorFamily } from '../errors/render-problem.ts';
import { RequestError } from '../errors/request-error.ts';
import type { JoseMode } from '../steps/content-negotiation.ts';
import type { JoseKeys } from '../steps/decrypt-request.ts';
import { traceOf } from '../steps/trace.ts';
import { errorResponse } from './error-response.ts';
import type { HandlerRequest, Handlers } from './handler.ts';
import { type Incoming, serve } from './serve.ts';

/** One line of the access log. Holds no body, no query and no header value. */
export interface AccessLogEntry {
  readonly traceId: string;
  readonly correlationId: string | null;
  readonly method: string;
  /** The operation, or null for a path that is none. */
  readonly operationId: OperationId | null;
  readonly clientId: string | null;
  readonly status: number;
  readonly milliseconds: number;
  /** The stable code of a failure. */
  readonly code: string | null;
  /** What was thrown when the failure is ours (5xx); for the log alone. */
  readonly cause: unknown;
}

/** What an adapter may say of a request: `app.fetch(request, { rejection })`. */
export interface RouterBindings {
  /** Why the request must not be served, whatever it asks for: answered and logged as the operation would. */
  readonly rejection?: RequestError;
}

/** What a sandbox can make the next request answer. */
export type SimulatedResponse = 'rate-limited' | 'unavailable' | 'error' | 'not-found';

export interface RouterOptions {
  readonly engine: Pick<Engine, 'identity' | 'profiles' | 'approvals' | 'idempotency'>;
  readonly handlers: Handlers;
  readonly jose: JoseMode & { readonly keys: JoseKeys };
  /** Whether the operations tagged Sandbox exist; without it they are unknown paths. */
  readonly sandbox: boolean;
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** 32 hex digits. */
  readonly newTraceId: () => string;
  readonly log: (entry: AccessLogEntry) => void;
  /** Counts the request against the limits of its caller and profile. Throws `ScaError` (429). */
  readonly rateLimit?: (caller: Caller, operation: OperationDescriptor, profile: ProfileKey | null) => Promise<void>;
  /** The values that dynamic linking binds, where the description's pointers into the request do not say all. */
  readonly links?: {
    readonly [Id in OperationId]?: (request: HandlerRequest<Id>) => Promise<Readonly<Record<string, unknown>>>;
  };
  /** One-shot outcomes of a sandbox. */
  readonly outcome?: (request: {
    readonly caller: Caller;
    readonly operationId: OperationId;
    readonly correlationId: string | null;
  }) => Promise<SimulatedResponse | undefined>;
}

/**
 * A Hono app with one route for each operation of the description.
 * Every request passes the same named steps: trace, limits, authenticate, authorise, decryptRequest, validate,
 * requireSca, the handler, encryptResponse; what any of them throws is rendered in the family's own error shape.
 */
export function createRouter(options: RouterOptions): Hono {
  const app = new Hono();
  const operations = operationIds.map(operationOf).filter(({ tag }) => options.sandbox || tag !== 'Sandbox');
  const routes = operations.map((operation) => ({ operation, pattern: pathPattern(operation.path) }));
  app.use(async (c, next) => {
    const { rejection } = (c.env ?? {}) as RouterBindings;
    if (!rejection) return next();
    const asked = routes.find(({ operation, pattern }) => isOf(operation, c.req.method) && pattern.test(c.req.path));
    return timed(options, asked?.operation ?? null, () => Promise.reject(rejection))(c.req.raw, {});
  });
  for (const operation of operations) {
    const respond = timed(options, operation, (incoming) => serve(options, operation, incoming));
    app.on(operation.method.toUpperCase(), honoPath(operation.path), (c) => respond(c.req.raw, c.req.param()));
  }
  const respondUnknown = timed(options, null, unknownRoute(routes));
  app.notFound((c) => respondUnknown(c.req.raw, {}));
  return app;
}

/** Answers a request with whatever `work` gives or throws, and logs it. */
function timed(
  options: RouterOptions,
  operation: OperationDescriptor | null,
  work: (incoming: Incoming) => Promise<Response>,
): (request: Request, path: Incoming['path']) => Promise<Response> {
  return async (request, path) => {
    const started = performance.now();
    const trace = traceOf(request.headers, options.newTraceId);
    let caller: Caller = ANONYMOUS;
    let outcome: { readonly response: Response; readonly code: string | null; readonly cause: unknown };
    try {
      const onCaller = (known: Caller): void => {
        caller = known;
      };
      outcome = { response: await work({ request, trace, path, onCaller }), code: null, cause: undefined };
    } catch (error) {
      outcome = errorResponse(error, { operation, family: familyOf(operation, request), trace, path });
    }
    const { response, code, cause } = outcome;
    options.log({
      ...trace,
      method: request.method,
      operationId: operation?.operationId ?? null,
      clientId: caller.clientId || null,
      status: response.status,
      milliseconds: performance.now() - started,
      code,
      cause,
    });
    return request.method === 'HEAD' ? withoutBody(response) : response;
  };
}

/** The answer to HEAD. A stream that nobody is going to read would otherwise stay open. */
async function withoutBody(response: Response): Promise<Response> {
  await response.body?.cancel();
  return new Response(null, response);
}

interface Route {
  readonly operation: OperationDescriptor;
  readonly pattern: RegExp;
}

/** Unknown path: 404. Known path, other method: 405 with the methods that it has. */
function unknownRoute(routes: readonly Route[]): (incoming: Incoming) => Promise<never> {
  return async ({ request }) => {
    const { pathname } = new URL(request.url);
    const methods = routes
      .filter(({ pattern }) => pattern.test(pathname))
      .map(({ operation }) => operation.method.toUpperCase());
    if (methods.length === 0)
      throw new RequestError('route.not.found', 'There is no such path. The description lists all of them.');
    const allow = [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))]
      .sort()
      .join(', ');
    throw new RequestError('method.not.allowed', `This path takes ${allow}.`, { headers: { Allow: allow } });
  };
}

function familyOf(operation: OperationDescriptor | null, request: Request): ErrorFamily {
  if (operation) return operation.errors;
  const { pathname } = new URL(request.url);
  if (/^\/(authentication_factors|stepup|managed_accounts|login_with_password)(\/|$)/.test(pathname)) return 'factor';
  return /^\/(oauth|v1\/auth\/jose)(\/|$)/.test(pathname) ? 'oauth' : 'errors';
}

/** HEAD is answered as GET. */
function isOf(operation: OperationDescriptor, method: string): boolean {
  return operation.method.toUpperCase() === (method === 'HEAD' ? 'GET' : method);
}

function honoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

function pathPattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}
