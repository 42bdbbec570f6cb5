import {
  asObject,
  dereference,
  type OpenApiDocument,
  parseContentType,
  parseParameters,
  type Schema,
} from '@sca-kit/openapi';
import type { ValidationError } from './violation.ts';

/** A form in the one way that Prism reads, or the reason why it is none. */
export type ReadForm = { readonly text: string } | { readonly error: ValidationError };

/**
 * Takes a form apart (RFC 7578) and writes it again for Prism, whose own reader throws at a file without a content type, at a
 * file name without quotes and at a part without a name. It looks at the names and the data alone, so that nothing else
 * is kept. A body that names no boundary stays as it is: that, Prism tells itself.
 */
export function rewriteForm(body: string, contentType: string | undefined): ReadForm {
  const boundary = parseContentType(contentType)?.parameters.get('boundary');
  if (!boundary) return { text: body };
  const [, ...pieces] = `\r\n${body}`.split(`\r\n--${boundary}`);
  const end = pieces.findIndex((piece) => piece.startsWith('--'));
  if (end === -1) return malformed('the closing delimiter is missing');
  const written: string[] = [];
  for (const piece of pieces.slice(0, end)) {
    const part = readPart(piece);
    if (typeof part === 'string') return malformed(part);
    // Prism cuts a name at signs that mean something in a header, and decodes it afterwards.
    const name = encodeURIComponent(part.name);
    written.push(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${part.data}\r\n`);
  }
  return { text: `${written.join('')}--${boundary}--\r\n` };
}

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

/** The members of a form that are objects. They come as text, JSON mostly, which Prism holds against every sender. */
export function objectsInForm(document: OpenApiDocument, schema: Schema | undefined): readonly string[] {
  const { properties } = asObject(dereference(document, schema));
  return Object.entries(asObject(properties)).flatMap(([name, member]) =>
    [asObject(dereference(document, member)).type].flat().includes('object') ? [name] : [],
  );
}
