import type { OtpMessage } from '@sca-kit/engine';

/** The parts of a message that its text is made of. */
export type OtpTextInput = Pick<OtpMessage, 'code' | 'purpose' | 'action'>;

/** Characters of an action in a text at most: actions contain what a caller sent. */
const MAX_ACTION = 200;

/**
 * Formats an action for people. Line breaks and invisible characters become spaces, because a payee's name could use
 * them to change what the text seems to say.
 * @example
 * describeAction('TRANSFER__FUND 100.00 EUR'); // 'transfer fund 100.00 EUR'
 */
export function describeAction(action: string): string {
  const plain = action.replace(/[\p{C}\p{Z}\s]+/gu, ' ').trim();
  const words = plain.replace(/^[A-Z][A-Z0-9]*(?:_+[A-Z0-9]+)+(?![^ ])/, (name) =>
    name.toLowerCase().replaceAll(/_+/g, ' '),
  );
  const characters = [...words];
  return characters.length <= MAX_ACTION ? words : `${characters.slice(0, MAX_ACTION).join('')}...`;
}

function purposeOf({ purpose, action }: OtpTextInput): string {
  if (action !== null) return `to confirm: ${describeAction(action)}`;
  if (purpose === 'enrolment') return 'to set up this phone number';
  if (purpose === 'step-up') return 'to confirm that it is you';
  return 'to confirm your request';
}

/**
 * Returns the text of a message. It names the action, so that the person sees what the code confirms (RTS 5(1)(a)).
 * @param brand the sender, put in front of the text
 * @example
 * otpText({ code: '123456', purpose: 'step-up', action: null }, 'Acme');
 * // 'Acme: 123456 is your code to confirm that it is you. Do not share it with anyone.'
 */
export function otpText(message: OtpTextInput, brand?: string): string {
  const sender = brand === undefined ? '' : `${brand}: `;
  return `${sender}${message.code} is your code ${purposeOf(message)}. Do not share it with anyone.`;
}

/**
 * Returns the text of a voice call, with the digits one by one.
 * @param brand the sender, put in front of the text
 * @example
 * otpSpeech({ code: '123456', purpose: 'step-up', action: null });
 * // 'Your code to confirm that it is you, is: 1, 2, 3, 4, 5, 6. Do not share it with anyone.'
 */
export function otpSpeech(message: OtpTextInput, brand?: string): string {
  const sender = brand === undefined ? '' : `This is ${brand}. `;
  return `${sender}Your code ${purposeOf(message)}, is: ${[...message.code].join(', ')}. Do not share it with anyone.`;
}
