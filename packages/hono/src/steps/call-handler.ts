import type { OperationId } from '@sca-kit/api';
import { ScaError } from '@sca-kit/engine';
import type { Exchange, ExchangeWith, Result } from '../router/exchange.ts';
import type { HandlerRequest } from '../router/handler.ts';
import { type RequestParts, toHandlerRequest } from '../router/handler-request.ts';
import { runOnce } from '../router/run-once.ts';
import { checkApproval } from './check-approval.ts';

/** Adds the result of the operation's handler. With an `idempotency-ref`, the handler runs once. */
export async function callHandler(
  exchange: RequestParts & ExchangeWith<'approved'>,
): Promise<Pick<Exchange, 'approved' | 'result'>> {
  const { approved } = exchange;
  try {
    return { approved, result: await runHandler(exchange, approved) };
  } catch (error) {
    // A factor enrolled since the request was loaded can make an approval necessary: load and check again.
    if (!(exchange.operation.sca?.when && error instanceof ScaError && error.code === 'sca.required')) throw error;
    const again = await checkApproval({ ...exchange, loaded: undefined });
    return { ...again, result: await runHandler(exchange, again.approved) };
  }
}

async function runHandler(exchange: RequestParts, approved: boolean): Promise<Result> {
  const { options, operation } = exchange;
  const request = toHandlerRequest(exchange, approved);
  const handle = options.handlers[operation.operationId] as (
    request: HandlerRequest<OperationId>,
  ) => Promise<Result> | Result;
  const reference = (request.header as Readonly<Record<string, unknown>>)['idempotency-ref'];
  if (typeof reference !== 'string' || reference === '') return handle(request);
  return runOnce(options.engine.idempotency, { operation, request, reference }, () => handle(request));
}
