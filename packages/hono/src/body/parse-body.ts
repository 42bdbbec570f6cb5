import { RequestError } from '../errors/request-error.ts';

/** More levels than any documented body has. Limits recursion over a body, so that it cannot exhaust the stack. */
const MAX_DEPTH = 64;

/** More values than any documented body has. The body size alone would allow millions, which take a second to parse. */
const MAX_VALUES = 10_000;

/** More members than any documented form has. */
const MAX_FIELDS = 1_000;

/** @throws RequestError `request.malformed` when the text is not JSON or exceeds the JSON limits */
export function parseJson(text: string): unknown {
  assertJsonLimits(text);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RequestError('request.malformed', 'The body is not valid JSON.', {
      cause: cause instanceof Error ? cause.name : cause,
    });
  }
}

/**
 * Checks the JSON limits in one pass before parsing. Malformed JSON may pass: the parser rejects it.
 * @throws RequestError `request.malformed` when it has too many levels or values, in unknown members too
 */
export function assertJsonLimits(text: string): void {
  let depth = 0;
  // Counts commas and opening brackets, so an empty array or object counts as one value too many.
  let values = 1;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfText(text, at + 1);
    else if (character === ']' || character === '}') depth -= 1;
    else if (character === ',' || character === '[' || character === '{') {
      values += 1;
      if (character !== ',') depth += 1;
      if (depth > MAX_DEPTH) malformed(`The body is nested deeper than ${MAX_DEPTH} levels.`);
      if (values > MAX_VALUES) malformed(`The body holds more than ${MAX_VALUES} values. ${LEAVE_OUT}`);
    }
  }
}

/** Returns the index of the closing quote of the string whose first character is at `start`. */
function endOfText(text: string, start: number): number {
  const quote = text.indexOf('"', start);
  if (quote < 0) return text.length;
  // `indexOf` is faster than a loop over characters, and most strings contain no escaped quote.
  if (text[quote - 1] !== '\\') return quote;
  let at = start;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

const LEAVE_OUT = 'Remove members that the operation does not document.';

function malformed(message: string): never {
  throw new RequestError('request.malformed', message);
}

/**
 * Reads `application/x-www-form-urlencoded`. A member without a value counts as left out (RFC 6749 §3.2).
 * @throws RequestError when a member is given twice (RFC 6749 §3.2), or the form exceeds the limit of members
 */
export function parseForm(text: string): Readonly<Record<string, string>> {
  if (text.split('&', MAX_FIELDS + 1).length > MAX_FIELDS)
    malformed(`The form has more than ${MAX_FIELDS} members. ${LEAVE_OUT}`);
  const form: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of new URLSearchParams(text)) {
    if (name in form) {
      const message = 'is given more than once.';
      throw new RequestError('request.invalid', message, {
        issues: [{ path: /^\w{1,64}$/.test(name) ? `/body/${name}` : '/body', message }],
      });
    }
    form[name] = value;
  }
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== ''));
}
