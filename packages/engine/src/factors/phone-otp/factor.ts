import type { ProfileKey, Transaction } from '../../ports/index.ts';
import type { Destination, Factor } from '../factor.ts';
import { otpFactor } from '../otp-factor.ts';
import { obfuscatedPhoneNumber } from './e164.ts';
import { openPhoneNumber, phoneNumberOf } from './phone-number.ts';

export const smsFactor: Factor = otpFactor('SMS', 'sms', 'SMS verification failed', phone);
export const whatsAppFactor: Factor = otpFactor('WHATSAPP', 'whatsapp', 'WhatsApp verification failed', phone);
export const voiceFactor: Factor = otpFactor('VOICE', 'voice', 'Voice verification failed', phone);

async function phone(tx: Transaction, profile: ProfileKey): Promise<Destination | undefined> {
  const record = await phoneNumberOf(tx, profile);
  return record && { id: record.mac, open: (keys) => openPhoneNumber(keys, record), mask: obfuscatedPhoneNumber };
}
