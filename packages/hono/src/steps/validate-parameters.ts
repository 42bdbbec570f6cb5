import { validators } from '@sca-kit/api/validators';
import type { OperationRequest } from '../router/exchange.ts';
import { type Parameters, readParameters } from '../validation/parameters.ts';
import { validate } from '../validation/validate.ts';

/** Adds the path, query and header parameters, validated: 400 with one issue for each error. */
export function validateParameters({ operation, request, path }: OperationRequest): {
  readonly parameters: Parameters;
} {
  const query = new URL(request.url).searchParams;
  const parameters = readParameters(operation, { path, query, headers: request.headers });
  validate(validators[operation.operationId].parameters, parameters, '');
  return { parameters };
}
