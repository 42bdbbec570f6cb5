/** Header fields in the order sent; names in lower case. */
export type Headers = readonly (readonly [name: string, value: string])[];

/** A request as it goes over the wire. */
export interface RawRequest {
  readonly method: string;
  /** Path and query, as sent: `/boxes/7?depth=2`. */
  readonly target: string;
  readonly headers: Headers;
  /** Empty when there is none. */
  readonly body: Uint8Array;
}

/** A response as it came over the wire. */
export interface RawResponse {
  readonly status: number;
  readonly headers: Headers;
  /** As received, content coding included; empty for an event stream, which is in `stream`. */
  readonly body: Uint8Array;
  /** Only for `text/event-stream`: the rest of the response. Cancel it when done. */
  readonly stream?: ReadableStream<Uint8Array>;
}

/** The value of a header; several are joined by a comma as RFC 9110, section 5.3, says. */
export function header(headers: Headers, name: string): string | undefined {
  const values = headers.filter(([key]) => key === name).map(([, value]) => value);
  return values.length === 0 ? undefined : values.join(', ');
}

/** The headers as one object, the form that Prism reads. */
export function headerRecord(headers: Headers): Record<string, string> {
  const record: Record<string, string> = {};
  for (const [name, value] of headers) record[name] = name in record ? `${record[name]}, ${value}` : value;
  return record;
}

/** The path of a target without its query. */
export const pathOf = (target: string): string => target.split(/[?#]/, 1)[0] ?? '/';

/** The query of a target, repeated names as a list. */
export function queryOf(target: string): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  const at = target.indexOf('?');
  for (const [name, value] of new URLSearchParams(at < 0 ? '' : target.slice(at + 1))) {
    const before = query[name];
    query[name] = before === undefined ? value : [before, value].flat();
  }
  return query;
}

/** Fields that belong to one connection and are not passed on (RFC 9110, section 7.6.1). */
export const HOP_BY_HOP: ReadonlySet<string> = new Set([
  'connection',
  'http2-settings',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
