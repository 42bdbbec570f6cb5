/** A content type split up: `essence` is `type/subtype` in lower case. */
export interface ContentType {
  readonly essence: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const TOKEN = "[!#$%&'*+.^_`|~\\w-]+";
const ESSENCE = new RegExp(`^[ \\t]*(${TOKEN}/${TOKEN})[ \\t]*`);
const PARAMETER = new RegExp(`;[ \\t]*(?:(${TOKEN})=(?:(${TOKEN})|"((?:[^"\\\\]|\\\\.)*)")[ \\t]*)?`, 'y');

/** Splits a content type; undefined when it is not one (RFC 9110, section 8.3.1). */
export function parseContentType(value: string | undefined): ContentType | undefined {
  const head = ESSENCE.exec(value ?? '');
  if (value === undefined || !head) return undefined;
  const parameters = parseParameters(value.slice(head[0].length));
  return parameters && { essence: (head[1] ?? '').toLowerCase(), parameters };
}

/** Splits the parameters that follow a header's value, names in lower case; undefined when they are none. */
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

/** Writes a content type in the one way that every reader takes. */
export const formatContentType = ({ essence, parameters }: ContentType): string =>
  [essence, ...[...parameters].map(([name, value]) => `${name}="${value.replaceAll(/["\\]/g, '\\$&')}"`)].join('; ');

/** `application/jose`, `application/jose+json` and `application/jwt`: bodies that stay text. */
export const isJose = (essence: string): boolean => /^application\/(jose(\+json)?|jwt)$/.test(essence);

/** JSON and its `+json` relatives, encrypted bodies excluded. */
export const isJson = (essence: string): boolean =>
  !isJose(essence) && (essence === 'application/json' || essence.endsWith('+json'));

/** URL-encoded and multipart forms, which Prism takes apart itself. */
export const isForm = (essence: string): boolean =>
  essence === 'application/x-www-form-urlencoded' || isMultipartForm(essence);

/** Forms in parts. */
export const isMultipartForm = (essence: string): boolean => essence === 'multipart/form-data';

/** Bodies that are text by their type, whose charset is UTF-8 where none is named. XML names its own inside. */
export const isText = (essence: string): boolean =>
  isJose(essence) || isForm(essence) || (essence.startsWith('text/') && essence !== 'text/xml');

/** Bodies that hold data in a form that is not read here, so that no schema can be put to them. */
export const isUnsupportedMediaType = (essence: string): boolean => /[/+.-](xml|yaml)$/.test(essence);

/** `text/*` or any: a name in a document that stands for many media types. */
export const isRange = (essence: string): boolean => essence.endsWith('/*');

/** Server-sent events: the one kind of body that has no end. */
export const isStream = (essence: string): boolean => essence === 'text/event-stream';

/**
 * The documented media types that `sent` may be validated by: the same type with no contradicting parameter, or else the
 * narrowest range (`text/*`, then any) that covers it. A `+suffix` counts: `application/jose+json` is not JSON.
 */
export function matchContents<T>(sent: ContentType, contents: readonly T[], nameOf: (content: T) => string): T[] {
  const parsed = contents.map((content) => ({ content, type: parseContentType(nameOf(content)) }));
  const fits = (documented: ContentType): boolean =>
    [...documented.parameters].every(
      ([name, value]) => sent.parameters.get(name)?.toLowerCase() === value.toLowerCase(),
    );
  const [major] = sent.essence.split('/');
  for (const wanted of [sent.essence, `${major}/*`, '*/*']) {
    const found = parsed.filter(({ type }) => type?.essence === wanted && fits(type));
    // Where several differ by parameters, the one that names most of them is the closest.
    found.sort((a, b) => (b.type?.parameters.size ?? 0) - (a.type?.parameters.size ?? 0));
    if (found[0]) return [found[0].content];
  }
  return [];
}
