import type { OtpMessage } from '@sca-kit/engine';

/** What a text needs to know. */
export type TextFacts = Pick<OtpMessage, 'code' | 'purpose' | 'action'>;

/** Longer descriptions of an action are cut: they come from what a caller sent. */
const LONGEST_ACTION = 200;

/**
 * An action in words: `TRANSFER__FUND 100.00 EUR` reads `transfer fund 100.00 EUR`. Line breaks and characters that
 * are not seen (a payee's name could hold some, to make the text read otherwise) become spaces.
 * @example
 * describeAction('TRANSFER__FUND 100.00 EUR'); // 'transfer fund 100.00 EUR'
 */
export function describeAction(action: string): string {
  const plain = action.replace(/[\p{C}\p{Z}\s]+/gu, ' ').trim();
  const words = plain.replace(/^[A-Z][A-Z0-9]*(?:_+[A-Z0-9]+)+(?![^ ])/, (name) =>
    name.toLowerCase().replaceAll(/_+/g, ' '),
  );
  const characters = [...words];
  return characters.length <= LONGEST_ACTION ? words : `${characters.slice(0, LONGEST_ACTION).join('')}...`;
}

function aimOf({ purpose, action }: TextFacts): string {
  if (action !== null) return `to confirm: ${describeAction(action)}`;
  if (purpose === 'enrolment') return 'to set up this phone number';
  if (purpose === 'step-up') return 'to confirm that it is you';
  return 'to confirm your request';
}

/**
 * The text of a message. It names what is confirmed, so that the person sees what the code is good for
 * (RTS 5(1)(a)).
 *
 * @param brand who it comes from, put in front
 * @example
 * otpText({ code: '123456', purpose: 'one-time-token', action: 'TRANSFER__FUND 100.00 EUR' }, 'Acme');
 * // 'Acme: 123456 is your code to confirm: transfer fund 100.00 EUR. Do not share it with anyone.'
 */
export function otpText(message: TextFacts, brand?: string): string {
  const sender = brand === undefined ? '' : `${brand}: `;
  return `${sender}${message.code} is your code ${aimOf(message)}. Do not share it with anyone.`;
}

/**
 * The same for a voice call: the digits one by one.
 * @example
 * otpSpeech({ code: '123456', purpose: 'step-up', action: null });
 * // 'Your code to confirm that it is you, is: 1, 2, 3, 4, 5, 6. Do not share it with anyone.'
 */
export function otpSpeech(message: TextFacts, brand?: string): string {
  const sender = brand === undefined ? '' : `This is ${brand}. `;
  return `${sender}Your code ${aimOf(message)}, is: ${[...message.code].join(', ')}. Do not share it with anyone.`;
}
