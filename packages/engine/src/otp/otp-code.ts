import type { Context } from '../context.ts';
import type { Keys } from '../ports/index.ts';

/** How long a code or push can be used, in milliseconds. */
export const OTP_TTL: number = 5 * 60_000;

const OTP_DIGITS = 6;

/** Returns the fixed code, if there is one, or random digits. */
export function newOtp({ random, fixedCodes }: Context, kind: 'oneTimeToken' | 'factor'): string {
  return fixedCodes?.[kind] ?? random.digits(OTP_DIGITS);
}

/**
 * What the keyed hash of a code is bound to: the token or challenge it is for, and the address it is sent to. A code is not
 * accepted for anything else, nor after the address has changed.
 */
export type OtpBinding = readonly (string | number | null)[];

export function hashOtp(keys: Keys, binding: OtpBinding, code: string): Promise<string> {
  return keys.mac('otp', JSON.stringify(binding), code);
}

/** Compares in constant time. With `mac` undefined it does the same work and returns false. */
export function verifyOtp(keys: Keys, binding: OtpBinding, code: string, mac: string | undefined): Promise<boolean> {
  return keys.verifyMac('otp', JSON.stringify(binding), code, mac);
}
