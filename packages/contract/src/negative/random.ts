/** A source of numbers that gives the same row for the same seed, so that a failing run can be replayed. */
export interface Random {
  /** A whole number from 0 up to, but not including, `below`. */
  int(below: number): number;
  /** One member of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** Lower-case letters. */
  letters(length: number): string;
}

/** A generator (mulberry32) started from a number and a label, so that each operation has a row of its own. */
export function createRandom(seed: number, label = ''): Random {
  let state = seed >>> 0;
  // FNV-1a: cases of one operation stay the same when another operation is added.
  for (const char of label) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return {
    int,
    pick(list) {
      const member = list[int(list.length)];
      if (member === undefined) throw new TypeError('The list is empty.');
      return member;
    },
    letters: (length) => Array.from({ length }, () => String.fromCharCode(97 + int(26))).join(''),
  };
}
