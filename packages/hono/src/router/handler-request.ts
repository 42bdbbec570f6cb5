import type { OperationId } from '@sca-kit/api';
import type { ExchangeWith } from './exchange.ts';
import type { HandlerRequest } from './handler.ts';

/** The members that a handler's request is made of. */
export type RequestParts = ExchangeWith<'parameters' | 'body' | 'caller' | 'actor' | 'loaded' | 'profile'>;

/** Returns the request as a handler gets it. `approved` is false until SCA is checked. */
export function toHandlerRequest(
  { operation, parameters, body, caller, actor, loaded, profile, request }: RequestParts,
  approved = false,
): HandlerRequest<OperationId> {
  // Parameters have header names in lower case, handlers as the OpenAPI document spells them.
  const header = Object.fromEntries(
    operation.parameters
      .filter((parameter) => parameter.in === 'header')
      .map(({ name }) => [name, parameters.header[name.toLowerCase()]] as const)
      .filter(([, value]) => value !== undefined),
  );
  const { path, query } = parameters;
  // The validators of this operation have checked every part, so the types hold.
  return {
    path,
    query,
    header,
    body: body.value,
    caller,
    actor,
    loaded,
    profile,
    approved,
    signal: request.signal,
  } as unknown as HandlerRequest<OperationId>;
}
