import { RequestError } from '../errors/request-error.ts';

/** Deeper than any documented body; what recurses over a body may not be led to the end of the stack. */
const DEEPEST = 64;

/** @throws RequestError `request.malformed` when the text is not JSON */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RequestError('request.malformed', 'The body is not valid JSON.', {
      cause: cause instanceof Error ? cause.name : cause,
    });
  }
}

/** @throws RequestError `request.malformed` when lists and objects are nested too deep, in unknown members too */
export function requireShallow(value: unknown): void {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST)
      throw new RequestError('request.malformed', `The body is nested deeper than ${DEEPEST} levels.`);
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
}

/**
 * Reads `application/x-www-form-urlencoded`. A member without a value counts as left out (RFC 6749 §3.2).
 * @throws RequestError when a member is given twice (RFC 6749 §3.2)
 */
export function parseForm(text: string): Readonly<Record<string, string>> {
  const form: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of new URLSearchParams(text)) {
    if (name in form) {
      const message = 'is given more than once.';
      throw new RequestError('request.invalid', message, {
        faults: [{ path: /^\w{1,64}$/.test(name) ? `/body/${name}` : '/body', message, limits: [] }],
      });
    }
    form[name] = value;
  }
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== ''));
}
