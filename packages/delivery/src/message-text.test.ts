import { describe, expect, test } from 'vitest';
import { describeAction, type OtpTextInput, otpSpeech, otpText } from './message-text.ts';

describe('describeAction', () => {
  test.each([
    ['TRANSFER__FUND', 'transfer fund'],
    ['BALANCE__GET_STATEMENT', 'balance get statement'],
    ['TRANSFER__FUND 100.00 EUR to ANN_LEE', 'transfer fund 100.00 EUR to ANN_LEE'],
    ['EUR 100.00', 'EUR 100.00'],
    ['Pay Ann', 'Pay Ann'],
    ['PAY_ANN-LEE', 'PAY_ANN-LEE'],
    ['Pay\r\nBcc: x\u2028to\u202e eve\u0000 ', 'Pay Bcc: x to eve'],
    ['x'.repeat(201), `${'x'.repeat(200)}...`],
    ['é'.repeat(200), 'é'.repeat(200)],
  ])('formats %j as %j', (action, words) => {
    expect(describeAction(action)).toBe(words);
  });
});

const facts = (change: Partial<OtpTextInput> = {}): OtpTextInput => ({
  code: '123456',
  purpose: 'one-time-token',
  action: null,
  ...change,
});

test.each<[Partial<OtpTextInput>, string]>([
  [
    { action: 'TRANSFER__FUND 5 EUR' },
    '123456 is your code to confirm: transfer fund 5 EUR. Do not share it with anyone.',
  ],
  [{}, '123456 is your code to confirm your request. Do not share it with anyone.'],
  [{ purpose: 'enrolment' }, '123456 is your code to set up this phone number. Do not share it with anyone.'],
  [{ purpose: 'step-up' }, '123456 is your code to confirm that it is you. Do not share it with anyone.'],
])('otpText formats %o as %j', (change, text) => {
  expect(otpText(facts(change))).toBe(text);
  expect(otpText(facts(change), 'Acme')).toBe(`Acme: ${text}`);
});

test('otpSpeech separates the digits of the code', () => {
  expect(otpSpeech(facts({ purpose: 'step-up' }), 'Acme')).toBe(
    'This is Acme. Your code to confirm that it is you, is: 1, 2, 3, 4, 5, 6. Do not share it with anyone.',
  );
});
