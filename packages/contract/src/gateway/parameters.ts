import {
  asString,
  memberNames,
  type Operation,
  type Parameter,
  pathParameterNames,
  pathPattern,
  type RawParameters,
  type Reading,
  type ResponseHeader,
  readParameterValue,
  schemaParts,
  splitCookies,
  splitQuery,
} from '@sca-kit/openapi';
import type { IHttpOperation, IHttpOperationResponse } from '@stoplight/types';
import type { ContractDocument } from '../document/contract-document.ts';
import { headerRecord, type RawRequest, type RawResponse } from './message.ts';
import { askPrism, inDialect, mergeErrors, prismCanDecide, prismParameterSchema } from './prism-validators.ts';
import { schemaValidator } from './schema-validator.ts';
import type { Side } from './schema-views.ts';
import { BAD_PATH_ENCODING, type ValidationError } from './violation.ts';

/** A parameter of a request, or a header of a response as one. */
type AnyParameter = Pick<Parameter, 'name' | 'in' | 'required' | 'schema' | 'style' | 'explode' | 'allowEmptyValue'> & {
  readonly mediaType?: string;
};

/**
 * Validates the parameters of a request: reads each by its style, and validates the typed value by its schema.
 *
 * @param path the path of the request, relative to the paths of the document
 */
export function validateParameters(
  contract: ContractDocument,
  resource: IHttpOperation,
  operation: Operation,
  raw: RawRequest,
  path: string,
): ValidationError[] {
  const headers = headerRecord(raw.headers);
  const values = pathPattern(operation.path).exec(path)?.slice(1) ?? [];
  const { query: search = '' } = /\?(?<query>[^#]*)/.exec(raw.target)?.groups ?? {};
  const sent: RawParameters = {
    path: Object.fromEntries(pathParameterNames(operation.path).map((name, at) => [name, values[at] ?? ''])),
    query: splitQuery(search),
    header: headers,
    cookie: splitCookies(headers.cookie ?? ''),
  };
  const keys = operation.security.flat().flatMap(({ key }) => key ?? []);
  const { path: inPath = [], query = [], headers: inHeader = [], cookie = [] } = resource.request ?? {};
  const described = { path: inPath, query, header: inHeader, cookie };
  return validateAll(contract, 'request', resource, operation.parameters, sent, keys, described);
}

/** Validates the headers of a response. */
export function validateResponseHeaders(
  contract: ContractDocument,
  resource: IHttpOperation,
  headers: readonly ResponseHeader[],
  raw: RawResponse,
  { code, headers: described = [] }: IHttpOperationResponse,
): ValidationError[] {
  const parameters = headers
    .filter(({ name }) => name.toLowerCase() !== 'content-type')
    .map((header) => ({ ...header, in: 'header' as const, allowEmptyValue: false }));
  const sent: RawParameters = { path: {}, query: [], cookie: [], header: headerRecord(raw.headers) };
  return validateAll(contract, 'response', resource, parameters, sent, [], { header: described }, code);
}

/** Prism's parameters by location. */
type Described = Readonly<Record<string, readonly { readonly name: string }[]>>;

const PROBLEMS = {
  json: { code: 'json', message: 'The parameter must be valid JSON.' },
  style: { code: 'style', message: 'The parameter must be written in the style that the document defines.' },
} as const;
function validateAll(
  contract: ContractDocument,
  side: Side,
  resource: IHttpOperation,
  parameters: readonly AnyParameter[],
  sent: RawParameters,
  keys: readonly string[],
  described: Described,
  status = '',
): ValidationError[] {
  const { document } = contract;
  const errors: ValidationError[] = [];
  const typed: Record<string, Record<string, unknown>> = {};
  const asked: Record<string, Record<string, object>> = {};
  for (const parameter of parameters) {
    const { name, in: place } = parameter;
    const key = name.toLowerCase();
    const location = `${place}.${key}`;
    const others = parameters.filter((other) => other !== parameter && other.in === place);
    const claimed = new Set([...keys, ...others.flatMap((other) => claimedNames(contract, other))]);
    const read = (reading: Reading): ReturnType<typeof readParameterValue> =>
      readParameterValue(document, parameter, sent, reading, claimed);
    const value = read('typed');
    if (value === undefined) {
      if (parameter.required) errors.push(missing(side, place, key));
      continue;
    }
    if ('empty' in value) continue;
    if ('error' in value) {
      errors.push(value.error === 'encoding' ? BAD_PATH_ENCODING : { location, ...PROBLEMS[value.error] });
      continue;
    }
    const check = (each: unknown): ValidationError[] =>
      schemaValidator(document).validate(side, parameter.schema, each, location);
    let chosen = value.value;
    let found = check(chosen);
    const other = found.length === 0 ? undefined : read('text');
    if (other && 'value' in other && check(other.value).length === 0) {
      chosen = other.value;
      found = [];
    }
    errors.push(...found);
    const description = described[place]?.find((each) => each.name.toLowerCase() === name.toLowerCase());
    const schema = description && prismParameterSchema(description);
    if (!schema || !prismCanDecide(document, side, parameter.schema)) continue;
    typed[place] = { ...typed[place], [key]: chosen };
    asked[place] = { ...asked[place], [key]: schema };
  }
  return [...mergeErrors(askAboutParameters(contract, side + status, resource, asked, typed), errors)];
}

/** The query names that a parameter uses. */
function claimedNames({ document }: ContractDocument, { name, style, explode, schema }: AnyParameter): string[] {
  return style === 'form' && explode ? [name, ...memberNames(schemaParts(document, schema))] : [name];
}

function missing(side: Side, place: string, name: string): ValidationError {
  const who = side === 'request' ? 'Request' : 'Response';
  return { location: place, code: 'required', message: `${who} ${place} must have required property '${name}'` };
}

/** Prism compiles a schema for each set of parameters once, as it caches by identity. */
const schemas = new WeakMap<IHttpOperation, Map<string, object>>();

function askAboutParameters(
  { document }: ContractDocument,
  message: string,
  resource: IHttpOperation,
  asked: Readonly<Record<string, Readonly<Record<string, object>>>>,
  typed: Readonly<Record<string, unknown>>,
): ValidationError[] {
  if (Object.keys(asked).length === 0) return [];
  const known = schemas.get(resource) ?? new Map<string, object>();
  schemas.set(resource, known);
  const key = `${message} ${Object.entries(asked).map(([place, names]) => `${place} ${Object.keys(names)}`)}`;
  const dialect = asString(document.jsonSchemaDialect);
  const objects = Object.entries(asked).map(([place, properties]) => [place, { type: 'object', properties }]);
  const schema = known.get(key) ?? inDialect({ type: 'object', properties: Object.fromEntries(objects) }, dialect);
  known.set(key, schema);
  return askPrism(message === 'request' ? 'request' : 'response', resource, schema, typed).map(
    ({ location, message, code }) => ({
      location: location.replace(/^body\./, ''),
      message: message.replace(/ body property (path|query|header|cookie)\.?/, ' $1 parameter '),
      code,
    }),
  );
}
