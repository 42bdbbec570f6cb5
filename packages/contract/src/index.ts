export { type CheckOptions, type CheckProgress, runCheck } from './check/run-check.ts';
export type { ReceivedResponse } from './client/caller.ts';
export type { CredentialKind } from './client/credentials.ts';
export type { ClientCredentials, SandboxUser, SandboxUserOptions } from './client/sandbox-user.ts';
export type { Cell, CellState, Coverage, Tally } from './coverage/coverage.ts';
export { selectOperations } from './coverage/families.ts';
export { type Gate, parseRequirements, type Requirement, requireChecked } from './coverage/gates.ts';
export { type ContractDocument, openContract } from './document/contract-document.ts';
export { DocumentError } from './document/load.ts';
export { createGatewayApp, type GatewayApp } from './gateway/app.ts';
export {
  type Collector,
  createCollector,
  type Exchange,
  type ExchangeContext,
  type ExchangeRecord,
  type PlaintextAccess,
} from './gateway/exchange.ts';
export { createMockGateway, createProxyGateway, type Gateway, type GatewayOptions } from './gateway/gateway.ts';
export { type Listening, listen } from './gateway/listen.ts';
export type { Headers, RawRequest, RawResponse } from './gateway/message.ts';
export {
  createMockScript,
  type DecryptedRequest,
  type MockEnvelopes,
  type MockReplies,
  type MockReply,
  type MockRequest,
  type MockScript,
} from './gateway/mock.ts';
export { createMockEnvelopes, type MockEnvelopeOptions } from './gateway/mock-envelopes.ts';
export type { MockOptions } from './gateway/mock-response.ts';
export { unmockableResponses, unsupportedFeatures } from './gateway/unsupported-features.ts';
export type { FailureKind, UpstreamFailure, UpstreamOptions } from './gateway/upstream.ts';
export type { Violation } from './gateway/violation.ts';
export { renderAnnotations } from './report/annotations.ts';
export {
  describeViolation,
  exitCodeOf,
  type NegativeResult,
  type Report,
  type ScenarioResult,
  type Timing,
  type ViolationGroup,
} from './report/report.ts';
export { renderText, type TextOptions } from './report/text.ts';
export { prepareReport, renderJson, writeReport } from './report/write.ts';
export { genericScenarios } from './scenarios/generic.ts';
export type { CallOptions, Scenario, ScenarioContext } from './scenarios/scenario.ts';
export { scaScenarios } from './scenarios/suite/index.ts';
