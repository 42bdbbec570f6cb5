import { expect, test } from 'vitest';
import { newTraceId, systemRandom } from './system.ts';

test('returns trace ids of 32 hex digits, each a new one', () => {
  const ids = Array.from({ length: 100 }, newTraceId);
  expect(new Set(ids).size).toBe(100);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
});

test('draws as many digits as were asked for', () => {
  expect(systemRandom.digits(6)).toMatch(/^\d{6}$/);
});

test('draws integers from the whole range, both ends included', () => {
  const drawn = new Set(Array.from({ length: 200 }, () => systemRandom.integer(1, 3)));
  expect([...drawn].sort()).toEqual([1, 2, 3]);
});
