export { renderAnnotations } from './annotations.ts';
export { renderHtml } from './html.ts';
export { renderJunit } from './junit.ts';
export {
  describeViolation,
  exitCodeOf,
  groupViolations,
  measureTiming,
  type NegativeResult,
  outcomeOf,
  type Report,
  type ScenarioResult,
  type Timing,
  type ViolationGroup,
} from './report.ts';
export { renderText, type TextOptions } from './text.ts';
export { prepareReport, renderJson, writeReport } from './write.ts';
