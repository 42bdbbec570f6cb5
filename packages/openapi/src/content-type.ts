/** A parsed content type: `essence` is `type/subtype` in lower case. */
export interface ContentType {
  readonly essence: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const TOKEN = "[!#$%&'*+.^_`|~\\w-]+";
const ESSENCE = new RegExp(`^[ \\t]*(${TOKEN}/${TOKEN})[ \\t]*`);
const PARAMETER = new RegExp(`;[ \\t]*(?:(${TOKEN})=(?:(${TOKEN})|"((?:[^"\\\\]|\\\\.)*)")[ \\t]*)?`, 'y');

/**
 * Parses a content type (RFC 9110, section 8.3.1); undefined when the text is none.
 *
 * @example
 * parseContentType('Text/CSV; charset=utf-8')?.essence; // 'text/csv'
 */
export function parseContentType(value: string | undefined): ContentType | undefined {
  const head = ESSENCE.exec(value ?? '');
  if (value === undefined || !head) return undefined;
  const parameters = parseParameters(value.slice(head[0].length));
  return parameters && { essence: (head[1] ?? '').toLowerCase(), parameters };
}

/**
 * Parses the parameters after a header value (RFC 9110, section 5.6.6), names in lower case; undefined when the text is
 * malformed.
 *
 * @example
 * parseParameters('; name="pin"')?.get('name'); // 'pin'
 */
export function parseParameters(value: string): ReadonlyMap<string, string> | undefined {
  const parameters = new Map<string, string>();
  let at = 0;
  while (at < value.length) {
    PARAMETER.lastIndex = at;
    const found = PARAMETER.exec(value);
    if (!found) return undefined;
    at += found[0].length;
    const [, name, plain, quoted] = found;
    if (name !== undefined) parameters.set(name.toLowerCase(), plain ?? quoted?.replaceAll(/\\(.)/g, '$1') ?? '');
  }
  return parameters;
}

/**
 * Tells whether a media type is JSON: `application/json` or `+json`. `application/jose+json` is not: its text is a
 * JWE or JWS in compact serialization here.
 *
 * @example
 * isJson('application/problem+json'); // true
 */
export const isJson = (essence: string): boolean =>
  !isJose(essence) && (essence === 'application/json' || essence.endsWith('+json'));

/**
 * Tells whether a media type is a JWE or JWS: `application/jose`, `application/jose+json` or `application/jwt`.
 *
 * @example
 * isJose('application/jose+json'); // true
 */
export const isJose = (essence: string): boolean => /^application\/(jose(\+json)?|jwt)$/.test(essence);

/**
 * Tells whether a media type is an HTML form, URL-encoded or multipart.
 *
 * @example
 * isForm('application/x-www-form-urlencoded'); // true
 */
export const isForm = (essence: string): boolean =>
  essence === 'application/x-www-form-urlencoded' || isMultipartForm(essence);

/**
 * Tells whether a media type is `multipart/form-data`.
 *
 * @example
 * isMultipartForm('multipart/form-data'); // true
 */
export const isMultipartForm = (essence: string): boolean => essence === 'multipart/form-data';

/**
 * Tells whether a documented media type is a range: `text/*`, `application/*+json` or `*\/*`.
 *
 * @example
 * isRange('text/*'); // true
 */
export const isRange = (essence: string): boolean => /\/\*(\+|$)/.test(essence);

/**
 * Finds the documented media type that describes a body: the same type without a contradicting parameter, else the
 * narrowest range that covers it. The `+suffix` counts: `application/jose+json` is not `application/json`.
 *
 * @param nameOf returns the documented name of one of the contents
 * @example
 * const sent = { essence: 'text/csv', parameters: new Map() };
 * matchMediaType(sent, ['application/json', 'text/*'], (name) => name); // 'text/*'
 */
export function matchMediaType<T>(
  sent: ContentType,
  contents: readonly T[],
  nameOf: (content: T) => string,
): T | undefined {
  const documented = contents.flatMap((content) => {
    const type = parseContentType(nameOf(content));
    return type && agrees(sent, type) ? [{ content, type }] : [];
  });
  const [major] = sent.essence.split('/');
  const [suffix = ''] = /\+[^+]*$/.exec(sent.essence) ?? [];
  for (const wanted of [sent.essence, `${major}/*${suffix}`, `${major}/*`, '*/*']) {
    const matching = documented.filter(({ type }) => type.essence === wanted);
    // Where several differ by parameters, the one that names most of them is the closest.
    const [closest] = matching.sort((a, b) => b.type.parameters.size - a.type.parameters.size);
    if (closest) return closest.content;
  }
  return undefined;
}

/** A documented `charset=utf-8` is what a type without a charset means. */
const agrees = (sent: ContentType, documented: ContentType): boolean =>
  [...documented.parameters].every(([name, value]) => {
    const usual = name === 'charset' ? 'utf-8' : undefined;
    return (sent.parameters.get(name) ?? usual)?.toLowerCase() === value.toLowerCase();
  });
