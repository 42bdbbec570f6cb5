import type { OtpMessage, PushMessage } from '@sca-kit/engine';
import { expect } from 'vitest';
import { DeliveryError } from '../src/delivery-error.ts';

export const CODE = '908172';
export const NUMBER = '+6588881234';

export function otp(change: Partial<OtpMessage> = {}): OtpMessage {
  return {
    clientId: 'demo-client',
    userId: 7301842,
    channel: 'SMS',
    recipient: NUMBER,
    code: CODE,
    reference: '9f5f5812-2609-4e48-8418-b64437c0c7cd',
    purpose: 'one-time-token',
    action: 'TRANSFER__FUND 100.00 EUR to Ann Lee',
    expiresAt: Date.UTC(2026, 10, 1, 0, 5),
    ...change,
  };
}

export function push(change: Partial<PushMessage> = {}): PushMessage {
  return {
    clientId: 'demo-client',
    userId: 7301842,
    channel: 'AUTHY',
    challengeId: '184467440737',
    purpose: 'step-up',
    expiresAt: Date.UTC(2026, 10, 1, 0, 5),
    ...change,
  };
}

/** Returns the DeliveryError of a send. Fails the test if the send resolves or rejects with another error. */
export async function failureOf(sending: Promise<void>): Promise<DeliveryError> {
  const error = await sending.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DeliveryError);
  return error as DeliveryError;
}
