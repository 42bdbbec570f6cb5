import { fillPath, type JoseExtension, type MediaType, type Operation } from '@sca-kit/openapi';
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
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: PlannedBody;
}

/**
 * Creates a valid request from the examples of the document.
 *
 * @example
 * targetOf(planFromExamples(contract.byId.get('getBox')!)); // '/boxes/7'
 */
export function planFromExamples(operation: Operation, mediaType?: MediaType): RequestPlan {
  const required = operation.parameters.filter((parameter) => parameter.required && parameter.example !== undefined);
  const place = (where: string): Record<string, string> =>
    Object.fromEntries(
      required.filter((parameter) => parameter.in === where).map(({ name, example }) => [name, String(example)]),
    );
  const content = mediaType ?? plainContent(operation) ?? operation.body?.contents[0];
  const methodHeader = operation.parameters.find(
    (parameter) => parameter.in === 'header' && /jose-method$/i.test(parameter.name),
  );
  // An encrypted request names its method; without a body the header says how the response is to be encrypted.
  const jose = content ? content.jose : responseJose(operation);
  const joseHeader = jose && methodHeader ? { [methodHeader.name]: jose.method } : {};
  return {
    method: operation.method,
    path: operation.path,
    pathParameters: place('path'),
    query: place('query'),
    headers: { ...place('header'), ...joseHeader },
    ...(content ? { body: plannedBody(operation, content) } : {}),
  };
}

const responseJose = (operation: Operation): JoseExtension | undefined =>
  operation.responses.flatMap(({ contents }) => contents).find(({ jose }) => jose !== undefined)?.jose;

const plainContent = (operation: Operation): MediaType | undefined =>
  operation.body?.contents.find(({ jose }) => jose === undefined);

function plannedBody(operation: Operation, content: MediaType): PlannedBody {
  // The example of an encrypted body is an envelope that no key decrypts; the plain body has its value.
  const source = content.jose ? (plainContent(operation) ?? content) : content;
  const value = source.examples[0]?.value;
  return { mediaType: content.name, value, ...(content.jose ? { encrypt: content.jose } : {}) };
}

/**
 * Returns the path and query of a plan as they are sent.
 *
 * @example
 * targetOf(planFromExamples(operation)); // '/boxes/7?depth=1'
 */
export function targetOf(plan: RequestPlan): string {
  const path = fillPath(plan.path, plan.pathParameters);
  const query = new URLSearchParams(plan.query).toString();
  return query === '' ? path : `${path}?${query}`;
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
  if (body.mediaType?.startsWith('application/x-www-form-urlencoded')) {
    return new URLSearchParams(
      Object.entries(body.value as object).map(([name, value]) => [name, String(value)]),
    ).toString();
  }
  return typeof body.value === 'string' && !/json/.test(body.mediaType ?? 'json')
    ? body.value
    : JSON.stringify(body.value);
}
