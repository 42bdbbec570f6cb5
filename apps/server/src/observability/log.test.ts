import { DeliveryError } from '@sca-kit/delivery';
import { ScaError } from '@sca-kit/engine';
import type { AccessLogEntry } from '@sca-kit/hono';
import { type Logger, pino } from 'pino';
import { expect, test } from 'vitest';
import { logRequest } from './log.ts';

/** The log line of a request with a 5xx response. */
function lineOf(cause: unknown): { readonly error: unknown; readonly level: number } {
  const written: string[] = [];
  const log: Logger = pino({ base: null }, { write: (text: string) => void written.push(text) });
  const entry: AccessLogEntry = {
    traceId: '0af7651916cd43dd8448eb211c80319c',
    correlationId: null,
    method: 'POST',
    operationId: 'triggerSms',
    clientId: 'acme',
    status: 503,
    milliseconds: 1.23,
    code: 'delivery.unavailable',
    cause,
  };
  logRequest(log, entry);
  return JSON.parse(written.join('')) as { readonly error: unknown; readonly level: number };
}

const sent = (cause: unknown): ScaError => new ScaError('delivery.unavailable', { cause });

test('logs a failed delivery with the provider, the failure and the status of the response', () => {
  const cause = new DeliveryError({ provider: 'twilio', failure: 'rejected', status: 429, providerCode: 20429 });
  expect(lineOf(sent(cause))).toMatchObject({
    level: 50,
    traceId: '0af7651916cd43dd8448eb211c80319c',
    error: { name: 'ScaError', cause: { name: 'DeliveryError', provider: 'twilio', failure: 'rejected', status: 429 } },
  });
});

test('logs no status when the provider did not respond', () => {
  const { error } = lineOf(sent(new DeliveryError({ provider: 'webhook', failure: 'timeout', attempts: 4 })));
  expect(error).toMatchObject({ cause: { provider: 'webhook', failure: 'timeout' } });
  expect(JSON.stringify(error)).not.toContain('status');
});

test('logs the name and stack of another error, without its message', () => {
  const { error } = lineOf(sent(new RangeError('+6591234567 482913')));
  expect(error).toMatchObject({ cause: { name: 'RangeError', stack: expect.stringContaining('log.test.ts') } });
  expect(JSON.stringify(error)).not.toMatch(/6591234567|482913|could not be sent/);
});
