import type { ScaErrorCode } from '../../errors.ts';
import type { ProfileKey, Transaction } from '../../ports/index.ts';
import type { Destination, Factor } from '../factor.ts';
import { sentCodeFactor } from '../sent-code.ts';
import { obfuscatedPhoneNumber } from './e164.ts';
import { openPhoneNumber, phoneNumberOf } from './phone-number.ts';

export type PhoneChannel = 'SMS' | 'WHATSAPP' | 'VOICE';

/** Preferred first. */
export const phoneOtpFactors: readonly Factor[] = [
  phoneOtpFactor('SMS', 'sms.verification.failed', 'SMS verification failed'),
  phoneOtpFactor('WHATSAPP', 'whatsapp.verification.failed', 'WhatsApp verification failed'),
  phoneOtpFactor('VOICE', 'voice.verification.failed', 'Voice verification failed'),
];

function phoneOtpFactor(channel: PhoneChannel, code: ScaErrorCode, message: string): Factor {
  return sentCodeFactor(channel, { code, message }, phone);
}

async function phone(tx: Transaction, profile: ProfileKey): Promise<Destination | undefined> {
  const record = await phoneNumberOf(tx, profile);
  return record && { id: record.mac, open: (keys) => openPhoneNumber(keys, record), mask: obfuscatedPhoneNumber };
}
