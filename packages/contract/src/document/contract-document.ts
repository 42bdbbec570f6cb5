import {
  asArray,
  asObject,
  asString,
  dereference,
  type JsonObject,
  listOperations,
  type OpenApiDocument,
  type Operation,
  pathPattern,
  schemaDialect,
  serverPaths,
} from '@sca-kit/openapi';
import { DocumentError, loadDocument, nameOf } from './load.ts';
import { references } from './members.ts';
import { createPrismOperations, type PrismOperations } from './prism-operations.ts';

/** An OpenAPI document prepared for validation: its operations, and Prism's form of them. */
export interface ContractDocument {
  readonly title: string;
  readonly version: string;
  /** The tags in the order of the document; a tag is a family in reports and gates. */
  readonly tags: readonly string[];
  readonly document: OpenApiDocument;
  readonly operations: readonly Operation[];
  /** By operation id. */
  readonly byId: ReadonlyMap<string, Operation>;
  readonly prism: PrismOperations;
  /** Returns a path relative to the paths of the document: without the base path of a server, if only that fits. */
  route(this: void, path: string): string;
}

/**
 * Loads an OpenAPI 3.x document and prepares it for validation.
 *
 * @param source the path or file URL of a JSON or YAML file, or a parsed document
 * @throws DocumentError when the source cannot be read, is no OpenAPI 3.x document, or has a broken reference
 * @example
 * const contract = await openContract('spec/dist/openapi.json');
 * contract.operations.map(({ id }) => id);
 */
export async function openContract(source: string | URL | JsonObject): Promise<ContractDocument> {
  const document = withDialect(await loadDocument(source));
  try {
    return prepare(document);
  } catch (cause) {
    const [reason] = String(cause instanceof Error ? cause.message : cause).split('\n', 1);
    throw new DocumentError(`${nameOf(source)} has an error: ${reason}`, { cause });
  }
}

function prepare(document: OpenApiDocument): ContractDocument {
  for (const $ref of new Set(references(document))) dereference(document, { $ref });
  const operations = listOperations(document);
  const info = asObject(document.info);
  const used = new Set(operations.flatMap((operation) => operation.tags));
  const declared = asArray(document.tags).flatMap((tag) => asString(asObject(tag).name) ?? []);
  return {
    title: asString(info.title) ?? 'Untitled',
    version: asString(info.version) ?? '',
    tags: [...new Set([...declared.filter((tag) => used.has(tag)), ...used])],
    document,
    operations,
    byId: new Map(operations.map((operation) => [operation.id, operation])),
    prism: createPrismOperations(document, operations),
    route: createRoute(document, operations),
  };
}

function createRoute(document: OpenApiDocument, operations: readonly Operation[]): (path: string) => string {
  const patterns = [...new Set(operations.map(({ path }) => path))].map(pathPattern);
  const isKnown = (path: string): boolean => patterns.some((pattern) => pattern.test(path));
  const bases = serverPaths(document);
  return (path) => {
    if (bases.length === 0 || isKnown(path)) return path;
    const relative = bases.flatMap((base) => (base.test(path) ? [path.replace(base, '')] : []));
    return relative.find(isKnown) ?? path;
  };
}

/**
 * OpenAPI 3.1 schemas are JSON Schema 2020-12 unless the document says otherwise. Prism takes them for draft 7 when
 * nothing is said, and then passes over `unevaluatedProperties`; so it is said.
 */
function withDialect(document: OpenApiDocument): OpenApiDocument {
  const dialect = schemaDialect(document);
  return dialect === undefined ? document : { ...document, jsonSchemaDialect: dialect };
}
