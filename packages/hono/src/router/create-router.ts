import { type OperationDescriptor, operationIds, operationOf } from '@sca-kit/api';
import { Hono } from 'hono';
import { RequestError } from '../errors/request-error.ts';
import { readTrace } from '../steps/read-trace.ts';
import { createPipeline } from './create-pipeline.ts';
import type { Exchange, IncomingRequest } from './exchange.ts';
import type { RouterBindings, RouterOptions } from './options.ts';
import { PIPELINE } from './pipeline.ts';
import { type RespondingPipeline, serve } from './serve.ts';

/**
 * Creates a Hono app with one route for each operation of the OpenAPI document. Every request passes the steps of
 * `pipeline.ts`, and every error is rendered in the format of the operation's family.
 * @example
 * const app = createRouter({ engine, handlers, jose, sandbox: false, now: Date.now, newTraceId, log: console.log });
 * const response = await app.request('/v2/profiles/101/pin/verify', { method: 'POST', headers, body });
 */
export function createRouter(options: RouterOptions): Hono {
  const app = new Hono();
  const operations = operationIds.map(operationOf).filter(({ tag }) => options.sandbox || tag !== 'Sandbox');
  const routes = operations.map((operation) => ({ operation, pattern: pathPattern(operation.path) }));
  app.use(async (c, next) => {
    const { rejection } = (c.env ?? {}) as RouterBindings;
    if (!rejection) return next();
    const route = routes.find(({ operation, pattern }) => isOf(operation, c.req.method) && pattern.test(c.req.path));
    const incoming = { options, operation: route?.operation ?? null, request: c.req.raw, path: {} };
    return serve(
      rejecting(() => rejection),
      incoming,
    );
  });
  for (const operation of operations) {
    app.on(operation.method.toUpperCase(), honoPath(operation.path), (c) =>
      serve(PIPELINE, { options, operation, request: c.req.raw, path: c.req.param() }),
    );
  }
  const unknownRoute = rejecting(({ request }) => unknownRouteError(routes, request));
  app.notFound((c) => serve(unknownRoute, { options, operation: null, request: c.req.raw, path: {} }));
  return app;
}

/** A pipeline that rejects every request, for requests that reach no operation. */
function rejecting(toError: (incoming: IncomingRequest) => RequestError): RespondingPipeline {
  return createPipeline<IncomingRequest>()
    .step(readTrace)
    .step((incoming): Pick<Exchange, 'response'> => {
      throw toError(incoming);
    });
}

interface Route {
  readonly operation: OperationDescriptor;
  readonly pattern: RegExp;
}

/** 404 for an unknown path; 405 with the allowed methods for a known path with another method. */
function unknownRouteError(routes: readonly Route[], request: Request): RequestError {
  const { pathname } = new URL(request.url);
  const methods = routes
    .filter(({ pattern }) => pattern.test(pathname))
    .map(({ operation }) => operation.method.toUpperCase());
  if (methods.length === 0) {
    return new RequestError('route.not.found');
  }
  const allow = [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))]
    .sort()
    .join(', ');
  return new RequestError('method.not.allowed', `This path supports ${allow}.`, { headers: { Allow: allow } });
}

/** HEAD is served as GET. */
function isOf(operation: OperationDescriptor, method: string): boolean {
  return operation.method.toUpperCase() === (method === 'HEAD' ? 'GET' : method);
}

function honoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

function pathPattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}
