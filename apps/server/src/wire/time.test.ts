import { expect, test } from 'vitest';
import { fromPlainDateTime, toTimestamp } from './time.ts';

test('formats a time in UTC with milliseconds', () => {
  expect(toTimestamp(Date.UTC(2026, 1, 3, 4, 5, 6, 7))).toBe('2026-02-03T04:05:06.007Z');
});

test('reads a date and time without an offset as UTC', () => {
  expect(fromPlainDateTime('2028-02-29 23:59:59')).toBe(Date.UTC(2028, 1, 29, 23, 59, 59));
});

test.each(['2026-02-29 00:00:00', '2026-13-01 00:00:00', '2026-01-01 24:00:00', '2026-01-01T00:00:00', '', 'now'])(
  'returns undefined for the invalid date and time %j',
  (text) => expect(fromPlainDateTime(text)).toBeUndefined(),
);
