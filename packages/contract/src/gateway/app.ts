import { parseContentType } from '@sca-kit/openapi';
import { Hono } from 'hono';
import type { ExchangeContext } from './exchange.ts';
import type { Gateway } from './gateway.ts';
import { BROKEN_OFF, malformedRequestProblem } from './malformed-request.ts';
import { isStream } from './media-type.ts';
import { HOP_BY_HOP, type RawRequest, type RawResponse } from './message.ts';
import { problemResponse, violationProblem } from './problem.ts';
import { gatewayFailure, type Violation } from './violation.ts';

/** The largest request body, in bytes. */
const MAX_REQUEST = 16 * 1024 * 1024;

/** The gateway as an HTTP application; `app.fetch(request, { exchange })` passes the context of a request. */
export type GatewayApp = Hono<{ Bindings: { exchange?: ExchangeContext } }>;

/**
 * Creates an HTTP application for a gateway.
 *
 * @example
 * const app = createGatewayApp(createMockGateway({ contract }));
 * const response = await app.request('/boxes/7');
 */
export function createGatewayApp(gateway: Gateway): GatewayApp {
  const app: GatewayApp = new Hono();
  app.all('*', async (context) => {
    // The client closed the connection: there is no one to respond to.
    const raw = await readRequest(context.req.raw).catch(() => BROKEN_OFF);
    if (!raw) return toResponse(problemResponse(TOO_LARGE), 'POST');
    if ('status' in raw) return toResponse(malformedRequestProblem(raw), 'POST');
    const exchange = await gateway.exchange(raw, context.env?.exchange);
    const { violations, response, failure } = exchange;
    const answerable = response && response.status >= 200 && response.status <= 599;
    const blocking = gateway.isMock ? violations.filter(({ side }) => side === 'request') : violations;
    const blocked = blocking.length > 0 && gateway.onViolation === 'problem';
    if (answerable && !blocked) return toResponse(response, raw.method);
    await response?.stream?.cancel();
    return toResponse(problemResponse(violationProblem(violations, failure?.kind)), raw.method);
  });
  app.onError((error, { req }) => {
    const [method, path] = [req.method, req.path];
    const violation: Violation = { method, path, side: 'response', ...gatewayFailure(error) };
    gateway.collector.record({ method, path, violations: [violation], totalMs: 0, upstreamMs: 0 });
    return toResponse(problemResponse(violationProblem([violation])), method);
  });
  return app;
}

const TOO_LARGE = {
  type: 'urn:sca-kit:contract:request-too-large',
  title: 'The request body is too large',
  status: 413,
  detail: `The limit is ${MAX_REQUEST} bytes.`,
  violations: [],
};

async function readRequest(request: Request): Promise<RawRequest | undefined> {
  const url = new URL(request.url);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_REQUEST) return undefined;
    chunks.push(chunk);
  }
  return {
    method: request.method,
    target: url.pathname + url.search,
    headers: [...request.headers],
    body: Buffer.concat(chunks),
  };
}

function toResponse(raw: RawResponse, method: string): Response {
  const headers = new Headers();
  for (const [name, value] of raw.headers) {
    if (!HOP_BY_HOP.has(name) && name !== 'content-length') headers.append(name, value);
  }
  const none = method === 'HEAD' || raw.status === 204 || raw.status === 205 || raw.status === 304;
  const stream =
    raw.stream && isStream(parseContentType(headers.get('content-type') ?? '')?.essence ?? '') ? raw.stream : undefined;
  return new Response(none ? null : (stream ?? new Uint8Array(raw.body)), { status: raw.status, headers });
}
