import { RequestError } from '../errors/request-error.ts';

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

/** Reads `application/x-www-form-urlencoded`. @throws RequestError when a member is given twice (RFC 6749 §3.2) */
export function parseForm(text: string): Readonly<Record<string, string>> {
  const form: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of new URLSearchParams(text)) {
    if (name in form) {
      const message = 'is given more than once.';
      throw new RequestError('request.invalid', message, {
        faults: [{ path: `/body/${name.slice(0, 100)}`, message, limits: [] }],
      });
    }
    form[name] = value;
  }
  return { ...form };
}
