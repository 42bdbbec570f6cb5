import type { Delivery } from '@sca-kit/engine';
import { expect, test } from 'vitest';
import { failureOf, otp, push } from '../test/messages.ts';
import { createDelivery } from './create-delivery.ts';

function recording(): Delivery & { readonly sent: string[] } {
  const sent: string[] = [];
  return {
    sent,
    sendOtp: async ({ channel }) => void sent.push(channel),
    sendPush: async ({ channel }) => void sent.push(channel),
  };
}

test('sends each channel through its delivery and the others through `otherwise`', async () => {
  const [sms, authy, otherwise] = [recording(), recording(), recording()];
  const delivery = createDelivery({ channels: { SMS: sms, AUTHY: authy }, otherwise });
  for (const channel of ['SMS', 'WHATSAPP', 'VOICE'] as const) await delivery.sendOtp(otp({ channel }));
  for (const channel of ['AUTHY', 'BIOMETRIC'] as const) await delivery.sendPush(push({ channel }));
  expect([sms.sent, authy.sent, otherwise.sent]).toEqual([['SMS'], ['AUTHY'], ['WHATSAPP', 'VOICE', 'BIOMETRIC']]);
});

test('fails as unsupported when no delivery has the channel', async () => {
  const delivery = createDelivery({ channels: { SMS: recording() } });
  expect(await failureOf(delivery.sendOtp(otp({ channel: 'VOICE' })))).toMatchObject({ failure: 'unsupported' });
  expect(await failureOf(delivery.sendPush(push()))).toMatchObject({ failure: 'unsupported' });
});

test('throws a TypeError at creation without any delivery', () => {
  expect(() => createDelivery({ channels: {} })).toThrow(TypeError);
});
