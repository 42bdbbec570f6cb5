import type { Coverage } from '../coverage/coverage.ts';
import type { Gate } from '../coverage/gates.ts';
import type { ExchangeRecord } from '../gateway/exchange.ts';
import type { Violation } from '../gateway/violation.ts';

/** The result of one scenario. */
export interface ScenarioResult {
  readonly name: string;
  readonly operationId: string;
  /** The documented status that it is for. */
  readonly status: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** Why it failed or was skipped. */
  readonly reason?: string;
  readonly durationMs: number;
}

/** The result of one negative case. */
export interface NegativeResult {
  readonly operationId?: string;
  readonly name: string;
  /** `inconclusive`: the valid request fails with the same status, or the case was not sent. */
  readonly outcome: 'passed' | 'failed' | 'inconclusive';
  readonly reason?: string;
  readonly status?: number;
  readonly durationMs: number;
}

/** A violation and how often it was seen. */
export interface ViolationGroup {
  readonly violation: Violation;
  readonly count: number;
}

/** The time that the gateway adds to a request, in milliseconds. */
export interface Timing {
  readonly exchanges: number;
  readonly overheadMedianMs: number;
  readonly overheadP95Ms: number;
  readonly targetMedianMs: number;
}

/** The result of a check. */
export interface Report {
  readonly contract: { readonly title: string; readonly version: string };
  readonly target: string;
  /** RFC 3339. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** Repeats the generated cases when passed to `runCheck`. */
  readonly seed: number;
  readonly outcome: 'conforms' | 'violations' | 'could-not-run';
  /** One line, when the check could not run. */
  readonly reason?: string;
  /** What the target lacks, one sentence each. */
  readonly lacks: readonly string[];
  readonly scenarios: readonly ScenarioResult[];
  readonly negatives: readonly NegativeResult[];
  readonly violations: readonly ViolationGroup[];
  readonly coverage: Coverage;
  readonly gates: readonly Gate[];
  readonly timing: Timing;
}

/**
 * Groups equal violations, in the order first seen.
 *
 * @example
 * groupViolations(collector.violations).map(({ count }) => count);
 */
export function groupViolations(violations: readonly Violation[]): ViolationGroup[] {
  const groups = new Map<string, { violation: Violation; count: number }>();
  for (const violation of violations) {
    const { operationId, method, path, side, status, mediaType, location, code, message } = violation;
    const where = operationId ?? `${method} ${path}`;
    const key = JSON.stringify([where, side, status, mediaType, location, code, message]);
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { violation, count: 1 });
  }
  return [...groups.values()];
}

/**
 * Measures the time that the gateway adds to a request.
 *
 * @example
 * measureTiming(collector.records).overheadMedianMs;
 */
export function measureTiming(records: readonly ExchangeRecord[]): Timing {
  const whole = records.filter(({ failure, upstreamMs }) => failure === undefined && upstreamMs > 0);
  const overhead = whole.map(({ totalMs, upstreamMs }) => totalMs - upstreamMs);
  const target = whole.map(({ upstreamMs }) => upstreamMs);
  return {
    exchanges: records.length,
    overheadMedianMs: quantile(overhead, 0.5),
    overheadP95Ms: quantile(overhead, 0.95),
    targetMedianMs: quantile(target, 0.5),
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return Math.round((sorted[at] ?? 0) * 100) / 100;
}

/**
 * Describes a violation in one line.
 *
 * @example
 * for (const violation of collector.violations) console.error(describeViolation(violation));
 */
export function describeViolation({
  operationId,
  method,
  path,
  side,
  status,
  location,
  message,
  code,
}: Violation): string {
  const where = operationId ?? `${method} ${path}`;
  const response = side === 'response' && status !== undefined ? ` ${status}` : ' request';
  return `${where}${response} · ${location}: ${message} [${code}]`;
}

/** The failed parts of a report. */
export const failures = (
  report: Report,
): { scenarios: readonly ScenarioResult[]; negatives: readonly NegativeResult[]; gates: readonly Gate[] } => ({
  scenarios: report.scenarios.filter(({ outcome }) => outcome === 'failed'),
  negatives: report.negatives.filter(({ outcome }) => outcome === 'failed'),
  gates: report.gates.filter(({ passed }) => !passed),
});

/**
 * Returns the outcome of the parts of a report.
 *
 * @example
 * outcomeOf({ lacks: [], scenarios: [], negatives: [], violations: [], gates: [] }); // 'conforms'
 */
export const outcomeOf = (
  parts: Pick<Report, 'lacks' | 'scenarios' | 'negatives' | 'violations' | 'gates'>,
): 'conforms' | 'violations' =>
  parts.lacks.length === 0 &&
  parts.violations.length === 0 &&
  parts.gates.every(({ passed }) => passed) &&
  [...parts.scenarios, ...parts.negatives].every(({ outcome }) => outcome !== 'failed')
    ? 'conforms'
    : 'violations';

/**
 * Returns the exit code for a report: 0 conforms, 1 violations, 2 could not run.
 *
 * @example
 * process.exitCode = exitCodeOf(await runCheck({ target: 'http://127.0.0.1:4100' }));
 */
export const exitCodeOf = (report: Report): 0 | 1 | 2 =>
  report.outcome === 'conforms' ? 0 : report.outcome === 'violations' ? 1 : 2;
