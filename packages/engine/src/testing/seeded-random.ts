import type { Random } from '../ports/index.ts';

/**
 * Creates a predictable generator for tests: the same seed returns the same values.
 * @example
 * seededRandom(7).digits(6);
 */
export function seededRandom(seed: number = 1): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const bytes = (length: number): Buffer => Buffer.from(Array.from({ length }, () => integer(0, 255)));
  return {
    integer,
    digits: (length) => Array.from({ length }, () => integer(0, 9)).join(''),
    token: (length) => bytes(length).toString('base64url'),
    uuid() {
      const hex = bytes(16).toString('hex');
      const variant = '89ab'.charAt(integer(0, 3));
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}
