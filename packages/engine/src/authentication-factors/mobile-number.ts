import parsePhoneNumber from 'libphonenumber-js/max';
import type { Context } from '../context.ts';
import { factorConflictError, ScaError } from '../errors.ts';
import { decryptPhoneNumber, phoneNumberOf } from '../factors/phone-otp/phone-number.ts';
import type { PhoneNumberRecord, Transaction, UserKey } from '../ports/index.ts';

/** A number that codes can be sent to. */
export interface MobileNumber {
  /** E.164. */
  readonly number: string;
  /** Keyed hash, under which the codes to the number are counted. */
  readonly mac: PhoneNumberRecord['mac'];
}

/**
 * Returns the user's number if codes can be sent to it.
 * @throws ScaError `MOBILE_NUMBER_NOT_AVAILABLE`, `MOBILE_NUMBER_INVALID`, `MOBILE_COUNTRY_NOT_SUPPORTED`
 */
export async function mobileNumberOf(context: Context, tx: Transaction, user: UserKey): Promise<MobileNumber> {
  const record = await phoneNumberOf(tx, user);
  if (!record) throw factorConflictError('MOBILE_NUMBER_NOT_AVAILABLE');
  const number = await decryptPhoneNumber(context.keys, record);
  assertMobile(number, context.unsupportedCountries);
  return { number, mac: record.mac };
}

/** @throws ScaError `MOBILE_NUMBER_NOT_AVAILABLE` without a mobile number, `MOBILE_COUNTRY_NOT_SUPPORTED` */
export async function assertMobileNumber(context: Context, tx: Transaction, user: UserKey): Promise<void> {
  await mobileNumberOf(context, tx, user).catch((error: unknown) => {
    const isLandline = error instanceof ScaError && error.details.errorCode === 'MOBILE_NUMBER_INVALID';
    throw isLandline ? factorConflictError('MOBILE_NUMBER_NOT_AVAILABLE') : error;
  });
}

/** @param e164 a number that was valid when it was registered. Landline, pager and service numbers are rejected */
function assertMobile(e164: string, unsupportedCountries: readonly string[]): void {
  const parsed = parsePhoneNumber(e164, { extract: false });
  const type = parsed?.getType();
  if (!parsed || (type !== 'MOBILE' && type !== 'FIXED_LINE_OR_MOBILE')) {
    throw factorConflictError('MOBILE_NUMBER_INVALID');
  }
  if (parsed.country && unsupportedCountries.includes(parsed.country)) {
    throw factorConflictError('MOBILE_COUNTRY_NOT_SUPPORTED');
  }
}
