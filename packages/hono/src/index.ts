export type { JoseKeys } from './body/jose-keys.ts';
export type { Caller } from './caller.ts';
export { REQUEST_ERRORS, RequestError, type RequestErrorCode, type ValidationIssue } from './errors/request-error.ts';
export { APPROVAL_HEADER, APPROVAL_RESULT_HEADER } from './require-sca/approval.ts';
export { type RequireScaOptions, requireSca } from './require-sca/require-sca.ts';
export { createRouter } from './router/create-router.ts';
export type { Handler, HandlerRequest, HandlerResult, Handlers } from './router/handler.ts';
export type { AccessLogEntry, RouterBindings, RouterOptions } from './router/options.ts';
