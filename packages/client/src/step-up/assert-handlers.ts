import { VERIFIABLE_TYPES } from './factors.ts';
import type { ChallengeHandlers } from './handlers.ts';

/**
 * Validates handlers and returns them. Otherwise a misspelt name would show up only at the first challenge.
 *
 * @throws {TypeError} a handler that is not a function or whose name is not a challenge type
 */
export function assertHandlers<H extends ChallengeHandlers | undefined>(handlers: H): H {
  if (handlers === undefined) return handlers;
  if (typeof handlers !== 'object' || handlers === null) {
    throw new TypeError('handlers must be an object of functions, such as { PIN: () => askForPin() }.');
  }
  const known: ReadonlySet<string> = new Set(VERIFIABLE_TYPES);
  const unknown = Object.keys(handlers).find((type) => !known.has(type));
  if (unknown !== undefined) {
    throw new TypeError(
      `handlers.${unknown} is not a challenge type. Challenge types: ${VERIFIABLE_TYPES.join(', ')}.`,
    );
  }
  // By name, because methods of a class are not own entries.
  for (const type of VERIFIABLE_TYPES) {
    const handler: unknown = handlers[type];
    if (handler !== undefined && typeof handler !== 'function') {
      throw new TypeError(`handlers.${type} must be a function that returns a string, such as () => askForSecret().`);
    }
  }
  return handlers;
}
