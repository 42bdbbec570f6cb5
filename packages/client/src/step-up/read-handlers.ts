import { VERIFIABLE_TYPES } from './factors.ts';
import type { ChallengeHandlers } from './handlers.ts';

/**
 * Handlers, found to be what their type says. A misspelt one would be missed only when somebody is refused.
 *
 * @throws {TypeError} a handler that is no function, or for no challenge
 */
export function readHandlers<H extends ChallengeHandlers | undefined>(handlers: H): H {
  if (handlers === undefined) return handlers;
  if (typeof handlers !== 'object' || handlers === null) {
    throw new TypeError('handlers must be an object of functions, such as { PIN: () => askForPin() }');
  }
  const known: ReadonlySet<string> = new Set(VERIFIABLE_TYPES);
  const unknown = Object.keys(handlers).find((type) => !known.has(type));
  if (unknown !== undefined) {
    throw new TypeError(`handlers.${unknown} is for no challenge: there are ${VERIFIABLE_TYPES.join(', ')}`);
  }
  // By name and not by entry: methods of a class are no entries.
  for (const type of VERIFIABLE_TYPES) {
    const handler: unknown = handlers[type];
    if (handler !== undefined && typeof handler !== 'function') {
      throw new TypeError(`handlers.${type} must be a function that answers text, such as () => askForIt()`);
    }
  }
  return handlers;
}
