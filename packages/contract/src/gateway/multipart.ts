import {
  acceptedTypes,
  asObject,
  asString,
  isJson,
  type MediaType,
  memberParts,
  type OpenApiDocument,
  parseContentType,
  parseParameters,
  type RawPair,
  schemaParts,
} from '@sca-kit/openapi';
import type { ValidationError } from './violation.ts';

/** The names and data of a form, or the reason why it is none. */
export type ReadForm = { readonly pairs: readonly RawPair[] } | { readonly error: ValidationError };

/** Takes a form of parts apart (RFC 7578). */
export function readMultipart(body: string, contentType: string | undefined): ReadForm {
  const boundary = parseContentType(contentType)?.parameters.get('boundary');
  if (!boundary) return { error: NO_BOUNDARY };
  const [, ...pieces] = `\r\n${body}`.split(`\r\n--${boundary}`);
  const end = pieces.findIndex((piece) => piece.startsWith('--'));
  if (end === -1) return malformed('the closing delimiter is missing');
  const pairs: RawPair[] = [];
  for (const piece of pieces.slice(0, end)) {
    const part = readPart(piece);
    if (typeof part === 'string') return malformed(part);
    pairs.push([part.name, part.data]);
  }
  return { pairs };
}

const NO_BOUNDARY: ValidationError = {
  location: 'body',
  code: 'undocumented-media-type',
  message: 'The Content-Type of a multipart form must have a boundary.',
};

const malformed = (why: string): ReadForm => ({
  error: { location: 'body', code: 'malformed', message: `The body is not a valid multipart form: ${why}.` },
});

/** The name and the data of what follows a delimiter, or why it is no part. */
function readPart(piece: string): { readonly name: string; readonly data: string } | string {
  const [padding] = /^[ \t]*\r\n/.exec(piece) ?? [];
  if (padding === undefined) return 'a delimiter is followed by text on its line';
  const rest = piece.slice(padding.length);
  const blank = `\r\n${rest}`.indexOf('\r\n\r\n');
  const headers = (blank <= 0 ? rest : rest.slice(0, blank - 2)).split('\r\n');
  const line = blank === 0 ? undefined : headers.find((each) => /^content-disposition[ \t]*:/i.test(each));
  const [start, value = ''] = /^[^:]*:[ \t]*form-data[ \t]*(.*)$/is.exec(line ?? '') ?? [];
  if (start === undefined) return 'a part has no Content-Disposition of form-data';
  const name = parseParameters(value)?.get('name');
  if (name === undefined) return 'a part has no name';
  return { name, data: blank === -1 ? '' : rest.slice(blank + 2) };
}

/** The members of a form that are objects in another format than JSON, which is not parsed. */
export function objectsInForm(document: OpenApiDocument, { schema, encoding = {} }: MediaType): readonly string[] {
  const parts = schemaParts(document, schema);
  return Object.entries(encoding).flatMap(([name, value]) => {
    const type = parseContentType(asString(asObject(value).contentType))?.essence ?? 'application/json';
    const isObject = acceptedTypes(memberParts(document, parts, name)).has('object');
    return isObject && !isJson(type) ? [name] : [];
  });
}
