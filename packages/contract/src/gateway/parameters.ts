import {
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
import type { ContractDocument } from '../document/contract-document.ts';
import { headerRecord, type RawRequest, type RawResponse } from './message.ts';
import type { Side } from './schema-views.ts';
import { validateValue } from './validate-value.ts';
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
  return validateAll(contract, 'request', operation.parameters, sent, keys);
}

/** Validates the headers of a response. */
export function validateResponseHeaders(
  contract: ContractDocument,
  headers: readonly ResponseHeader[],
  raw: RawResponse,
): ValidationError[] {
  const parameters = headers
    .filter(({ name }) => name.toLowerCase() !== 'content-type')
    .map((header) => ({ ...header, in: 'header' as const, allowEmptyValue: false }));
  const sent: RawParameters = { path: {}, query: [], cookie: [], header: headerRecord(raw.headers) };
  return validateAll(contract, 'response', parameters, sent, []);
}

const PROBLEMS = {
  encoding: BAD_PATH_ENCODING,
  json: { code: 'json', message: 'The parameter must be valid JSON.' },
  style: { code: 'style', message: 'The parameter must be written in the style that the document defines.' },
} as const;

function validateAll(
  contract: ContractDocument,
  side: Side,
  parameters: readonly AnyParameter[],
  sent: RawParameters,
  keys: readonly string[],
): ValidationError[] {
  return parameters.flatMap((parameter) => {
    const { name, in: place } = parameter;
    const location = `${place}.${name.toLowerCase()}`;
    const others = parameters.filter((other) => other !== parameter && other.in === place);
    const claimed = new Set([...keys, ...others.flatMap((other) => claimedNames(contract, other))]);
    const read = (reading: Reading): ReturnType<typeof readParameterValue> =>
      readParameterValue(contract.document, parameter, sent, reading, claimed);
    const value = read('typed');
    if (value === undefined) return parameter.required ? [missing(side, place, name.toLowerCase())] : [];
    if ('empty' in value) return [];
    if ('error' in value) return [{ location, ...PROBLEMS[value.error] }];
    const errors = validateValue(contract, side, parameter.schema, value.value, location);
    const other = errors.length === 0 ? undefined : read('text');
    const isText =
      other && 'value' in other && !validateValue(contract, side, parameter.schema, other.value, location)[0];
    return isText ? [] : errors;
  });
}

/** The query names that a parameter uses. */
function claimedNames({ document }: ContractDocument, { name, style, explode, schema }: AnyParameter): string[] {
  return style === 'form' && explode ? [name, ...memberNames(schemaParts(document, schema))] : [name];
}

function missing(side: Side, place: string, name: string): ValidationError {
  const who = side === 'request' ? 'Request' : 'Response';
  return { location: place, code: 'required', message: `${who} ${place} must have required property '${name}'` };
}
