export { genericScenarios } from './generic.ts';
export {
  type CallOptions,
  expectAnswer,
  type Scenario,
  type ScenarioContext,
  Skipped,
  Unexpected,
} from './scenario.ts';
export { scaScenarios } from './suite/index.ts';
