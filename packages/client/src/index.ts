export type { Credential, Credentials } from './auth/index.ts';
export {
  type ClearOptions,
  type ClientPorts,
  createScaClient,
  type ScaClient,
  type ScaClientOptions,
} from './client.ts';
export { ScaClientError, type ScaClientErrorCode, type ScaClientErrorDetail } from './error.ts';
export type { OwnKeys } from './jose/protect.ts';
export type { RetryOptions } from './retry/index.ts';
export type {
  ChallengeHandlers,
  ChallengePrompt,
  ChallengeResponse,
  ChallengeType,
  OtpChallengePrompt,
  OtpChallengeType,
  RequestToApprove,
} from './step-up/handlers.ts';
export type {
  CallOptions,
  Calls,
  DataOf,
  ErrorOf,
  Fetch,
  Init,
  Method,
  OperationAt,
  PathCall,
  PathsWith,
  Result,
} from './types.ts';
