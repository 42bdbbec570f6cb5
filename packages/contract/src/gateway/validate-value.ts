import type { Schema } from '@sca-kit/openapi';
import type { ContractDocument } from '../document/contract-document.ts';
import { askPrism, prismSchema } from './prism-validators.ts';
import { schemaValidator } from './schema-validator.ts';
import type { Side } from './schema-views.ts';
import type { ValidationError } from './violation.ts';

/**
 * Validates a value by a schema of the document: by Ajv, and by Prism where it can decide. An error of either counts.
 *
 * @param location the location of the value, which the locations of errors start with
 */
export function validateValue(
  { document }: ContractDocument,
  side: Side,
  schema: Schema,
  value: unknown,
  location: string,
): ValidationError[] {
  const own = schemaValidator(document).validate(side, schema, value, location);
  // Prism takes null for no body.
  const prism = value === null ? undefined : prismSchema(document, side, schema);
  if (!prism?.isDecidable) return own;
  const known = new Set(own.map((error) => `${error.location} ${error.code}`));
  const found = askPrism(side, prism, value).map((error) => ({
    ...error,
    location: error.location.replace(/^body/, location),
  }));
  return [...own, ...found.filter((error) => !known.has(`${error.location} ${error.code}`))];
}
