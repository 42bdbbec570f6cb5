import { isForm, type MediaType, type Operation, parseContentType } from '@sca-kit/openapi';
import type { IHttpRequest } from '@stoplight/prism-http';
import type { HttpMethod } from '@stoplight/types';
import type { ContractDocument } from '../document/contract-document.ts';
import { readBody } from '../gateway/body.ts';
import { headerRecord, pathOf, queryOf, type RawRequest } from '../gateway/message.ts';
import { validateRequest, validateRequestPlaintext } from '../gateway/validate.ts';
import { tamperingsOf } from './envelope-tampering.ts';
import { invalidBodies } from './invalid-bodies.ts';
import { invalidParameters } from './invalid-parameters.ts';
import { contentTypeOf, planValidRequest, type RequestPlan, targetOf, writeBody } from './plan.ts';
import { createRandom, type Random } from './random.ts';

/** A request that violates the contract on purpose, and the statuses that are right for it. */
export interface NegativeCase {
  /** Absent for a path or method that the document does not have. */
  readonly operationId?: string;
  /** What is wrong: `pin missing`. */
  readonly name: string;
  readonly plan: RequestPlan;
  /** The statuses that are right: the documented client errors that an invalid request can cause. */
  readonly expected: readonly number[] | 'no server error';
}

/** Options of `negativeCases`. */
export interface NegativeOptions {
  /** The same seed gives the same cases. */
  readonly seed: number;
  /** Only these operations; all by default. */
  readonly operations?: readonly Operation[];
  /** A valid request; by default made of the examples. Called once per media type. */
  readonly baseline?: (operation: Operation, mediaType: MediaType | undefined) => RequestPlan;
}

/**
 * Generates the negative cases of a document, in the order of its operations.
 *
 * @example
 * negativeCases(contract, { seed: 7 }).map(({ name }) => name);
 */
export function negativeCases(contract: ContractDocument, options: NegativeOptions): NegativeCase[] {
  const operations = options.operations ?? contract.operations;
  return operations.flatMap((operation) => casesOf(contract, operation, options));
}

function casesOf(contract: ContractDocument, operation: Operation, options: NegativeOptions): NegativeCase[] {
  const random = createRandom(options.seed, operation.id);
  const expected = documentedClientErrors(operation);
  const baseline = options.baseline ?? ((each, content) => planValidRequest(contract.document, each, content));
  const plain = baseline(operation, operation.body?.contents[0]);
  const found: Candidate[] = [
    ...invalidParameters(contract.document, operation, plain, random),
    ...invalidAccepts(operation, plain),
    ...(operation.body?.contents ?? []).flatMap((content) =>
      invalidContents(contract, content, baseline(operation, content), random),
    ),
    ...invalidBodyPresence(operation, plain, random),
  ];
  return found
    .filter(({ plan, sure }) => sure || breaksContract(contract, operation, plan))
    .map(({ name, plan }) => ({ operationId: operation.id, name, plan, expected }));
}

interface Candidate {
  readonly name: string;
  readonly plan: RequestPlan;
  /** Set when Prism cannot detect the error: a tampered envelope, an unacceptable `Accept`. */
  readonly sure?: boolean;
}

/** Statuses that depend on state, not on the form of a request. */
const STATE_STATUSES = new Set([409, 429]);

/** Returns the documented client errors that an invalid request can cause. */
function documentedClientErrors(operation: Operation): number[] {
  const codes = operation.responses.map(({ status }) => status);
  const exact = codes.map(Number).filter((status) => status >= 400 && status < 500 && !STATE_STATUSES.has(status));
  const open = codes.includes('default') || codes.some((code) => code.toUpperCase() === '4XX');
  return open ? [...new Set([...exact, 400, 401, 403, 404, 405, 406, 413, 415, 422])] : exact;
}

function invalidAccepts(operation: Operation, plan: RequestPlan): Candidate[] {
  if (!operation.responses.some(({ status }) => status === '406')) return [];
  return [
    {
      name: 'accept nothing that is offered',
      plan: { ...plan, headers: { ...plan.headers, accept: 'text/x-nothing' } },
      sure: true,
    },
  ];
}

function invalidContents(
  contract: ContractDocument,
  content: MediaType,
  plan: RequestPlan,
  random: Random,
): Candidate[] {
  const schema = content.jose?.payload ?? content.schema;
  const { body } = plan;
  if (schema === undefined || !body) return [];
  const form = isForm(parseContentType(content.name)?.essence ?? '');
  const faults = invalidBodies(contract.document, schema, body.value, random)
    .filter(({ value }) => !form || (typeof value === 'object' && value !== null && !Array.isArray(value)))
    .map(({ name, value }) => ({ name: `${content.name}: ${name}`, plan: { ...plan, body: { ...body, value } } }));
  const { value: _value, ...bare } = body;
  const broken = { ...plan, body: { ...bare, text: `{"${random.letters(4)}":` } };
  const json = /json$/.test(content.name) && !content.jose;
  const tampered = body.encrypt
    ? tamperingsOf(body.encrypt).map((tampering) => ({
        name: `${content.name}: envelope ${tampering}`,
        plan: { ...plan, body: { ...body, tampering } },
        sure: true,
      }))
    : [];
  return [...faults, ...(json ? [{ name: `${content.name}: broken JSON`, plan: broken }] : []), ...tampered];
}

function invalidBodyPresence(operation: Operation, plan: RequestPlan, random: Random): Candidate[] {
  if (!operation.body || !plan.body) return [];
  const { body, ...rest } = plan;
  const text = random.letters(12);
  const strange = ['text/plain', 'application/xml', `application/x-${random.letters(5)}`].map((mediaType) => ({
    name: `content type ${mediaType}`,
    plan: { ...rest, body: { mediaType, text } },
  }));
  const missing = operation.body.required
    ? [{ name: 'body missing', plan: { ...rest, ...(body.mediaType ? { body: { mediaType: body.mediaType } } : {}) } }]
    : [];
  return [...missing, ...strange, { name: 'content type missing', plan: { ...rest, body: { text } } }];
}

/** Whether a plan violates the contract: a mutation can be valid by chance. */
function breaksContract(contract: ContractDocument, operation: Operation, plan: RequestPlan): boolean {
  const scope = { contract, ivs: { note: () => [] } };
  const { body } = plan;
  if (body?.encrypt && validateRequestPlaintext(scope, operation, body.mediaType ?? '', body.value).length > 0)
    return true;
  const text = body?.encrypt ? VALID_ENVELOPE : writeBody(body);
  const type = body && contentTypeOf(body);
  const headers = Object.entries({ ...plan.headers, ...(type ? { 'content-type': type } : {}) });
  const raw: RawRequest = {
    method: plan.method,
    target: targetOf(plan),
    headers: headers.map(([name, value]) => [name.toLowerCase(), value]),
    body: new TextEncoder().encode(text),
  };
  const read = readBody(raw.body, type, undefined);
  const element: IHttpRequest = {
    method: plan.method.toLowerCase() as HttpMethod,
    url: { path: pathOf(raw.target), query: queryOf(raw.target) },
    headers: headerRecord(raw.headers),
    ...('value' in read && read.value !== undefined ? { body: read.value } : {}),
  };
  return validateRequest(scope, operation, element, raw, 'error' in read ? read.error : undefined).length > 0;
}

const b64 = (text: string): string => Buffer.from(text).toString('base64url');
/** An envelope without visible errors, so that only other errors are found. */
const VALID_ENVELOPE = [
  b64(JSON.stringify({ alg: 'RSA-OAEP-256', enc: 'A256GCM' })),
  b64('key'),
  b64('vector 12 oc'),
  b64('text'),
  b64('a tag of 16 octe'),
].join('.');
