export { operationTable } from './generated/operations.ts';
export type { components, operations, paths, sealedAnswers } from './generated/types.ts';
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
  AnswerBody,
  AnswerMedia,
  AnswerStatus,
  HeaderParameters,
  PathParameters,
  QueryParameters,
  RequestBody,
} from './operation-types.ts';
export type { Fault, Validate } from './validate.ts';
