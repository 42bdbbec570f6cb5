import {
  asObject,
  dereference,
  listOperations,
  type MediaType,
  type OpenApiDocument,
  type Operation,
  parsePointer,
  type ScaExtension,
  type Schema,
} from '@sca-kit/openapi';

const MIB = 2 ** 20;

/** Returns the source of the operation table: what code needs to know about an operation without reading the document. */
export function operationsModule(document: OpenApiDocument): string {
  const entries = listOperations(document).map(
    (operation) =>
      `  ${operation.id}: ${JSON.stringify(descriptor(document, operation), null, 2).replaceAll('\n', '\n  ')},`,
  );
  return `export const operationTable = {\n${entries.join('\n')}\n} as const;\n`;
}

function descriptor(document: OpenApiDocument, operation: Operation): unknown {
  const { id, body, responses } = operation;
  const contents = body?.contents ?? [];
  return {
    operationId: id,
    method: operation.method.toLowerCase(),
    path: operation.path,
    tag: operation.tags[0],
    deprecated: operation.deprecated,
    successor: operation.successor ?? null,
    security: operation.security.map((schemes) => schemes.map(({ name }) => name)),
    errorFamily: errorFamily(document, operation),
    parameters: operation.parameters.map(({ name, in: location, required, schema }) => ({
      name,
      in: location,
      required,
      type: keywords(document, schema).type ?? 'string',
    })),
    request: {
      required: body?.required ?? false,
      mediaTypes: contents.map(({ name }) => name),
      limit: bodyLimit(document, contents),
      jose: joseDescriptor(contents),
      untypedJson: operation.untypedJson,
    },
    responses: Object.fromEntries(
      responses.map(({ status, contents: documented }) => [status, documented.map(({ name }) => name)]),
    ),
    responseJose: joseDescriptor(
      responses.filter(({ status }) => status.startsWith('2')).flatMap((response) => response.contents),
    ),
    factor: operation.factor ?? null,
    sca: operation.sca ? scaDescriptor(operation.sca) : null,
  };
}

const keywords = (document: OpenApiDocument, schema: Schema | undefined): Readonly<Record<string, unknown>> =>
  asObject(dereference(document, schema));

function joseDescriptor(contents: readonly MediaType[]): { method: string; response: string | null } | null {
  const jose = contents.find((content) => content.jose)?.jose;
  return jose ? { method: jose.method, response: jose.response ?? null } : null;
}

const scaDescriptor = ({ link, ...sca }: ScaExtension): unknown => ({
  ...sca,
  ...(link ? { link: Object.fromEntries(link.map((pointer) => [pointer, parsePointer(pointer)])) } : {}),
});

/** Which of the three error shapes the operation uses: every operation documents 406, as JSON. */
function errorFamily(document: OpenApiDocument, { id, responses }: Operation): 'standard' | 'factor' | 'oauth' {
  const contents = responses.find(({ status }) => status === '406')?.contents;
  const schema = contents?.find(({ name }) => name === 'application/json')?.schema;
  if (schema === undefined) throw new Error(`${id} documents no JSON body for 406, so its error family is unknown.`);
  const properties = Object.keys(asObject(keywords(document, schema).properties));
  if (properties.includes('errors')) return 'standard';
  if (properties.includes('message')) return 'factor';
  if (properties.includes('error')) return 'oauth';
  throw new Error(`The 406 response of ${id} has none of the known error shapes.`);
}

/** The largest request body in bytes. A text that may be longer than one MiB doubles it. */
function bodyLimit(document: OpenApiDocument, contents: readonly MediaType[]): number {
  const schema = contents.find(({ name }) => name === 'application/json')?.schema;
  const properties = Object.values(asObject(keywords(document, schema).properties));
  const lengths = properties.map((property) => keywords(document, property as Schema).maxLength);
  return lengths.some((length) => typeof length === 'number' && length > MIB) ? 2 * MIB : MIB;
}
