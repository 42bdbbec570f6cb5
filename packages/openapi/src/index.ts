export {
  type ContentType,
  isForm,
  isJose,
  isJson,
  isMultipartForm,
  isRange,
  matchMediaType,
  parseContentType,
  parseParameters,
} from './content-type.ts';
export {
  dereference,
  isOpenApiDocument,
  type Located,
  locate,
  type OpenApiDocument,
  type Schema,
  schemaDialect,
} from './document.ts';
export type {
  FactorAction,
  FactorExtension,
  JoseExtension,
  JoseMethod,
  ScaExtension,
} from './extensions.ts';
export { type FormEncoding, readForm } from './form-values.ts';
export { asArray, asObject, asString, isObject, type JsonObject } from './json.ts';
export {
  type DocumentedResponse,
  findResponse,
  listOperations,
  type MediaType,
  type NamedValue,
  type Operation,
  type RequestBody,
} from './operations.ts';
export { type ParameterValue, readParameterValue } from './parameter-values.ts';
export type { Parameter, ParameterLocation, ParameterStyle, ResponseHeader, Serialization } from './parameters.ts';
export { createRouteMatcher, fillPath, pathParameterNames, pathPattern, type Route, type RouteMatch } from './paths.ts';
export { formatPointer, parsePointer, valueAt } from './pointer.ts';
export { type RawPair, type RawParameters, splitCookies, splitQuery } from './raw-parameters.ts';
export { acceptsType, type SchemaShape, schemaShape } from './schema-shape.ts';
export type { SecurityScheme } from './security.ts';
export { serverPaths } from './servers.ts';
export {
  acceptedTypes,
  isOpen,
  memberNames,
  memberParts,
  parseNumber,
  type Reading,
  readScalar,
  type SchemaParts,
  schemaParts,
} from './typed-values.ts';
export { writeParameterValue } from './written-parameters.ts';
