import {
  type Document,
  type LocatedOperation,
  locatedOperations,
  type MediaType,
  type Operation,
  resolve,
  type Schema,
} from './document.ts';

/** Text longer than this (one MiB) in a request schema doubles the body limit of the operation. */
const LONG_TEXT = 2 ** 20;
const MIB = 2 ** 20;

/** The readonly table: what code must know of an operation without reading the description. */
export function operationsModule(document: Document): string {
  const entries = locatedOperations(document).map(
    (placed) =>
      `  ${placed.operation.operationId}: ${JSON.stringify(descriptor(document, placed), null, 2).replaceAll('\n', '\n  ')},`,
  );
  return `export const operationTable = {\n${entries.join('\n')}\n} as const;\n`;
}

function descriptor(document: Document, { method, path, operation }: LocatedOperation): unknown {
  const request = operation.requestBody?.content ?? {};
  return {
    operationId: operation.operationId,
    method,
    path,
    tag: operation.tags[0],
    deprecated: operation.deprecated ?? false,
    successor: operation['x-successor'] ?? null,
    security: operation.security.map((requirement) => Object.keys(requirement)),
    errors: errorFamily(document, operation),
    parameters: (operation.parameters ?? []).map((parameter) => ({
      name: parameter.name,
      in: parameter.in,
      required: parameter.required ?? false,
      type: resolve<Schema>(document, parameter.schema).type ?? 'string',
    })),
    request: {
      required: operation.requestBody?.required ?? false,
      mediaTypes: Object.keys(request),
      limit: bodyLimit(document, request),
      jose: joseExtension(request),
    },
    responses: Object.fromEntries(
      Object.entries(operation.responses).map(([status, answer]) => [status, Object.keys(answer.content ?? {})]),
    ),
    responseJose: joseExtension(
      Object.fromEntries(
        Object.entries(operation.responses)
          .filter(([status]) => status.startsWith('2'))
          .flatMap(([, answer]) => Object.entries(answer.content ?? {})),
      ),
    ),
    factor: operation['x-factor'] ?? null,
    sca: operation['x-sca'] ?? null,
  };
}

function joseExtension(
  content: Readonly<Record<string, MediaType>>,
): { method: string; response: string | null } | null {
  const mark = Object.values(content).find((media) => media['x-jose'])?.['x-jose'];
  return mark ? { method: mark.method, response: mark.response ?? null } : null;
}

/** Which of the three error shapes the operation answers in: every operation documents 406, as JSON. */
function errorFamily(document: Document, operation: Operation): 'errors' | 'factor' | 'oauth' {
  const answer = operation.responses['406'];
  const schema = answer?.content?.['application/json']?.schema;
  if (!schema)
    throw new Error(`${operation.operationId} documents no JSON body for 406, so its error family is unknown.`);
  const properties = Object.keys(resolve<Schema>(document, schema).properties ?? {});
  if (properties.includes('errors')) return 'errors';
  if (properties.includes('message')) return 'factor';
  if (properties.includes('error')) return 'oauth';
  throw new Error(`${operation.operationId} answers 406 in none of the known error shapes.`);
}

function bodyLimit(document: Document, content: Readonly<Record<string, MediaType>>): number {
  const json = content['application/json'];
  if (!json) return MIB;
  const properties = resolve<Schema>(document, json.schema).properties ?? {};
  const lengths = Object.values(properties).map((property) => resolve<Schema>(document, property).maxLength);
  return lengths.some((length) => typeof length === 'number' && length > LONG_TEXT) ? 2 * MIB : MIB;
}
