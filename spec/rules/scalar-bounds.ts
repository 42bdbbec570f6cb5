import type { Oas3Rule } from '@redocly/openapi-core';
import { isPart, list, type Part, typesOf } from './reader.ts';

/** Requires examples on scalars and limits on strings, numbers and arrays. */
export const scalarBounds: Oas3Rule = () => ({
  Schema(schema, { report, location }) {
    if (!isPart(schema)) return;
    const types = typesOf(schema);
    if (types.some((type) => ['string', 'integer', 'number', 'boolean'].includes(type))) {
      if (list(schema.examples).length === 0) report({ message: 'A scalar must have `examples`.', location });
      const error = boundError(schema, types);
      if (error !== undefined) report({ message: error, location });
    }
    if (types.includes('array') && schema.maxItems === undefined) {
      report({ message: 'An array must have `maxItems`.', location });
    }
  },
});

function boundError(schema: Part, types: string[]): string | undefined {
  if (schema.enum !== undefined || schema.const !== undefined) return undefined;
  if (types.includes('string') && schema.maxLength === undefined) return 'A string must have `maxLength`.';
  const numeric = types.includes('integer') || types.includes('number');
  if (numeric && (schema.minimum ?? schema.exclusiveMinimum) === undefined) return 'A number must have `minimum`.';
  if (numeric && schema.maximum === undefined) return 'A number must have `maximum`.';
  return undefined;
}
