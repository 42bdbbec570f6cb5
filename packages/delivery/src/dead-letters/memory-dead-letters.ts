import { type DeadLetter, type DeadLetters, select } from './dead-letters.ts';

/**
 * Stores dead letters in the memory of the process.
 * @param options.limit dead letters at most, 1000 by default; the oldest are dropped
 * @throws TypeError when `limit` is not a whole number, at least 1
 * @example
 * const deadLetters = createMemoryDeadLetters({ limit: 100 });
 */
export function createMemoryDeadLetters(options: { readonly limit?: number } = {}): DeadLetters {
  const { limit = 1000 } = options;
  if (!Number.isSafeInteger(limit) || limit < 1) throw new TypeError('limit must be a whole number, at least 1');
  const letters: DeadLetter[] = [];
  return {
    async add(letter) {
      letters.push(letter);
      if (letters.length > limit) letters.shift();
    },
    list: async (filter) => select(letters, filter),
  };
}
