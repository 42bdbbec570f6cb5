import type { AccessLogEntry } from '@sca-kit/hono';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { workerId } from '../worker-id.ts';

/** Counters and timings. Labels name operations and statuses, never a person or a client. */
export interface Metrics {
  readonly registry: Registry;
  count(entry: AccessLogEntry): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  if (workerId !== undefined) registry.setDefaultLabels({ worker: String(workerId) });
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'sca_http_requests_total',
    help: 'Requests served, by operation, status and error code.',
    labelNames: ['operation', 'status', 'code'],
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'sca_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the first byte of its response, by operation.',
    labelNames: ['operation'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  return {
    registry,
    count({ operationId, status, code, milliseconds }) {
      const operation = operationId ?? 'unknown';
      requests.inc({ operation, status: String(status), code: code ?? '' });
      durations.observe({ operation }, milliseconds / 1000);
    },
  };
}
