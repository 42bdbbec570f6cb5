import { type OperationDescriptor, operationIds, operationOf } from '@sca-kit/api';
import { type Context, Hono } from 'hono';
import { RequestError } from '../errors/request-error.ts';
import { readTrace } from '../steps/read-trace.ts';
import { createPipeline } from './create-pipeline.ts';
import type { Exchange, IncomingRequest } from './exchange.ts';
import type { RouterBindings, RouterOptions } from './options.ts';
import { pathOf } from './path-of.ts';
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
  const app = new Hono({ getPath: (request) => pathOf(request) });
  const operations = operationIds.map(operationOf).filter(({ tag }) => options.sandbox || tag !== 'Sandbox');
  const respond = (c: Context, operation: OperationDescriptor | null, pipeline: RespondingPipeline) => {
    const { rejection } = (c.env ?? {}) as RouterBindings;
    const request = { options, operation, request: c.req.raw, path: operation ? c.req.param() : {} };
    return serve(rejection ? rejecting(() => rejection) : pipeline, request);
  };
  for (const operation of operations) {
    app.on(operation.method.toUpperCase(), honoPath(operation.path), (c) => respond(c, operation, PIPELINE));
  }
  const unknownRoute = rejecting(({ request }) => unknownRouteError(app, request));
  app.notFound((c) => respond(c, null, unknownRoute));
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

/** In the order of an `Allow` header. */
const METHODS = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'] as const;

/** 404 for an unknown path; 405 with the allowed methods for a known path with another method. */
function unknownRouteError({ router }: Hono, request: Request): RequestError {
  const pathname = pathOf(request);
  // Middleware of the application matches every path, with the method ALL.
  const methods = METHODS.filter((method) =>
    router.match(method, pathname)[0].some(([[, route]]) => route.method === method),
  );
  if (methods.length === 0) return new RequestError('route.not.found');
  const allow = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ');
  return new RequestError('method.not.allowed', `This path supports ${allow}.`, { headers: { Allow: allow } });
}

function honoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}
