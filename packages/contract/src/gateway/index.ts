export { createGatewayApp, type GatewayApp } from './app.ts';
export {
  type Collector,
  createCollector,
  type EnvelopeInsight,
  type Exchange,
  type ExchangeContext,
  type ExchangeRecord,
} from './exchange.ts';
export type { MockOptions } from './from-spec.ts';
export { createMockGateway, createProxyGateway, type Gateway, type GatewayOptions } from './gateway.ts';
export { type Listening, listen } from './listen.ts';
export type { Headers, RawRequest, RawResponse } from './message.ts';
export {
  createMockScript,
  type MockEnvelopes,
  type MockReplies,
  type MockReply,
  type MockRequest,
  type MockScript,
  type OpenedRequest,
} from './mock.ts';
export { createMockEnvelopes, type MockEnvelopeOptions } from './mock-envelopes.ts';
export type { Problem } from './problem.ts';
export { uncheckableBodies } from './uncheckable.ts';
export { unjudged } from './unjudged.ts';
export type { FailureKind, UpstreamFailure, UpstreamOptions } from './upstream.ts';
export type { Violation } from './violation.ts';
