import { type OperationDescriptor, type OperationId, operationIds, operationOf } from '@sca-kit/api';
import createClient, { type Middleware } from 'openapi-fetch';
import { ScaClientError } from './error.ts';
import { type Call, type Layer, stack } from './layer.ts';
import { assertHandlers } from './step-up/assert-handlers.ts';
import type { CallOptions, Calls, Fetch, Method } from './types.ts';

/** Base URL, fetch function and headers of a client. */
export interface Connection {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly headers: Readonly<Record<string, string>>;
}

/** Calls of the API with openapi-fetch middleware. */
export interface ApiCalls extends Calls {
  readonly use: (...middleware: Middleware[]) => void;
  readonly eject: (...middleware: Middleware[]) => void;
}

interface AnyInit extends CallOptions {
  readonly params?: { readonly path?: Readonly<Record<string, unknown>> };
  readonly body?: unknown;
}

interface AnyResult {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** The untyped interface of openapi-fetch. {@link Calls} adds the types of the API. */
interface Untyped {
  request(method: string, path: string, init: object): Promise<AnyResult>;
}

/** Creates the calls of the API, which pass through the given layers. */
export function createCalls(connection: Connection, layers: readonly Layer[]): ApiCalls {
  const { baseUrl, headers } = connection;
  const inner = createClient({ baseUrl, headers, redirect: 'manual' });
  const untyped = inner as unknown as Untyped;
  const run = stack(layers);

  async function invoke(operation: OperationDescriptor, given: AnyInit = {}): Promise<AnyResult> {
    // openapi-fetch passes unknown options on to the request.
    const { handlers, ...init } = given;
    assertHandlers(handlers);
    const path = { ...init.params?.path };
    assertPath(operation, path);
    const send: Fetch = async (request) => {
      const call: Call = {
        operation,
        path,
        headers: request.headers,
        body: await bodyOf(request),
        template: request,
        fetch: init.fetch ?? connection.fetch,
        handlers,
      };
      return run(call);
    };
    const options = { ...init, headers: { ...formHeaders(operation), ...init.headers }, fetch: send };
    return readable(
      operation,
      untyped.request(operation.method, operation.path, { ...options, parseAs: parseAs(operation) }),
    );
  }

  const at = (method: Method) => (path: string, init?: AnyInit) => invoke(operationAt(method, path), init);
  const calls = {
    GET: at('get'),
    POST: at('post'),
    PUT: at('put'),
    DELETE: at('delete'),
    call: (operationId: OperationId, init?: AnyInit) => invoke(operationNamed(operationId), init),
  };
  // The untyped calls get the types of the API here and nowhere else.
  return {
    ...(calls as unknown as Calls),
    use: (...middleware) => inner.use(...middleware),
    eject: (...middleware) => inner.eject(...middleware),
  };
}

const byRoute: ReadonlyMap<string, OperationDescriptor> = new Map(
  operationIds.map(operationOf).map((operation) => [`${operation.method} ${operation.path}`, operation]),
);

function operationAt(method: Method, path: string): OperationDescriptor {
  const operation = byRoute.get(`${method} ${path}`);
  if (operation === undefined)
    throw new TypeError(
      `The API has no operation ${method.toUpperCase()} ${path}. Use a path of the OpenAPI document.`,
    );
  return operation;
}

function operationNamed(operationId: OperationId): OperationDescriptor {
  if (!operationIds.includes(operationId))
    throw new TypeError(`The API has no operation ${operationId}. Use an operationId of the OpenAPI document.`);
  return operationOf(operationId);
}

/** Rejects values such as `..`, which would turn the path into that of another operation. */
function assertPath(operation: OperationDescriptor, path: Readonly<Record<string, unknown>>): void {
  for (const { name, in: place } of operation.parameters) {
    if (place !== 'path') continue;
    const value = path[name];
    if (typeof value !== 'number' && typeof value !== 'string')
      throw new TypeError(`params.path.${name} is missing. It must be a string or a number.`);
    if (['', '.', '..'].includes(String(value)))
      throw new TypeError(`params.path.${name} must be a path segment, not '${String(value)}'.`);
  }
}

async function bodyOf(request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  const bytes = new Uint8Array(await request.arrayBuffer());
  return bytes.length === 0 ? undefined : bytes;
}

const FORM = 'application/x-www-form-urlencoded';

function formHeaders(operation: OperationDescriptor): Record<string, string> {
  return operation.request.mediaTypes[0] === FORM ? { 'Content-Type': FORM } : {};
}

function parseAs(operation: OperationDescriptor): 'json' | 'text' | 'stream' {
  const success = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1] ?? [];
  if (success.includes('text/event-stream')) return 'stream';
  return success.includes('text/plain') ? 'text' : 'json';
}

/** Rejects responses that are not from the API, such as an HTML page of a proxy. Parser messages would quote the body. */
async function readable(operation: OperationDescriptor, pending: Promise<AnyResult>): Promise<AnyResult> {
  const result = await pending.catch((error: unknown) => {
    throw error instanceof SyntaxError ? unreadable(operation) : error;
  });
  const { response, error } = result;
  if (response.ok || (typeof error === 'object' && error !== null)) return result;
  throw unreadable(operation, response.status);
}

function unreadable(operation: OperationDescriptor, status?: number): ScaClientError {
  const reason = status === undefined ? 'is not valid JSON' : `with status ${status} is not an error of the API`;
  return new ScaClientError(
    'response_unreadable',
    `The response of ${operation.operationId} ${reason}. Check baseUrl and any proxy in between.`,
    {
      ...(status !== undefined && { status }),
    },
  );
}
