export type { Caller } from './caller.ts';
export { REQUEST_ERRORS, RequestError, type RequestErrorCode, type RequestFault } from './errors/request-error.ts';
export { APPROVAL_HEADER, APPROVAL_RESULT_HEADER } from './require-sca/approval.ts';
export { type RequireScaOptions, requireSca } from './require-sca/require-sca.ts';
export {
  type AccessLogEntry,
  createRouter,
  type InjectedOutcome,
  type RouterBindings,
  type RouterOptions,
} from './router/create-router.ts';
export type { Handler, HandlerAnswer, HandlerRequest, Handlers } from './router/handler.ts';
export type { EnvelopeKeys } from './steps/open-envelope.ts';
