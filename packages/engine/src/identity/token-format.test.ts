import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clientIdOf, formatToken } from './token-format.ts';

// The units of fast-check itself take seconds to build.
const codePoint = fc
  .integer({ min: 0, max: 0x10ffff })
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));

test('returns the client id of every formatted token', () => {
  const clientId = fc.string({ unit: codePoint, minLength: 1, maxLength: 60 }).filter((id) => !id.includes('\0'));
  fc.assert(fc.property(clientId, (id) => clientIdOf(formatToken(id, 'secret-secret')) === id));
});

test('returns undefined for any other text', () => {
  fc.assert(
    fc.property(fc.string({ unit: codePoint }), (text) => {
      const clientId = clientIdOf(text);
      if (clientId !== undefined) expect(formatToken(clientId, text.split('.')[1] ?? '')).toBe(text);
    }),
  );
});

test.each([
  '',
  '.',
  'YWNtZQ',
  'YWNtZQ.',
  '.secret-secret',
  'YWNtZQ.short',
  'YWNtZR.secret-secret',
  'gICA.secret-secret',
  'AA.secret-secret',
  `${'A'.repeat(345)}.secret-secret`,
  'YWNtZQ.secret secret',
  'YWNtZQ.secret-secret\n',
])('rejects malformed text: %j', (text) => {
  expect(clientIdOf(text)).toBeUndefined();
});
