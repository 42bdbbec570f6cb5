import {
  asArray,
  asObject,
  asString,
  dereference,
  isObject,
  type JsonObject,
  listOperations,
  type OpenApiDocument,
  type Operation,
  pathPattern,
  schemaDialect,
  serverPaths,
} from '@sca-kit/openapi';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import type { IHttpOperation } from '@stoplight/types';
import { DocumentError, loadDocument, nameOf } from './load.ts';
import { copyForPrism } from './patterns.ts';

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
  /** Prism's operations, in no particular order. */
  readonly prism: readonly IHttpOperation[];
  /** Prism's operations with each encrypted body replaced by its plaintext, by operation id. */
  readonly plaintext: ReadonlyMap<string, IHttpOperation>;
  /** The id of one of Prism's operations. */
  idOf(operation: IHttpOperation): string;
  /** Returns a path relative to the paths of the document: without the base path of a server, if only that fits. */
  route(this: void, path: string): string;
}

const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

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
    return await prepare(document);
  } catch (cause) {
    // Prism and its parser throw various errors here, some of several lines; all are about the document.
    const [reason] = String(cause instanceof Error ? cause.message : cause).split('\n', 1);
    throw new DocumentError(`${nameOf(source)} has an error: ${reason}`, { cause });
  }
}

async function prepare(document: OpenApiDocument): Promise<ContractDocument> {
  const operations = listOperations(document);
  const ids = new Map(operations.map((operation) => [`${operation.method} ${operation.path}`, operation.id]));
  const idOf = (operation: IHttpOperation): string =>
    ids.get(`${operation.method.toUpperCase()} ${operation.path}`) ?? operation.id;
  // Prism follows references in place, so it gets copies.
  const prism = await getHttpOperationsFromSpec(copyForPrism(document) as Record<string, unknown>);
  const encrypted = operations.some(hasJose);
  const plain = encrypted ? await getHttpOperationsFromSpec(withPlaintext(document)) : [];
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
    prism,
    plaintext: new Map(plain.map((operation) => [idOf(operation), operation])),
    idOf,
    route: createRoute(document, operations),
  };
}

function createRoute(document: OpenApiDocument, operations: readonly Operation[]): (path: string) => string {
  const patterns = [...new Set(operations.map(({ path }) => path))].map(pathPattern);
  const isKnown = (path: string): boolean => patterns.some((pattern) => pattern.test(path));
  const bases = serverPaths(document);
  return (path) => {
    if (bases.length === 0 || isKnown(path)) return path;
    const relative = bases.flatMap((base) => (path.startsWith(`${base}/`) ? [path.slice(base.length)] : []));
    return relative.find(isKnown) ?? path;
  };
}

const hasJose = (operation: Operation): boolean =>
  [operation.body?.contents ?? [], ...operation.responses.map((response) => response.contents)]
    .flat()
    .some((content) => content.jose !== undefined);

/**
 * OpenAPI 3.1 schemas are JSON Schema 2020-12 unless the document says otherwise. Prism takes them for draft 7 when
 * nothing is said, and then passes over `unevaluatedProperties`; so it is said.
 */
function withDialect(document: OpenApiDocument): OpenApiDocument {
  const dialect = schemaDialect(document);
  return dialect === undefined ? document : { ...document, jsonSchemaDialect: dialect };
}

/** Copies the document; each `x-jose` body gets the schema of its payload and the examples of the `application/json` body. */
function withPlaintext(document: OpenApiDocument): Record<string, unknown> {
  const copy = copyForPrism(document) as Record<string, unknown>;
  const seen = new Set<unknown>();
  const replace = (holder: unknown): void => {
    const target = dereference(copy, holder);
    if (!isObject(target) || seen.has(target)) return;
    seen.add(target);
    const content = asObject(target.content) as Record<string, unknown>;
    for (const [name, type] of Object.entries(content)) {
      const jose = asObject(asObject(type)['x-jose']);
      if (jose.payload === undefined) continue;
      const twin = asObject(content['application/json']);
      content[name] = {
        schema: jose.payload,
        ...(twin.example === undefined ? {} : { example: twin.example }),
        ...(twin.examples === undefined ? {} : { examples: twin.examples }),
      };
    }
  };
  for (const item of Object.values(asObject(copy.paths))) {
    for (const [method, operation] of Object.entries(asObject(dereference(copy, item)))) {
      if (!METHODS.has(method)) continue;
      const { requestBody, responses } = asObject(operation);
      if (requestBody !== undefined) replace(requestBody);
      for (const response of Object.values(asObject(responses))) replace(response);
    }
  }
  return copy;
}
