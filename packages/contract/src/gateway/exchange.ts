import type { Headers, RawRequest, RawResponse } from './message.ts';
import type { UpstreamFailure } from './upstream.ts';
import type { Violation } from './violation.ts';

/**
 * Access to the plaintexts of an exchange for a caller that made the content encryption key. With it the gateway also
 * validates the plaintext, without a key of the server.
 */
export interface PlaintextAccess {
  /** The plaintext of the request, parsed. */
  readonly requestPlaintext?: unknown;
  /** Decrypts the response and returns its plaintext, parsed; rejects when that fails. */
  decryptResponse?(compact: string): Promise<unknown>;
}

/** What a caller knows about a request before it is sent. */
export interface ExchangeContext {
  /** Set when the request violates the contract on purpose: then only the response is validated. */
  readonly offContract?: boolean;
  readonly plaintextAccess?: PlaintextAccess;
  /** Milliseconds for this exchange, in place of the gateway's limit. */
  readonly timeoutMs?: number;
}

/** One request and its response, validated. */
export interface Exchange {
  readonly operationId?: string;
  readonly request: RawRequest;
  /** Absent when none was received; see `failure`. Of a mock, the response made from the document. */
  readonly response?: RawResponse;
  /** The documented name of the response's media type; empty for a response without a body. */
  readonly mediaType?: string;
  /** The documented key of the response's status (`200`, `4XX`, `default`), where there is one. */
  readonly documentedStatus?: string;
  /** The result of `PlaintextAccess.decryptResponse`, if it succeeded. */
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

/** Collects the exchanges of a gateway. */
export interface Collector {
  record(record: ExchangeRecord): void;
  readonly records: readonly ExchangeRecord[];
  /** The violations of all records, in the order seen. */
  readonly violations: readonly Violation[];
}

/**
 * Creates a collector.
 *
 * @example
 * const collector = createCollector(({ method, path, status }) => console.log(method, path, status));
 * createProxyGateway({ contract, collector, target: { baseUrl: 'http://127.0.0.1:4100' } });
 * @param onRecord called with each record, for progress
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
