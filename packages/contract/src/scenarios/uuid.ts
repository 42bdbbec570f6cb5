import type { Random } from '../negative/random.ts';

/** A UUID (version 4) from random numbers that a seed repeats. */
export function uuid(random: Random): string {
  const hex = (length: number): string => Array.from({ length }, () => random.int(16).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
}
