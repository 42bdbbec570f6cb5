import { dereference, type OpenApiDocument, type Schema } from './document.ts';
import {
  type FactorExtension,
  type JoseExtension,
  readFactor,
  readJose,
  readSca,
  readSuccessor,
  type ScaExtension,
} from './extensions.ts';
import { asArray, asObject, asString, type JsonObject } from './json.ts';
import { type Parameter, type ResponseHeader, readParameters, readResponseHeaders } from './parameters.ts';
import { readSecurity, type SecurityScheme } from './security.ts';

/** One documented representation of a body. */
export interface MediaType {
  /** The key in the document, parameters and wildcards included. */
  readonly name: string;
  readonly schema?: Schema;
  /** The schema of each item of a sequence, such as JSON Lines (OpenAPI 3.2, section 4.14.2). */
  readonly itemSchema?: Schema;
  /** How the members of a form are written, by name. */
  readonly encoding?: JsonObject;
  readonly examples: readonly NamedValue[];
  readonly jose?: JoseExtension;
}

/** The value of an example and its name. */
export interface NamedValue {
  readonly name: string;
  readonly value: unknown;
}

/** The documented request body of an operation. */
export interface RequestBody {
  readonly required: boolean;
  readonly contents: readonly MediaType[];
}

/** One documented response; `status` is the key in the document (`200`, `4XX`, `default`). */
export interface DocumentedResponse {
  readonly status: string;
  readonly headers: readonly ResponseHeader[];
  readonly contents: readonly MediaType[];
}

/** One operation, every reference to a component followed; references inside schemas stay. */
export interface Operation {
  /** The operationId, or `METHOD path` where the document has none. */
  readonly id: string;
  /** In capitals. */
  readonly method: string;
  /** The path template. */
  readonly path: string;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
  readonly parameters: readonly Parameter[];
  readonly body?: RequestBody;
  /** In the order of the document. */
  readonly responses: readonly DocumentedResponse[];
  /** Alternatives; each is a list of schemes that are needed together. Empty: no credentials are needed. */
  readonly security: readonly (readonly SecurityScheme[])[];
  readonly factor?: FactorExtension;
  readonly sca?: ScaExtension;
  /** The path that replaces a deprecated operation. */
  readonly successor?: string;
  /** Whether `x-untyped-json` is set: the body is JSON without a content type, too. */
  readonly untypedJson: boolean;
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/**
 * Returns every operation of a document, in its order.
 *
 * @throws TypeError when a reference cannot be followed
 * @example
 * const paths = { '/boxes/{boxId}': { get: { operationId: 'getBox', responses: { 204: { description: 'None' } } } } };
 * listOperations({ openapi: '3.1.1', paths }).map(({ id, method }) => `${method} ${id}`); // ['GET getBox']
 */
export function listOperations(document: OpenApiDocument): Operation[] {
  return Object.entries(asObject(document.paths)).flatMap(([path, entry]) => {
    const item = asObject(dereference(document, entry));
    return METHODS.filter((method) => method in item).map((method) => readOperation(document, path, method, item));
  });
}

function readOperation(document: OpenApiDocument, path: string, method: string, item: JsonObject): Operation {
  const raw = asObject(item[method]);
  const body = raw.requestBody === undefined ? undefined : asObject(dereference(document, raw.requestBody));
  const factor = readFactor(raw);
  const sca = readSca(raw);
  const successor = readSuccessor(raw);
  return {
    id: asString(raw.operationId) ?? `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    tags: asArray(raw.tags).filter((tag) => typeof tag === 'string'),
    deprecated: raw.deprecated === true,
    parameters: readParameters(document, item.parameters, raw.parameters),
    ...(body ? { body: { required: body.required === true, contents: readContents(document, body.content) } } : {}),
    responses: Object.entries(asObject(raw.responses)).map(([status, value]) => {
      const response = asObject(dereference(document, value));
      const headers = readResponseHeaders(document, response.headers);
      return { status, headers, contents: readContents(document, response.content) };
    }),
    security: readSecurity(document, raw.security ?? document.security),
    ...(factor ? { factor } : {}),
    ...(sca ? { sca } : {}),
    ...(successor === undefined ? {} : { successor }),
    untypedJson: raw['x-untyped-json'] === true,
  };
}

function readContents(document: OpenApiDocument, content: unknown): MediaType[] {
  return Object.entries(asObject(content)).map(([name, value]) => {
    const raw = asObject(value);
    const jose = readJose(raw);
    return {
      name,
      ...(raw.schema === undefined ? {} : { schema: raw.schema as Schema }),
      ...(raw.itemSchema === undefined ? {} : { itemSchema: raw.itemSchema as Schema }),
      ...(raw.encoding === undefined ? {} : { encoding: asObject(raw.encoding) }),
      examples: readExamples(document, raw),
      ...(jose ? { jose } : {}),
    };
  });
}

function readExamples(document: OpenApiDocument, raw: JsonObject): NamedValue[] {
  const named = Object.entries(asObject(raw.examples)).flatMap(([name, entry]) => {
    const { value } = asObject(dereference(document, entry));
    return value === undefined ? [] : [{ name, value }];
  });
  return raw.example === undefined ? named : [{ name: 'default', value: raw.example }, ...named];
}

/**
 * Finds the documented response of a status: the exact code, else the range (`4XX`), else `default`.
 *
 * @param statusOf returns the documented key of one of the responses
 * @example
 * findResponse(['200', '4XX', 'default'], 404, (key) => key); // '4XX'
 */
export function findResponse<T>(
  responses: readonly T[],
  status: number,
  statusOf: (response: T) => string,
): T | undefined {
  for (const key of [String(status), `${Math.floor(status / 100)}XX`, 'DEFAULT']) {
    const found = responses.find((response) => statusOf(response).toUpperCase() === key);
    if (found !== undefined) return found;
  }
  return undefined;
}
