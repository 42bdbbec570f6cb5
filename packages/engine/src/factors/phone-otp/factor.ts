import type { EnrolledFactors } from '../../ports/index.ts';
import type { Destination, Factor } from '../factor.ts';
import { otpFactor } from '../otp-factor.ts';
import { obfuscatedPhoneNumber } from './e164.ts';
import { decryptPhoneNumber } from './phone-number.ts';

export const smsFactor: Factor = otpFactor('SMS', 'sms', phone);
export const whatsAppFactor: Factor = otpFactor('WHATSAPP', 'whatsapp', phone);
export const voiceFactor: Factor = otpFactor('VOICE', 'voice', phone);

function phone({ phoneNumbers: [record] }: EnrolledFactors): Destination | undefined {
  if (!record) return undefined;
  return { id: record.mac, decrypt: (keys) => decryptPhoneNumber(keys, record), mask: obfuscatedPhoneNumber };
}
