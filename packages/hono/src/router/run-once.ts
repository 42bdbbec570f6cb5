import type { OperationDescriptor, OperationId } from '@sca-kit/api';
import type { Engine, StoredResponse } from '@sca-kit/engine';
import { renderError } from '../errors/render-error.ts';
import type { Result } from './exchange.ts';
import type { HandlerRequest } from './handler.ts';

interface Call {
  readonly operation: OperationDescriptor;
  readonly request: HandlerRequest<OperationId>;
  /** The `idempotency-ref` header. */
  readonly reference: string;
}

/** Runs the work unless it ran before with this reference; a repeat gets the stored result and `idempotency-replayed`. */
export async function runOnce(
  idempotency: Engine['idempotency'],
  { operation, request, reference }: Call,
  work: () => Promise<Result> | Result,
): Promise<Result> {
  let thrown: { readonly error: unknown } | undefined;
  const { response, replayed } = await idempotency.once(
    request.actor,
    { operation: operation.operationId, reference, payload: idempotentPayload(operation, request) },
    () =>
      toStored(operation, async () => {
        try {
          return await work();
        } catch (error) {
          thrown = { error };
          throw error;
        }
      }),
  );
  // The first error response is thrown like any other, so that it is logged with its code.
  if (thrown && !replayed) throw thrown.error;
  return {
    status: response.status,
    ...(response.body === null ? {} : { body: JSON.parse(response.body) as unknown }),
    headers: { ...response.headers, ...(replayed ? { 'idempotency-replayed': 'true' } : {}) },
  };
}

/** Returns the values that identify a repeated request. A step-up belongs to one access token: after a new login it is another request. */
function idempotentPayload({ tag }: OperationDescriptor, { path, body, caller }: HandlerRequest<OperationId>): unknown {
  return [path, body ?? null, ...(tag === 'Step-up' ? [caller.token?.digest] : [])];
}

/** The result as text. An error becomes its response: the engine decides which statuses a repeat gets again. */
async function toStored(operation: OperationDescriptor, work: () => Promise<Result>): Promise<StoredResponse> {
  try {
    const { status, body, headers } = await work();
    return { status, headers: headers ?? {}, body: body === undefined ? null : JSON.stringify(body) };
  } catch (error) {
    const { status, headers, body } = renderError(operation.errorFamily, error);
    return { status, headers, body: JSON.stringify(body) };
  }
}
