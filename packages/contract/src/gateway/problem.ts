import type { RawResponse } from './message.ts';
import type { FailureKind } from './upstream.ts';
import type { Violation } from './violation.ts';

/** A problem document (RFC 9457) that lists everything that was found, in full. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly violations: readonly Violation[];
}

const STATUS_BY_CODE: Readonly<Record<string, number>> = {
  'unknown-path': 404,
  'unknown-method': 405,
  'undocumented-media-type': 415,
  security: 401,
  'not-acceptable': 406,
};

/** The problem that stands in for a response when one side broke the contract. */
export function violationProblem(violations: readonly Violation[], failure?: FailureKind): Problem {
  const failed = violations.find(({ code }) => code === 'gateway');
  if (failed) {
    const type = 'urn:sca-kit:contract:gateway-failure';
    return { type, title: 'The gateway failed', status: 500, detail: failed.message, violations };
  }
  const ofRequest = violations.filter(({ side }) => side === 'request');
  const list = ofRequest.length > 0 ? ofRequest : violations;
  const request = ofRequest.length > 0;
  const status = request
    ? (list.map(({ code }) => STATUS_BY_CODE[code]).find((each) => each !== undefined) ?? 400)
    : failure === 'time-out'
      ? 504
      : 502;
  const count = `${list.length} ${list.length === 1 ? 'violation' : 'violations'}`;
  return {
    type: `urn:sca-kit:contract:${request ? 'request' : 'response'}-violation`,
    title: request ? 'The request violates the contract' : 'The response violates the contract',
    status,
    detail: `${count}; the first: ${list[0]?.message ?? 'unknown'}`,
    violations: list,
  };
}

/** A problem as a response. */
export function problemResponse(problem: Problem): RawResponse {
  return {
    status: problem.status,
    headers: [['content-type', 'application/problem+json']],
    body: new TextEncoder().encode(JSON.stringify(problem)),
  };
}
