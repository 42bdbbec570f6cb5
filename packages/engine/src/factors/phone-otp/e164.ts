import parsePhoneNumber from 'libphonenumber-js/max';

/**
 * ITU-T E.164 text of a number that the numbering plan of its country has; undefined for anything else.
 * @example
 * e164Of('+14155552671'); // '+14155552671'
 * e164Of('4155552671'); // undefined
 */
export function e164Of(text: string): string | undefined {
  if (!/^\+[1-9]\d{1,14}$/.test(text)) return undefined;
  return parsePhoneNumber(text, { extract: false })?.isValid() ? text : undefined;
}

/** All but the last four characters masked (RTS 22(2)(a)). */
export function obfuscatedPhoneNumber(e164: string): string {
  return '*'.repeat(Math.max(0, e164.length - 4)) + e164.slice(-4);
}

/** The first character and the domain: enough for its owner to know it again. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}***${at < 0 ? '' : email.slice(at)}`;
}
