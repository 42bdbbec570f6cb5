export { createGatewayApp, type GatewayApp } from './app.ts';
export {
  type Collector,
  createCollector,
  type Exchange,
  type ExchangeContext,
  type ExchangeRecord,
  type PlaintextAccess,
} from './exchange.ts';
export { createMockGateway, createProxyGateway, type Gateway, type GatewayOptions } from './gateway.ts';
export { type Listening, listen } from './listen.ts';
export type { Headers, RawRequest, RawResponse } from './message.ts';
export {
  createMockScript,
  type DecryptedRequest,
  type MockEnvelopes,
  type MockReplies,
  type MockReply,
  type MockRequest,
  type MockScript,
} from './mock.ts';
export { createMockEnvelopes, type MockEnvelopeOptions } from './mock-envelopes.ts';
export type { MockOptions } from './mock-response.ts';
export type { Problem } from './problem.ts';
export { uncompilableBodySchemas } from './uncompilable-schemas.ts';
export { unsupportedFeatures } from './unsupported-features.ts';
export type { FailureKind, UpstreamFailure, UpstreamOptions } from './upstream.ts';
export type { Violation } from './violation.ts';
