import {
  fillPath,
  type JoseExtension,
  type MediaType,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  parseContentType,
  writeParameterValue,
} from '@sca-kit/openapi';
import { sampleValue } from '../sample/sample-value.ts';
import type { EnvelopeTampering } from './envelope-tampering.ts';

/** The body of a planned request. */
export interface PlannedBody {
  /** Sent as `Content-Type`; absent where the case is about that. */
  readonly mediaType?: string;
  /** The value to send as JSON, as a form, or encrypted. */
  readonly value?: unknown;
  /** Sent as it is, in place of `value`. */
  readonly text?: string;
  /** How `value` is to be encrypted before it is sent. */
  readonly encrypt?: JoseExtension;
  /** How to tamper with the envelope. */
  readonly tampering?: EnvelopeTampering;
}

/** A request before credentials are added, the path is filled in and a body is written or encrypted. */
export interface RequestPlan {
  readonly method: string;
  /** The template of the path: `/boxes/{boxId}`. */
  readonly path: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: PlannedBody;
}

/**
 * Creates a valid request from the examples of the document, and from samples of the schemas where there is none.
 *
 * @example
 * targetOf(planValidRequest(contract.document, contract.byId.get('getBox')!)); // '/boxes/7'
 */
export function planValidRequest(document: OpenApiDocument, operation: Operation, mediaType?: MediaType): RequestPlan {
  const required = operation.parameters.filter((parameter) => parameter.required);
  const place = (where: string): [string, string][] =>
    required
      .filter((parameter) => parameter.in === where)
      .flatMap((parameter) => writtenParameter(document, parameter));
  const content = mediaType ?? plainContent(operation) ?? operation.body?.contents[0];
  const methodHeader = operation.parameters.find(
    (parameter) => parameter.in === 'header' && /jose-method$/i.test(parameter.name),
  );
  // An encrypted request names its method; without a body the header says how the response is to be encrypted.
  const jose = content ? content.jose : responseJose(operation);
  const joseHeader = jose && methodHeader ? { [methodHeader.name]: jose.method } : {};
  const cookie = place('cookie').map(([name, value]) => `${name}=${value}`);
  return {
    method: operation.method,
    path: operation.path,
    pathParameters: Object.fromEntries(place('path')),
    query: Object.fromEntries(
      [...Map.groupBy(place('query'), ([name]) => name)].map(([name, pairs]) => {
        const [first = '', ...more] = pairs.map(([, value]) => value);
        return [name, more.length === 0 ? first : [first, ...more]];
      }),
    ),
    headers: {
      ...Object.fromEntries(place('header')),
      ...joseHeader,
      ...(cookie.length > 0 ? { cookie: cookie.join('; ') } : {}),
    },
    ...(content ? { body: plannedBody(document, operation, content) } : {}),
  };
}

/** The names and values of a parameter, decoded where a plan is encoded later. */
function writtenParameter(document: OpenApiDocument, parameter: Parameter): [string, string][] {
  const { in: location, example, name } = parameter;
  // An example may be the text as it is sent.
  const isText = typeof example === 'string' || example === undefined;
  const value = example ?? sampleValue(document, 'request', parameter.schema).value;
  if (example !== undefined && isText && parameter.mediaType === undefined) return [[name, String(example)]];
  const isEncoded = location === 'path' || location === 'query';
  const decode = isEncoded ? decodeURIComponent : (text: string): string => text;
  return writeParameterValue(parameter, value).map(([key, text]) => [decode(key), decode(text)]);
}

const responseJose = (operation: Operation): JoseExtension | undefined =>
  operation.responses.flatMap(({ contents }) => contents).find(({ jose }) => jose !== undefined)?.jose;

const plainContent = (operation: Operation): MediaType | undefined =>
  operation.body?.contents.find(({ jose }) => jose === undefined);

function plannedBody(document: OpenApiDocument, operation: Operation, content: MediaType): PlannedBody {
  // The example of an encrypted body is an envelope that no key decrypts; the plain body has its value.
  const source = content.jose ? (plainContent(operation) ?? content) : content;
  const { schema } = source;
  const value =
    source.examples[0]?.value ?? (schema === undefined ? {} : sampleValue(document, 'request', schema).value);
  return { mediaType: content.name, value, ...(content.jose ? { encrypt: content.jose } : {}) };
}

/**
 * Returns the path and query of a plan as they are sent.
 *
 * @example
 * targetOf(planFromExamples(operation)); // '/boxes/7?depth=1'
 */
export function targetOf(plan: RequestPlan): string {
  const path = restoreDelimiters(fillPath(plan.path, plan.pathParameters));
  const pairs = Object.entries(plan.query).flatMap(([name, values]) => [values].flat().map((value) => [name, value]));
  const query = restoreDelimiters(new URLSearchParams(pairs).toString());
  return query === '' ? path : `${path}?${query}`;
}

/** In a list, a delimiter that is encoded is data. */
const restoreDelimiters = (text: string): string => text.replaceAll(/%(2C|3B|3D)/g, decodeURIComponent);

/** The delimiter of planned multipart forms. */
const BOUNDARY = 'sca-kit-boundary';

/**
 * Returns the content type of a planned body as it is sent.
 *
 * @example
 * contentTypeOf({ mediaType: 'application/json' }); // 'application/json'
 */
export function contentTypeOf({ mediaType, text }: PlannedBody): string | undefined {
  const essence = parseContentType(mediaType)?.essence;
  if (text === undefined && essence === 'multipart/form-data') return `${essence}; boundary=${BOUNDARY}`;
  // A range stands for JSON, too.
  return text === undefined && /^(\*|application)\/\*/.test(essence ?? '') ? 'application/json' : mediaType;
}

/**
 * Encodes the body of a plan that is not encrypted.
 *
 * @example
 * writeBody({ mediaType: 'application/json', value: { pin: '1234' } }); // '{"pin":"1234"}'
 */
export function writeBody(body: PlannedBody | undefined): string {
  if (!body) return '';
  if (body.text !== undefined) return body.text;
  if (body.value === undefined) return '';
  const essence = parseContentType(body.mediaType)?.essence ?? 'json';
  if (essence === 'application/x-www-form-urlencoded') return new URLSearchParams(formPairs(body.value)).toString();
  if (essence === 'multipart/form-data') {
    const parts = formPairs(body.value).map(
      ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    return `${parts.join('')}--${BOUNDARY}--\r\n`;
  }
  return typeof body.value === 'string' && !/json|\*/.test(essence) ? body.value : JSON.stringify(body.value);
}

const formPairs = (form: unknown): [string, string][] =>
  Object.entries(form as object).flatMap(([name, value]) =>
    [value]
      .flat()
      .map((each): [string, string] => [
        name,
        typeof each === 'object' && each !== null ? JSON.stringify(each) : String(each),
      ]),
  );
