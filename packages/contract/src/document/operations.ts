import { asArray, asObject, asString, follow, isObject } from './json.ts';
import type {
  DocumentedResponse,
  FactorExtension,
  JoseExtension,
  JsonObject,
  MediaType,
  NamedValue,
  Operation,
  Parameter,
  ResponseHeader,
  Schema,
  SecurityScheme,
} from './types.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;
const LOCATIONS = new Set(['path', 'query', 'header', 'cookie']);
/** OpenAPI says that these header parameters are ignored: the transport or the security scheme describes them. */
const IGNORED_HEADERS = new Set(['accept', 'content-type', 'authorization']);

/** Lists every operation of the document in the order of the document, all component references followed. */
export function listOperations(document: JsonObject): Operation[] {
  const operations: Operation[] = [];
  for (const [path, rawItem] of Object.entries(asObject(document.paths))) {
    const item = asObject(follow(document, rawItem));
    for (const method of METHODS) {
      if (isObject(item[method])) operations.push(readOperation(document, path, method, item, asObject(item[method])));
    }
  }
  return operations;
}

function readOperation(doc: JsonObject, path: string, method: string, item: JsonObject, raw: JsonObject): Operation {
  const factor = readFactor(raw['x-factor']);
  const body = raw.requestBody === undefined ? undefined : asObject(follow(doc, raw.requestBody));
  return {
    id: asString(raw.operationId) ?? `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    tags: asArray(raw.tags).filter((tag) => typeof tag === 'string'),
    deprecated: raw.deprecated === true,
    parameters: readParameters(doc, [...asArray(item.parameters), ...asArray(raw.parameters)]),
    ...(body ? { body: { required: body.required === true, contents: readContents(doc, body.content) } } : {}),
    responses: Object.entries(asObject(raw.responses)).map(([status, value]) => readResponse(doc, status, value)),
    ...(factor ? { factor } : {}),
    security: readSecurity(doc, raw.security ?? doc.security),
  };
}

const ACTIONS = ['enrol', 'delete', 'trigger', 'verify'] as const;

function readFactor(value: unknown): FactorExtension | undefined {
  const { type, action, field } = asObject(value);
  const known = ACTIONS.find((one) => one === action);
  if (typeof type !== 'string' || !known) return undefined;
  return { type, action: known, ...(typeof field === 'string' ? { field } : {}) };
}

function readParameters(doc: JsonObject, list: readonly unknown[]): Parameter[] {
  // A parameter of the operation replaces that of the path with the same place and name.
  const byKey = new Map<string, Parameter>();
  for (const entry of list) {
    const raw = asObject(follow(doc, entry));
    const name = asString(raw.name) ?? '';
    const place = asString(raw.in) ?? '';
    if (!LOCATIONS.has(place) || (place === 'header' && IGNORED_HEADERS.has(name.toLowerCase()))) continue;
    const content = Object.values(asObject(raw.content))[0];
    const schema = (raw.schema ?? asObject(content).schema ?? {}) as Schema;
    const example = raw.example ?? firstExample(doc, raw.examples) ?? schemaExample(doc, schema);
    byKey.set(`${place} ${name.toLowerCase()}`, {
      name,
      in: place as Parameter['in'],
      required: raw.required === true || place === 'path',
      schema,
      ...(example === undefined ? {} : { example }),
    });
  }
  return [...byKey.values()];
}

function readContents(doc: JsonObject, content: unknown): MediaType[] {
  return Object.entries(asObject(content)).map(([name, rawType]) => {
    const raw = asObject(rawType);
    const jose = readJose(raw['x-jose']);
    return {
      name,
      ...(raw.schema === undefined ? {} : { schema: raw.schema as Schema }),
      examples: readExamples(doc, raw),
      ...(jose ? { jose } : {}),
    };
  });
}

function readJose(value: unknown): JoseExtension | undefined {
  const { method, response, payload } = asObject(value);
  if (method !== 'jwe' && method !== 'jws' && method !== 'jwsjwe') return undefined;
  return {
    method,
    ...(response === 'direct' || response === 'key' ? { response } : {}),
    payload: (payload ?? {}) as Schema,
  };
}

function readExamples(doc: JsonObject, raw: JsonObject): NamedValue[] {
  const named = Object.entries(asObject(raw.examples)).flatMap(([name, entry]) => {
    const { value } = asObject(follow(doc, entry));
    return value === undefined ? [] : [{ name, value }];
  });
  return raw.example === undefined ? named : [{ name: 'default', value: raw.example }, ...named];
}

const firstExample = (doc: JsonObject, examples: unknown): unknown =>
  Object.values(asObject(examples)).map((entry) => asObject(follow(doc, entry)).value)[0];

function schemaExample(doc: JsonObject, schema: Schema): unknown {
  const resolved = asObject(follow(doc, schema));
  return resolved.example ?? asArray(resolved.examples)[0] ?? resolved.default;
}

function readResponse(doc: JsonObject, status: string, value: unknown): DocumentedResponse {
  const raw = asObject(follow(doc, value));
  const headers: ResponseHeader[] = Object.entries(asObject(raw.headers)).map(([name, entry]) => {
    const header = asObject(follow(doc, entry));
    return { name, required: header.required === true, schema: (header.schema ?? {}) as Schema };
  });
  return { status, headers, contents: readContents(doc, raw.content) };
}

function readSecurity(doc: JsonObject, value: unknown): SecurityScheme[][] {
  const schemes = asObject(asObject(doc.components).securitySchemes);
  return asArray(value).map((alternative) =>
    Object.keys(asObject(alternative)).map((name) => {
      const raw = asObject(follow(doc, schemes[name]));
      if (raw.type === 'apiKey') {
        const place = raw.in === 'query' || raw.in === 'cookie' ? raw.in : 'header';
        return { name, kind: 'apiKey', in: place, key: asString(raw.name) ?? '' };
      }
      const scheme = asString(raw.scheme)?.toLowerCase();
      const oauth = raw.type === 'oauth2' || raw.type === 'openIdConnect';
      if (oauth || scheme === 'bearer') return { name, kind: 'bearer' };
      return { name, kind: scheme === 'basic' ? 'basic' : 'other' };
    }),
  );
}
