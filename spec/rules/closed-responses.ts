import type { Oas3Rule } from '@redocly/openapi-core';
import { bodiesOf } from './operation.ts';
import { isPart, type Part, typesOf } from './reader.ts';
import { visitSchemas } from './schemas.ts';

/** Requires closed objects in responses: an undocumented member is an error. */
export const closedResponses: Oas3Rule = () => ({
  Operation(operation, context) {
    const { report, location } = context;
    for (const body of bodiesOf(context, { node: operation, from: location.source.absoluteRef })) {
      if (body.role !== 'response') continue;
      for (const top of [body.schema, body.plaintext]) {
        if (top === undefined) continue;
        visitSchemas(context, top, ({ schema, path, closedAbove }) => {
          if (closedAbove || !isObjectSchema(schema) || isClosed(schema)) return;
          const message = `Response ${body.status} (${body.mediaType}) has an open object at ${path || '/'}. Add additionalProperties: false or unevaluatedProperties: false.`;
          report({ message, location: location.child(['responses', body.status]).key() });
        });
      }
    }
  },
});

function isObjectSchema(schema: Part): boolean {
  return typesOf(schema).includes('object') || schema.properties !== undefined || schema.allOf !== undefined;
}

function isClosed(schema: Part): boolean {
  if (schema.unevaluatedProperties === false || schema.additionalProperties === false) return true;
  return isPart(schema.additionalProperties) && schema.properties === undefined;
}
