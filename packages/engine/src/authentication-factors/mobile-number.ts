import parsePhoneNumber from 'libphonenumber-js/max';
import { openPhoneNumber, phoneNumberOf } from '../factors/phone-otp/phone-number.ts';
import type { PhoneNumberRecord, Transaction, UserKey } from '../ports/index.ts';
import { conflict, type FactorsContext } from './factors-context.ts';

/** A number that codes can be sent to. */
export interface MobileNumber {
  /** E.164. */
  readonly number: string;
  /** Keyed hash: what the number is counted under. */
  readonly mac: PhoneNumberRecord['mac'];
}

/**
 * The user's number, if a code can reach it.
 * @throws ScaError `MOBILE_NUMBER_NOT_AVAILABLE`, `MOBILE_NUMBER_INVALID`, `MOBILE_COUNTRY_NOT_SUPPORTED`
 */
export async function mobileNumberOf(context: FactorsContext, tx: Transaction, user: UserKey): Promise<MobileNumber> {
  const record = await phoneNumberOf(tx, user);
  if (!record) throw conflict('MOBILE_NUMBER_NOT_AVAILABLE');
  const number = await openPhoneNumber(context.keys, record);
  assertMobile(number, context.unsupportedCountries);
  return { number, mac: record.mac };
}

/** @param e164 a number that was valid when it was registered; landlines, pagers and service numbers are refused */
function assertMobile(e164: string, unsupportedCountries: readonly string[]): void {
  const parsed = parsePhoneNumber(e164, { extract: false });
  const type = parsed?.getType();
  if (!parsed || (type !== 'MOBILE' && type !== 'FIXED_LINE_OR_MOBILE')) throw conflict('MOBILE_NUMBER_INVALID');
  if (parsed.country && unsupportedCountries.includes(parsed.country)) throw conflict('MOBILE_COUNTRY_NOT_SUPPORTED');
}
