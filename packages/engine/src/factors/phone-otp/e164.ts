import parsePhoneNumber from 'libphonenumber-js/max';

/**
 * Returns the text if it is an ITU-T E.164 number that is valid in its country; undefined for anything else. A number has one
 * text: with a national trunk prefix (`+4407911123456`) it would be another number, with limits of its own.
 * @example
 * e164Of('+6588888888'); // '+6588888888'
 * e164Of('6588888888'); // undefined
 * e164Of('+4407911123456'); // undefined
 */
export function e164Of(text: string): string | undefined {
  if (!/^\+[1-9]\d{1,14}$/.test(text)) return undefined;
  const parsed = parsePhoneNumber(text, { extract: false });
  return parsed?.isValid() && parsed.number === text ? text : undefined;
}

/** Masks all but the last four characters (RTS 22(2)(a)). */
export function obfuscatedPhoneNumber(e164: string): string {
  return '*'.repeat(Math.max(0, e164.length - 4)) + e164.slice(-4);
}

/** Keeps the first character and the domain, which its owner recognizes. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}***${at < 0 ? '' : email.slice(at)}`;
}
