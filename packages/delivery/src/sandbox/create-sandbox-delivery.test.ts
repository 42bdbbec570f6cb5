import { expect, test } from 'vitest';
import { CODE, NUMBER, otp, push } from '../../test/messages.ts';
import { createSandboxDelivery, type InboxEntry } from './create-sandbox-delivery.ts';

const times: Readonly<Record<string, number>> = { 'demo-client': 1000, 'moved-client': 9000 };

test('stores codes and pushes in the inbox with the time of their client', async () => {
  const entries: InboxEntry[] = [];
  const inbox = { add: async (entry: InboxEntry) => void entries.push(entry) };
  const delivery = createSandboxDelivery({ inbox, now: async (clientId) => times[clientId] ?? 0 });
  await delivery.sendOtp(otp());
  await delivery.sendPush(push({ clientId: 'moved-client' }));
  expect(entries).toEqual([
    {
      clientId: 'demo-client',
      userId: 7301842,
      channel: 'SMS',
      recipient: NUMBER,
      code: CODE,
      reference: '9f5f5812-2609-4e48-8418-b64437c0c7cd',
      purpose: 'one-time-token',
      action: otp().action,
      sentAt: 1000,
      expiresAt: otp().expiresAt,
    },
    {
      clientId: 'moved-client',
      userId: 7301842,
      channel: 'AUTHY',
      recipient: null,
      code: null,
      reference: '184467440737',
      purpose: 'step-up',
      action: null,
      sentAt: 9000,
      expiresAt: push().expiresAt,
    },
  ]);
});

test('rejects when the inbox cannot store the message', async () => {
  const inbox = { add: () => Promise.reject(new Error('full')) };
  await expect(createSandboxDelivery({ inbox, now: () => 0 }).sendOtp(otp())).rejects.toThrow('full');
});
