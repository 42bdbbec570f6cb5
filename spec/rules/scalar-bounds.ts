import type { Oas3Rule } from '@redocly/openapi-core';
import { isPart, list, type Part, typesOf } from './reader.ts';

/** Every scalar has an example; strings, numbers and lists say how long or how large they can be. */
export const scalarBounds: Oas3Rule = () => ({
  Schema(schema, { report, location }) {
    if (!isPart(schema)) return;
    const types = typesOf(schema);
    if (types.some((type) => ['string', 'integer', 'number', 'boolean'].includes(type))) {
      if (list(schema.examples).length === 0) report({ message: 'A scalar has `examples`.', location });
      const fault = boundFault(schema, types);
      if (fault !== undefined) report({ message: fault, location });
    }
    if (types.includes('array') && schema.maxItems === undefined) {
      report({ message: 'A list says how long it can be (`maxItems`).', location });
    }
  },
});

function boundFault(schema: Part, types: string[]): string | undefined {
  if (schema.enum !== undefined || schema.const !== undefined) return undefined;
  if (types.includes('string') && schema.maxLength === undefined)
    return 'A string says how long it can be (`maxLength`).';
  const numeric = types.includes('integer') || types.includes('number');
  if (numeric && (schema.minimum ?? schema.exclusiveMinimum) === undefined) return 'A number has a `minimum`.';
  if (numeric && schema.maximum === undefined) return 'A number has a `maximum`.';
  return undefined;
}
