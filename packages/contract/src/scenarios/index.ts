export { genericScenarios } from './generic.ts';
export {
  type CallOptions,
  expectStatus,
  type Scenario,
  type ScenarioContext,
  Skipped,
  Unexpected,
} from './scenario.ts';
export { scaScenarios } from './suite/index.ts';
