import { type Context, timeIn } from '../../context.ts';
import type { ScaErrorCode } from '../../errors.ts';
import type { ChallengeType, OneTimeTokenRecord, OtpCodeRecord, PhoneNumberRecord } from '../../ports/index.ts';
import type { Candidate, Factor } from '../factor.ts';
import { phoneNumberOf } from './phone-number.ts';

export type PhoneChannel = 'SMS' | 'WHATSAPP' | 'VOICE';

/** How long a code may be used, in milliseconds. */
export const OTP_LIFE: number = 5 * 60_000;

/** Preferred first. */
export const phoneOtpFactors: readonly Factor[] = [
  phoneOtpFactor('SMS', 'sms.verification.failed', 'SMS verification failed'),
  phoneOtpFactor('WHATSAPP', 'whatsapp.verification.failed', 'WhatsApp verification failed'),
  phoneOtpFactor('VOICE', 'voice.verification.failed', 'Voice verification failed'),
];

/** The code is bound to token, channel and number: it proves nothing once the number has changed. */
export function otpContext(
  token: Pick<OneTimeTokenRecord, 'clientId' | 'digest'>,
  channel: ChallengeType,
  phoneNumber: Pick<PhoneNumberRecord, 'mac'>,
): string {
  return JSON.stringify([token.clientId, token.digest, channel, phoneNumber.mac]);
}

function phoneOtpFactor(channel: PhoneChannel, code: ScaErrorCode, message: string): Factor {
  return {
    type: channel,
    category: 'possession',
    failure: { code, message },
    isEnrolled: async (tx, profile) => (await phoneNumberOf(tx, profile)) !== undefined,
    isStanding: async (tx, profile, reference) => (await phoneNumberOf(tx, profile))?.mac === reference,
    async lookUp(context, tx, token) {
      const phoneNumber = await phoneNumberOf(tx, token);
      if (!phoneNumber) return absent(context);
      const sent = await tx.otpCodes.find(token.clientId, token.digest, channel);
      if (!sent || sent.state === 'sending') return 'not-triggered';
      return candidate(context, token, phoneNumber, isLive(sent, timeIn(context, tx)) ? sent : undefined, channel);
    },
    absent,
  };
}

function absent({ keys }: Context): Candidate {
  return { matches: (secret) => keys.verifyMac('otp', '', secret, undefined), redeem: async () => undefined };
}

function candidate(
  context: Context,
  token: OneTimeTokenRecord,
  phoneNumber: PhoneNumberRecord,
  sent: OtpCodeRecord | undefined,
  channel: PhoneChannel,
): Candidate {
  return {
    matches: (secret) => context.keys.verifyMac('otp', otpContext(token, channel, phoneNumber), secret, sent?.mac),
    async redeem(tx) {
      const now = await tx.otpCodes.find(token.clientId, token.digest, channel);
      const unchanged = (await phoneNumberOf(tx, token))?.mac === phoneNumber.mac;
      if (!now || now.mac !== sent?.mac || !unchanged || !isLive(now, timeIn(context, tx))) return undefined;
      // Single use (ASVS 5.0 6.5.1).
      await tx.otpCodes.put({ ...now, state: 'used' });
      return phoneNumber.mac;
    },
  };
}

function isLive(code: OtpCodeRecord, now: number): boolean {
  return code.state === 'live' && now < code.expiresAt;
}
