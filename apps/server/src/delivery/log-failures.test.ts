import { DeliveryError } from '@sca-kit/delivery';
import type { Delivery, OtpMessage, PushMessage } from '@sca-kit/engine';
import { expect, test } from 'vitest';
import { logFailures } from './log-failures.ts';

const person = { clientId: 'acme', userId: 7, expiresAt: 0 };
const otp: OtpMessage = {
  ...person,
  channel: 'SMS',
  recipient: '+6591234567',
  code: '482913',
  reference: 'a-token',
  purpose: 'one-time-token',
  action: 'TRANSFER__FUND 5 EUR',
};
const push: PushMessage = { ...person, channel: 'AUTHY', challengeId: '42', purpose: 'step-up' };

function failing(error?: Error): { readonly delivery: Delivery; readonly lines: object[] } {
  const lines: object[] = [];
  const send = async (): Promise<void> => {
    if (error) throw error;
  };
  const log = { error: (fields: object) => void lines.push(fields) };
  return { delivery: logFailures({ sendOtp: send, sendPush: send }, log), lines };
}

test('a failure is logged with its provider, its kind and the status of the answer, and thrown on as it is', async () => {
  const error = new DeliveryError({ provider: 'twilio', failure: 'refused', status: 429, providerCode: 20429 });
  const { delivery, lines } = failing(error);
  await expect(delivery.sendOtp(otp)).rejects.toBe(error);
  await expect(delivery.sendPush(push)).rejects.toBe(error);
  const facts = { clientId: 'acme', provider: 'twilio', failure: 'refused', status: 429 };
  expect(lines).toEqual([
    { ...facts, channel: 'SMS', purpose: 'one-time-token' },
    { ...facts, channel: 'AUTHY', purpose: 'step-up' },
  ]);
});

test('without an answer there is no status', async () => {
  const { delivery, lines } = failing(new DeliveryError({ provider: 'webhook', failure: 'timeout', attempts: 4 }));
  await expect(delivery.sendOtp(otp)).rejects.toThrow();
  expect(lines).toEqual([
    { clientId: 'acme', channel: 'SMS', purpose: 'one-time-token', provider: 'webhook', failure: 'timeout' },
  ]);
});

test('an error of another kind is named, without its words', async () => {
  const { delivery, lines } = failing(new RangeError('+6591234567 482913'));
  await expect(delivery.sendOtp(otp)).rejects.toThrow(RangeError);
  expect(lines).toEqual([{ clientId: 'acme', channel: 'SMS', purpose: 'one-time-token', error: 'RangeError' }]);
});

test('what was taken is not logged', async () => {
  const { delivery, lines } = failing();
  await delivery.sendOtp(otp);
  await delivery.sendPush(push);
  expect(lines).toEqual([]);
});
