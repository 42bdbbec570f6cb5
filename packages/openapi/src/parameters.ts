import { dereference, type OpenApiDocument, type Schema } from './document.ts';
import { asArray, asObject, asString, type JsonObject } from './json.ts';

const LOCATIONS = ['path', 'query', 'header', 'cookie'] as const;

/** Where a parameter is sent. */
export type ParameterLocation = (typeof LOCATIONS)[number];

/** How lists and objects are written as text (OpenAPI 3.1, section 4.8.12.3). */
export type ParameterStyle = 'matrix' | 'label' | 'simple' | 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject';

/** How a value is written as text: by `style` and `explode`, or as one text of a media type. */
export interface Serialization {
  readonly style: ParameterStyle;
  readonly explode: boolean;
  /** The media type of a parameter with `content`, for example `application/json`; `style` says nothing then. */
  readonly mediaType?: string;
}

/** One documented parameter, references followed and defaults filled in. */
export interface Parameter extends Serialization {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly required: boolean;
  readonly deprecated: boolean;
  /** Only for `query`: the parameter may be sent with an empty value. */
  readonly allowEmptyValue: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
}

/** One documented response header, references followed and defaults filled in. */
export interface ResponseHeader extends Serialization {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
}

/** OpenAPI 3.1, section 4.8.12.1: definitions of parameters with these names are ignored. */
const IGNORED_HEADERS = new Set(['accept', 'content-type', 'authorization']);

/** The styles that a location allows, the default first. */
const STYLES_OF: Readonly<Record<ParameterLocation, readonly ParameterStyle[]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
};

/** Reads parameter lists; one of the operation replaces one of the path item with the same location and name. */
export function readParameters(document: OpenApiDocument, ...lists: readonly unknown[]): Parameter[] {
  const byKey = new Map<string, Parameter>();
  for (const entry of lists.flatMap(asArray)) {
    const raw = asObject(dereference(document, entry));
    const location = LOCATIONS.find((each) => each === raw.in);
    const name = asString(raw.name) ?? '';
    if (!location || (location === 'header' && IGNORED_HEADERS.has(name.toLowerCase()))) continue;
    byKey.set(
      `${location} ${location === 'header' ? name.toLowerCase() : name}`,
      readParameter(document, raw, name, location),
    );
  }
  return [...byKey.values()];
}

function readParameter(
  document: OpenApiDocument,
  raw: JsonObject,
  name: string,
  location: ParameterLocation,
): Parameter {
  return {
    name,
    in: location,
    required: raw.required === true || location === 'path',
    deprecated: raw.deprecated === true,
    allowEmptyValue: location === 'query' && raw.allowEmptyValue === true,
    ...readSerialization(raw, location),
    ...readSchema(document, raw),
  };
}

/** Reads the `headers` of a response object. */
export function readResponseHeaders(document: OpenApiDocument, headers: unknown): ResponseHeader[] {
  return Object.entries(asObject(headers)).map(([name, entry]) => {
    const raw = asObject(dereference(document, entry));
    return { name, required: raw.required === true, ...readSerialization(raw, 'header'), ...readSchema(document, raw) };
  });
}

function readSerialization(raw: JsonObject, location: ParameterLocation): Serialization {
  const allowed = STYLES_OF[location];
  const style = allowed.find((each) => each === raw.style) ?? allowed[0] ?? 'simple';
  const [mediaType] = Object.keys(asObject(raw.content));
  return {
    style,
    explode: typeof raw.explode === 'boolean' ? raw.explode : style === 'form',
    ...(mediaType === undefined ? {} : { mediaType }),
  };
}

function readSchema(document: OpenApiDocument, raw: JsonObject): Pick<Parameter, 'schema' | 'example'> {
  const content = asObject(Object.values(asObject(raw.content))[0]);
  const schema = (raw.schema ?? content.schema ?? {}) as Schema;
  const example =
    raw.example ??
    firstExample(document, raw.examples) ??
    content.example ??
    firstExample(document, content.examples) ??
    schemaExample(document, schema);
  return { schema, ...(example === undefined ? {} : { example }) };
}

const firstExample = (document: OpenApiDocument, examples: unknown): unknown =>
  Object.values(asObject(examples)).map((entry) => asObject(dereference(document, entry)).value)[0];

function schemaExample(document: OpenApiDocument, schema: Schema): unknown {
  const resolved = asObject(dereference(document, schema));
  return resolved.example ?? asArray(resolved.examples)[0] ?? resolved.default;
}
