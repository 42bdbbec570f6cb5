import { describe, expect, test } from 'vitest';
import { readTrace, traceHeaders } from './read-trace.ts';

const FRESH = '1'.padStart(32, '0');
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const ID = '1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b';
const traced = (headers: Record<string, string>) =>
  readTrace({ request: { headers: new Headers(headers) }, options: { newTraceId: () => FRESH } }).trace;

describe('the trace id', () => {
  test('continues a traceparent', () => {
    expect(traced({ traceparent: `00-${TRACE}-00f067aa0ba902b7-01` }).traceId).toBe(TRACE);
  });

  test.each([
    '',
    TRACE,
    `00-${TRACE}-00f067aa0ba902b7`,
    `00-${TRACE.toUpperCase()}-00f067aa0ba902b7-01`,
    `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
    `00-${TRACE}-00f067aa0ba902b7-01, 00-${TRACE}-00f067aa0ba902b7-01`,
  ])('is new for the traceparent "%s"', (traceparent) => {
    expect(traced({ traceparent }).traceId).toBe(FRESH);
  });

  test('is in every response', () => {
    expect(traceHeaders(traced({}))).toEqual({ 'x-trace-id': FRESH });
  });
});

describe('the correlation id', () => {
  test.each([ID, ID.toUpperCase()])('is echoed as it was sent: %s', (id) => {
    const trace = traced({ 'x-external-correlation-id': id });
    expect(traceHeaders(trace)).toEqual({ 'x-trace-id': FRESH, 'X-External-Correlation-Id': id });
  });

  test.each(['', 'x', `${ID}a`, `{${ID}}`, `${ID}, ${ID}`, ID.replaceAll('-', '')])(
    'is never echoed when it is no UUID: "%s"',
    (id) => {
      expect(traced({ 'x-external-correlation-id': id }).correlationId).toBeNull();
    },
  );
});
