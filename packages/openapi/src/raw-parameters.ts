/** A name and a value as they were sent. */
export type RawPair = readonly [name: string, value: string];

/** The parameters of a request as text. */
export interface RawParameters {
  /** The value of each path parameter, percent-encoding kept. */
  readonly path: Readonly<Record<string, string>>;
  /** The pairs of the query, names decoded, values as sent. */
  readonly query: readonly RawPair[];
  /** Each header once, names in lower case. */
  readonly header: Readonly<Record<string, string>>;
  /** The pairs of the cookie header, names as sent, percent-encoding of the values kept. */
  readonly cookie: readonly RawPair[];
}

/**
 * Splits a query into pairs. Names are decoded; values keep their percent-encoding, because an encoded comma is data and a
 * plain one may be a delimiter.
 *
 * @example
 * splitQuery('ids=1,2&q=a%2Cb'); // [['ids', '1,2'], ['q', 'a%2Cb']]
 */
export function splitQuery(query: string): RawPair[] {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
      return [decodeFormText(name), value];
    });
}

const COOKIE = /(?:^|;)[ \t]*([^=;\s]+)=(?:"([^";]*)"|([^";]*))/g;

/**
 * Splits a `Cookie` header into pairs (RFC 6265, section 4.2.1). Quotes around a value are removed.
 *
 * @example
 * splitCookies('sid=0a; theme="dark"'); // [['sid', '0a'], ['theme', 'dark']]
 */
export const splitCookies = (header: string): RawPair[] =>
  [...header.matchAll(COOKIE)].map(([, name = '', quoted, plain = '']) => [name, (quoted ?? plain).trim()]);

/** Decodes percent-encoding; `undefined` when an escape is invalid. */
export function decodeText(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Decodes form encoding. An invalid escape is kept. */
export const decodeFormText = (text: string): string =>
  text.replaceAll('+', ' ').replaceAll(/(?:%[0-9a-f]{2})+/gi, (escaped) => decodeText(escaped) ?? escaped);
