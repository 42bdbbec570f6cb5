import {
  acceptedTypes,
  isOpen,
  memberNames,
  type OpenApiDocument,
  type Operation,
  schemaParts,
} from '@sca-kit/openapi';
import type { Headers } from './message.ts';
import type { ValidationError } from './violation.ts';

/** Response headers of HTTP, caches and browser security; a document need not list them. */
const RESPONSE_HEADERS = new Set([
  'age',
  'allow',
  'alt-svc',
  'cache-control',
  'connection',
  'content-encoding',
  'content-language',
  'content-length',
  'content-security-policy',
  'content-type',
  'date',
  'etag',
  'expires',
  'keep-alive',
  'last-modified',
  'pragma',
  'referrer-policy',
  'server',
  'strict-transport-security',
  'trailer',
  'transfer-encoding',
  'vary',
  'via',
  'www-authenticate',
  'x-content-type-options',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
  'origin-agent-cluster',
  'permissions-policy',
]);
const RESPONSE_PREFIXES = ['access-control-', 'cross-origin-'];

/** Request headers that HTTP itself, browsers and tracing define. */
const REQUEST_HEADERS = new Set([
  'accept',
  'accept-charset',
  'accept-encoding',
  'accept-language',
  'authorization',
  'baggage',
  'cache-control',
  'connection',
  'content-encoding',
  'content-language',
  'content-length',
  'content-type',
  'cookie',
  'date',
  'dnt',
  'expect',
  'forwarded',
  'from',
  'host',
  'http2-settings',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-unmodified-since',
  'keep-alive',
  'last-event-id',
  'origin',
  'pragma',
  'prefer',
  'priority',
  'range',
  'referer',
  'te',
  'traceparent',
  'tracestate',
  'transfer-encoding',
  'upgrade',
  'upgrade-insecure-requests',
  'user-agent',
  'via',
  'x-real-ip',
]);
const REQUEST_PREFIXES = ['sec-', 'x-forwarded-', 'access-control-'];

/** Returns an error for each response header that the document does not define for the status. */
export function undocumentedResponseHeaders(
  headers: Headers,
  documented: readonly { readonly name: string }[],
): ValidationError[] {
  const known = new Set(documented.map(({ name }) => name.toLowerCase()));
  return undocumented(headers, (name) => known.has(name) || allowed(name, RESPONSE_HEADERS, RESPONSE_PREFIXES));
}

/** Returns an error for each request header that neither the operation nor HTTP defines. */
export function undocumentedRequestHeaders(headers: Headers, operation: Operation): ValidationError[] {
  const keys = operation.security.flat().flatMap((scheme) => (scheme.in === 'header' ? [scheme.key ?? ''] : []));
  const documented = operation.parameters.filter(({ in: place }) => place === 'header').map(({ name }) => name);
  const known = new Set([...keys, ...documented].map((name) => name.toLowerCase()));
  return undocumented(headers, (name) => known.has(name) || allowed(name, REQUEST_HEADERS, REQUEST_PREFIXES));
}

const allowed = (name: string, names: ReadonlySet<string>, prefixes: readonly string[]): boolean =>
  names.has(name) || prefixes.some((prefix) => name.startsWith(prefix));

function undocumented(headers: Headers, isKnown: (name: string) => boolean): ValidationError[] {
  const strange = new Set(headers.map(([name]) => name).filter((name) => !isKnown(name)));
  return [...strange].map((name) => ({
    location: `header.${name}`,
    code: 'undocumented-header',
    message: `The document does not define the header ${name} here.`,
  }));
}

/** Returns an error for each query parameter that the operation does not define. */
export function undocumentedQuery(
  document: OpenApiDocument,
  names: readonly string[],
  operation: Operation,
): ValidationError[] {
  const documented = operation.parameters.filter(({ in: place }) => place === 'query');
  const objects = documented
    .filter(({ style, explode }) => style === 'form' && explode)
    .map(({ schema }) => schemaParts(document, schema))
    .filter((parts) => acceptedTypes(parts).has('object'));
  // The members of an exploded object are parameter names that the document need not list.
  if (objects.some(isOpen)) return [];
  const keys = operation.security.flat().flatMap((scheme) => (scheme.in === 'query' ? [scheme.key ?? ''] : []));
  const known = new Set([...keys, ...documented.map(({ name }) => name), ...objects.flatMap(memberNames)]);
  return names
    .filter((name) => !known.has(name) && !known.has(name.replace(/\[.*$/, '')))
    .map((name) => ({
      location: `query.${name}`,
      code: 'undocumented-parameter',
      message: `The document does not define the query parameter ${name} here.`,
    }));
}
