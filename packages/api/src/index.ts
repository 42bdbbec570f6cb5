export { operationTable } from './generated/operations.ts';
export type { components, encryptedResponses, operations, paths } from './generated/types.ts';
export {
  type FactorDescriptor,
  type FactorOperationId,
  factorOperationIds,
  isOperationId,
  type JoseDescriptor,
  type OperationDescriptor,
  type OperationId,
  operationIds,
  operationOf,
} from './operation.ts';
export type {
  HeaderParameters,
  PathParameters,
  QueryParameters,
  RequestBody,
  ResponseBody,
  ResponseMediaType,
  ResponseStatus,
} from './operation-types.ts';
export type { Validate, ValidationError } from './validate.ts';
