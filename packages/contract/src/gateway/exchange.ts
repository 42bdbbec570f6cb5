import type { Headers, RawRequest, RawResponse } from './message.ts';
import type { UpstreamFailure } from './upstream.ts';
import type { Violation } from './violation.ts';

/**
 * What a caller that made the content key itself can tell about the encrypted bodies of an exchange, so that the plaintext
 * is validated too, without any key of the server.
 */
export interface PlaintextAccess {
  /** The plaintext that the request was encrypted from, parsed. */
  readonly requestPlaintext?: unknown;
  /** Opens the response and gives the value inside; rejects when it cannot be decrypted. */
  open?(compact: string): Promise<unknown>;
}

/** What a caller knows about a request before it is sent. */
export interface ExchangeContext {
  /** Set when the request breaks the contract on purpose: then only the response is validated. */
  readonly offContract?: boolean;
  readonly plaintextAccess?: PlaintextAccess;
  /** Milliseconds for this exchange, in place of the gateway's limit. */
  readonly timeoutMs?: number;
}

/** One request and its response, validated. */
export interface Exchange {
  readonly operationId?: string;
  readonly request: RawRequest;
  /** Absent when none came; see `failure`. In the mock form, the response made from the document. */
  readonly response?: RawResponse;
  /** The documented name of the response's media type; empty for a response without a body. */
  readonly mediaType?: string;
  /** The documented key of the response's status (`200`, `4XX`, `default`), where there is one. */
  readonly documentedStatus?: string;
  /** What `PlaintextAccess.open` gave, where that was given and worked. */
  readonly plaintext?: unknown;
  readonly violations: readonly Violation[];
  readonly failure?: UpstreamFailure;
  /** Milliseconds spent in all, and of these waiting for the target. */
  readonly totalMs: number;
  readonly upstreamMs: number;
}

/** The part of an exchange that is kept for the report: no bodies, no header values. */
export interface ExchangeRecord {
  readonly operationId?: string;
  readonly method: string;
  readonly path: string;
  readonly status?: number;
  readonly documentedStatus?: string;
  readonly mediaType?: string;
  readonly violations: readonly Violation[];
  readonly failure?: UpstreamFailure;
  readonly totalMs: number;
  readonly upstreamMs: number;
}

/** Gathers what a gateway sees. */
export interface Collector {
  record(record: ExchangeRecord): void;
  readonly records: readonly ExchangeRecord[];
  /** The violations of all records, in the order seen. */
  readonly violations: readonly Violation[];
}

/**
 * Makes a collector.
 *
 * @param onRecord called with each record as it comes, for progress
 * @example
 * const collector = createCollector(({ method, path, status }) => console.error(method, path, status));
 * const gateway = createMockGateway({ contract, collector });
 */
export function createCollector(onRecord?: (record: ExchangeRecord) => void): Collector {
  const records: ExchangeRecord[] = [];
  return {
    record(record) {
      records.push(record);
      onRecord?.(record);
    },
    records,
    get violations() {
      return records.flatMap((record) => record.violations);
    },
  };
}

/** Whether the headers name a coding other than identity. */
export const codingOf = (headers: Headers): string | undefined =>
  headers.find(([name]) => name === 'content-encoding')?.[1];
