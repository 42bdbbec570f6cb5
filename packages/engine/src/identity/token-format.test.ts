import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clientIdOf, formatToken } from './token-format.ts';

test('every client id comes back from its bearer text', () => {
  const clientId = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 60 })
    .filter((id) => !id.includes('\0') && id.isWellFormed());
  fc.assert(fc.property(clientId, (id) => clientIdOf(formatToken(id, 'secret-secret')) === id));
});

test('any other text answers undefined and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
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
])('malformed text is refused: %j', (text) => {
  expect(clientIdOf(text)).toBeUndefined();
});
