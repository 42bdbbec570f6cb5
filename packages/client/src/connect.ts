import { type OperationDescriptor, type OperationId, operationIds, operationOf } from '@sca-kit/api';
import createClient, { type Middleware } from 'openapi-fetch';
import { ScaClientError } from './error.ts';
import { type Call, type Layer, stack } from './layer.ts';
import { readHandlers } from './step-up/read-handlers.ts';
import type { CallOptions, Calls, Fetch, Method } from './types.ts';

/** Where the API is, and how it is reached. */
export interface Connection {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly headers: Readonly<Record<string, string>>;
}

/** Calls, and the middlewares of openapi-fetch around them. */
export interface Connected extends Calls {
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

/** openapi-fetch as it is called here; the types of the API are put on by {@link Calls}. */
interface Untyped {
  request(method: string, path: string, init: object): Promise<AnyResult>;
}

/** Makes the calls of the API go through layers. */
export function connect(connection: Connection, layers: readonly Layer[]): Connected {
  const { baseUrl, headers } = connection;
  const inner = createClient({ baseUrl, headers, redirect: 'manual' });
  const untyped = inner as unknown as Untyped;
  const run = stack(layers);

  async function invoke(operation: OperationDescriptor, given: AnyInit = {}): Promise<AnyResult> {
    // openapi-fetch puts what it does not know on the request.
    const { handlers, ...init } = given;
    readHandlers(handlers);
    const path = { ...init.params?.path };
    assertPath(operation, path);
    const carry: Fetch = async (request) => {
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
    const options = { ...init, headers: { ...formHeaders(operation), ...init.headers }, fetch: carry };
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
  // The one place where the untyped middle and the types of the API meet.
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
  if (operation === undefined) throw new TypeError(`The API has no ${method.toUpperCase()} ${path}`);
  return operation;
}

function operationNamed(operationId: OperationId): OperationDescriptor {
  if (!operationIds.includes(operationId)) throw new TypeError(`The API has no operation ${operationId}`);
  return operationOf(operationId);
}

/** A value such as `..` would change the path to that of another operation. */
function assertPath(operation: OperationDescriptor, path: Readonly<Record<string, unknown>>): void {
  for (const { name, in: place } of operation.parameters) {
    if (place !== 'path') continue;
    const value = path[name];
    if (typeof value !== 'number' && typeof value !== 'string') throw new TypeError(`params.path.${name} is missing`);
    if (['', '.', '..'].includes(String(value))) throw new TypeError(`params.path.${name} is no path segment`);
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

/** Holds back what is no answer of the API: a proxy's page, half a body. Parser messages would quote the body. */
async function readable(operation: OperationDescriptor, pending: Promise<AnyResult>): Promise<AnyResult> {
  const result = await pending.catch((error: unknown) => {
    throw error instanceof SyntaxError ? unreadable(operation) : error;
  });
  const { response, error } = result;
  if (response.ok || (typeof error === 'object' && error !== null)) return result;
  throw unreadable(operation, response.status);
}

function unreadable(operation: OperationDescriptor, status?: number): ScaClientError {
  const what = status === undefined ? 'an answer that is no JSON' : `status ${status} without an error of the API`;
  return new ScaClientError('answer_unreadable', `${operation.operationId} got ${what}`, {
    ...(status !== undefined && { status }),
  });
}
