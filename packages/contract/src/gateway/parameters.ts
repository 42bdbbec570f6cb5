import { isJson, parseContentType } from '@sca-kit/openapi';
import type { IHttpRequest } from '@stoplight/prism-http';
import { validateInput } from '@stoplight/prism-http/dist/validator/index.js';
import type { IHttpOperation, IMediaTypeContent } from '@stoplight/types';
import { fromDiagnostic, type ValidationError } from './violation.ts';

/** The schema of a parameter with JSON `content`, which Prism keeps but does not use. */
export function jsonParameterSchema(parameter: object): object | undefined {
  const { content = {} } = parameter as { content?: Readonly<Record<string, { schema?: object }>> };
  return Object.entries(content).find(([name]) => isJson(parseContentType(name)?.essence ?? ''))?.[1].schema;
}

/**
 * Validates the parameters that Prism ignores: cookies, and those with JSON `content`.
 *
 * @param dialect the JSON Schema dialect of the document, where it has one
 */
export function validateParameters(
  resource: IHttpOperation,
  element: IHttpRequest,
  dialect: string | undefined,
): ValidationError[] {
  const { query = [], headers = [], cookie = [] } = resource.request ?? {};
  const cookies = readCookies(element.headers?.cookie);
  const places = [
    ['query', query, element.url.query ?? {}],
    ['header', headers, element.headers ?? {}],
    ['cookie', cookie, cookies],
  ] as const;
  const inside = places.flatMap(([place, parameters, values]) =>
    parameters.flatMap((parameter) => {
      const schema = jsonParameterSchema(parameter);
      const value = values[place === 'header' ? parameter.name.toLowerCase() : parameter.name];
      if (schema === undefined || value === undefined) return [];
      return validateJsonParameter(
        `${place}.${parameter.name.toLowerCase()}`,
        String(value),
        resource,
        inDialect(schema, dialect),
      );
    }),
  );
  return [...validateCookies(resource, cookies), ...inside];
}

const inDialects = new WeakMap<object, object>();

/** Prism says the dialect in each schema that it prepares, which these are not. One copy each: it keeps what it compiles. */
function inDialect(schema: object, dialect: string | undefined): object {
  if (dialect === undefined || '$schema' in schema) return schema;
  const copy = inDialects.get(schema) ?? { ...schema, $schema: dialect };
  inDialects.set(schema, copy);
  return copy;
}

const COOKIE = /(?:^|;)[ \t]*([^=;\s]+)=(?:"([^";]*)"|([^";]*))/g;

function readCookies(header = ''): Record<string, string> {
  const pairs = [...header.matchAll(COOKIE)].map(([, name = '', quoted, plain = '']) => [name, quoted ?? plain]);
  return Object.fromEntries(pairs.map(([name, value = '']) => [name, decoded(value.trim())]));
}

/** Clients write a value that may not stand in a cookie in percent-encoding, as in a query. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Prism has no validate for cookies; one in the form of OpenAPI (`style: form`) reads like a query. */
function validateCookies(resource: IHttpOperation, cookies: Record<string, string>): ValidationError[] {
  const list = resource.request?.cookie ?? [];
  if (list.length === 0) return [];
  // Prism keeps what it compiled for a list, so it has to get the same one each time.
  const only = { ...resource, request: { query: list as NonNullable<IHttpOperation['request']>['query'] & object } };
  const errors = validate(only, { method: 'get', url: { path: '', query: cookies } });
  return errors.map(({ location, message, code }) => ({
    location: location.replace(/^query/, 'cookie'),
    message: message.replace(/^Request query/, 'Request cookie'),
    code,
  }));
}

/** Validates a value that holds JSON as if it were a body. */
function validateJsonParameter(
  location: string,
  text: string,
  resource: IHttpOperation,
  schema: object,
): ValidationError[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [{ location, code: 'json', message: 'The parameter must be valid JSON.' }];
  }
  const content = { id: location, mediaType: 'application/json', encodings: [], examples: [], schema };
  const body = { id: location, contents: [content as unknown as IMediaTypeContent] };
  const headers = { 'content-type': 'application/json' };
  const errors = validate(
    { ...resource, request: { body } },
    { method: 'get', url: { path: '' }, headers, body: value },
  );
  return errors.map((error) => ({
    ...error,
    location: error.location.replace(/^body/, location),
    message: error.message.replace(/^Request body/, 'Request parameter'),
  }));
}

function validate(resource: IHttpOperation, element: IHttpRequest): ValidationError[] {
  const verdict = validateInput({ resource, element });
  return verdict._tag === 'Left' ? verdict.left.map(fromDiagnostic) : [];
}
