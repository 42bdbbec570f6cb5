import {
  acceptedTypes,
  isForm,
  isJson,
  isMultipartForm,
  isRange,
  type MediaType,
  parseContentType,
  type Reading,
  readForm,
  readScalar,
  type Schema,
  schemaParts,
  splitQuery,
} from '@sca-kit/openapi';
import type { ContractDocument } from '../document/contract-document.ts';
import { isJsonLines, isUnparsed, RECORD_SEPARATOR } from './media-type.ts';
import { objectsInForm, readMultipart } from './multipart.ts';
import type { Side } from './schema-views.ts';
import { validateValue } from './validate-value.ts';
import type { ValidationError } from './violation.ts';

/** A body that was sent: parsed JSON, or a text. */
export interface SentBody {
  readonly value: unknown;
  readonly contentType: string;
}

/** Validates a body by the schema of its media type. */
export function validateBody(
  contract: ContractDocument,
  side: Side,
  content: MediaType,
  body: SentBody,
): ValidationError[] {
  const { schema } = content;
  const essence = parseContentType(body.contentType)?.essence ?? '';
  if (isJsonLines(essence) && typeof body.value === 'string') return validateLines(contract, side, content, body.value);
  if (schema === undefined) return [];
  const validate = (value: unknown): ValidationError[] => validateValue(contract, side, schema, value, 'body');
  if (isJson(essence)) return validate(body.value);
  if (typeof body.value !== 'string') return [];
  const text = body.value;
  if (!isForm(essence)) {
    if (!isValidated(contract, essence, schema)) return [];
    const parts = schemaParts(contract.document, schema);
    return leastErrors((reading) => validate(readScalar(parts, text, reading)));
  }
  // A form of parts stands for something else in a response, and under a range.
  if (isMultipartForm(essence) && (side === 'response' || isRange(content.name))) return [];
  if (!isMultipartForm(essence) && MALFORMED_NAME.test(text)) return [BAD_ENCODING];
  const form = isMultipartForm(essence) ? readMultipart(text, body.contentType) : { pairs: splitQuery(text) };
  if ('error' in form) return [form.error];
  const encoded = !isMultipartForm(essence);
  const encoding = content.encoding ?? {};
  const unread = objectsInForm(contract.document, content);
  return leastErrors((reading) =>
    validate(readForm(contract.document, schema, form.pairs, { encoding, encoded, reading })),
  ).filter(({ location, code }) => code !== 'type' || !unread.includes(location.slice('body.'.length)));
}

/**
 * Validates each line of a sequence of JSON texts. A schema that accepts lists is that of the whole sequence, and one that
 * accepts neither objects nor lists that of the text, which is not validated.
 */
function validateLines(
  contract: ContractDocument,
  side: Side,
  { schema, itemSchema }: MediaType,
  text: string,
): ValidationError[] {
  const lines = text
    .replaceAll(RECORD_SEPARATOR, '\n')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const types = acceptedTypes(schemaParts(contract.document, schema));
  const lineSchema = itemSchema ?? (types.has('string') ? undefined : schema);
  const values: unknown[] = [];
  for (const [at, line] of lines.entries()) {
    try {
      values.push(JSON.parse(line));
    } catch {
      return [{ location: `body.${at}`, code: 'json', message: `Line ${at + 1} of the body is not valid JSON.` }];
    }
  }
  if (lineSchema === undefined) return [];
  if (itemSchema === undefined && types.has('array')) return validateValue(contract, side, lineSchema, values, 'body');
  return values.flatMap((value, at) => validateValue(contract, side, lineSchema, value, `body.${at}`));
}

/** A member of a form whose name has an invalid percent-encoding. */
const MALFORMED_NAME = /(?:^|&)[^=&]*%(?![0-9a-f]{2})/i;
const BAD_ENCODING: ValidationError = {
  location: 'body',
  code: 'malformed',
  message: 'The body has an invalid percent-encoding.',
};

/** Of the two readings of a text, the errors of the one that is valid, else of the typed one. */
function leastErrors(validate: (reading: Reading) => ValidationError[]): ValidationError[] {
  const errors = validate('typed');
  return errors.length > 0 && validate('text').length === 0 ? [] : errors;
}

/** Whether a body that is neither JSON nor a form is validated: it is one text, and the schema accepts texts. */
export function isValidated({ document }: ContractDocument, essence: string, schema: Schema): boolean {
  const types = acceptedTypes(schemaParts(document, schema));
  const scalar = ['string', 'number', 'boolean'].some((type) => types.has(type));
  return isJsonLines(essence) || (!isUnparsed(essence) && (scalar || types.size === 0));
}
