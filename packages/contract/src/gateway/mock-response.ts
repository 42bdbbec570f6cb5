import { findJose, findResponse, isJose, type JoseExtension, type Operation, parseContentType } from '@sca-kit/openapi';
import type { IHttpResponse, PrismHttpInstance } from '@stoplight/prism-http';
import type { IHttpOperation } from '@stoplight/types';
import { type Headers, header } from './message.ts';
import {
  type DecryptedRequest,
  encodeBody,
  finishMock,
  type MockEnvelopes,
  type MockReplies,
  type MockReply,
  type MockRequest,
  mockConfig,
} from './mock.ts';
import { calledBack, mockedOperation, withCallbacks, withoutCallbacks } from './mocked-operation.ts';
import { narrowRequest } from './narrow-operation.ts';
import { type PendingExchange, receiveResponse } from './pending-exchange.ts';
import {
  contentsOf,
  type ValidationContext,
  validateRequestPlaintext,
  validateResponse,
  validateResponsePlaintext,
} from './validate.ts';
import type { ValidationError } from './violation.ts';

/** Options of the mock. */
export interface MockOptions {
  /** Keys for encrypted bodies. Without them an encrypted response is the example of the document, which no key decrypts. */
  readonly envelopes?: MockEnvelopes;
  /** Prepared responses, or an object that computes them. */
  readonly script?: MockReplies;
}

type MockConfig = ReturnType<typeof mockConfig>;
/** `callBack`: whether the response is the one that is given, so that the documented callbacks belong to it. */
type Choose = (resource: IHttpOperation, mock: MockConfig, callBack?: boolean) => Promise<IHttpResponse | undefined>;

const QUIET = { upstreamProxy: undefined, isProxy: false as const, validateResponse: false, errors: false };
const UNDECRYPTABLE: ValidationError = {
  location: 'body',
  code: 'envelope-unopenable',
  message: 'The envelope cannot be decrypted.',
};
const NO_RESPONSE_KEY: ValidationError = {
  location: 'body',
  code: 'no-answer-key',
  message: 'There is no key to encrypt the response with. Upload one, or encrypt the request.',
};
const UNACCEPTABLE: ValidationError = {
  location: 'header.accept',
  code: 'not-acceptable',
  message: 'The operation has no response of a media type that the request accepts.',
};

/**
 * Responses a request from the description: a request that fits gets the scripted, preferred or first successful response,
 * one that does not gets the documented error that Prism picks for it.
 */
export async function mockResponse(
  scope: ValidationContext,
  instance: PrismHttpInstance,
  pending: PendingExchange,
  options: MockOptions,
): Promise<void> {
  const choose: Choose = async (resource, mock, callBack = false) => {
    const config = { ...QUIET, checkSecurity: false, validateRequest: false, mock };
    const operation = mockedOperation(callBack ? withCallbacks(resource) : resource, mock.mediaTypes ?? []);
    // Prism writes into the request that it is given.
    const input = calledBack(pending.input, pending.raw.headers);
    const result = await instance.request(input, [operation], config)();
    return result._tag === 'Right' ? result.right.output : undefined;
  };
  // The first pass only routes and validates.
  await instance.request(pending.input, scope.contract.prism.map(withoutCallbacks), {
    ...QUIET,
    checkSecurity: true,
    validateRequest: true,
    mock: { dynamic: false },
  })();
  const { resource } = pending;
  const operation = resource && scope.contract.byId.get(scope.contract.idOf(resource));
  if (!resource || !operation) return;
  const decrypted = await decryptRequest(scope, pending, operation, resource, options.envelopes);
  const output =
    pending.requestErrors.length === 0
      ? await respondToValidRequest(scope, pending, { resource, operation, decrypted, choose, options })
      : await refuse(pending, operation, resource, choose);
  if (!output) return;
  validateMocked(scope, pending, resource, finishMock(output, pending.input, undefined));
}

/** The statuses that suit a error, the most telling first; the first documented one is taken. */
const ERROR_STATUSES: Readonly<Record<string, readonly number[]>> = {
  security: [401, 403],
  'undocumented-media-type': [415],
  'not-acceptable': [406],
};

async function refuse(
  pending: PendingExchange,
  operation: Operation,
  resource: IHttpOperation,
  choose: Choose,
): Promise<IHttpResponse | undefined> {
  const wanted = [...pending.requestErrors.flatMap(({ code }) => ERROR_STATUSES[code] ?? []), 400, 422];
  const documented = wanted.find((status) =>
    operation.responses.some((response) => response.status === String(status)),
  );
  if (documented === undefined) return undefined;
  // An error comes as it is documented, whatever the request accepts.
  return choose(resource, { dynamic: false, code: documented, mediaTypes: ['application/json', '*/*;q=0.1'] });
}

interface Fitting {
  readonly resource: IHttpOperation;
  readonly operation: Operation;
  readonly decrypted: DecryptedRequest | undefined;
  readonly choose: Choose;
  readonly options: MockOptions;
}

async function respondToValidRequest(
  scope: ValidationContext,
  pending: PendingExchange,
  fitting: Fitting,
): Promise<IHttpResponse | undefined> {
  const { resource, operation, decrypted, choose, options } = fitting;
  const reply = await options.script?.take(operation.id, requestOf(pending, decrypted));
  const config = mockConfig(pending.raw, reply, isJose(typeOf(pending.raw.headers)));
  const { exampleKey: _example, ...withoutExample } = config;
  // A preference that cannot be met is ignored (RFC 7240, section 2); what a script asks for is not.
  const first =
    (await choose(resource, config, true)) ?? (reply ? undefined : await choose(resource, withoutExample, true));
  const chosen = first && (await validSample(scope, pending, fitting, config, first));
  if (!chosen) {
    pending.requestErrors.push(UNACCEPTABLE);
    return refuse(pending, operation, resource, choose);
  }
  const output = finishMock(chosen, pending.input, reply);
  const jose = responseJose(resource, operation, output);
  const named = namingMethod(output, jose);
  const plain = await prepare(pending, operation, decrypted, named, reply, options.envelopes);
  if (!options.envelopes || !jose) return plain;
  const twin = scope.contract.plaintext.get(operation.id);
  const example = twin && plain === named && !(reply && 'body' in reply) ? await choose(twin, config) : plain;
  const value = example?.body ?? {};
  const mediaType = output.headers?.['content-type'] ?? '';
  pending.responseErrors.push(...validateResponsePlaintext(scope, operation.id, output.statusCode, mediaType, value));
  try {
    return { ...plain, body: await options.envelopes.encrypt(value, jose, decrypted) };
  } catch {
    pending.requestErrors.push(NO_RESPONSE_KEY);
    return refuse(pending, operation, resource, choose);
  }
}

/** How many generated samples are tried. The numbers are the seeds, so that the same request gets the same response. */
const SEEDS: readonly number[] = Array.from({ length: 20 }, (_, at) => at + 1);

/**
 * The response with a valid body. Prism's static sample does not look at patterns and bounds; where it is invalid and no
 * example is documented, the first generated sample that is valid takes its place.
 */
async function validSample(
  scope: ValidationContext,
  pending: PendingExchange,
  { resource, operation, choose }: Fitting,
  config: MockConfig,
  first: IHttpResponse,
): Promise<IHttpResponse> {
  const isInvalid = (output: IHttpResponse): boolean =>
    errorsOfMocked(scope, pending, resource, finishMock(output, pending.input, undefined)).some(({ location }) =>
      location.startsWith('body'),
    );
  const documented = findResponse(operation.responses, first.statusCode, ({ status }) => status)?.contents ?? [];
  const type = new Map(Object.entries(first.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  const content = documented.find(({ name }) => name === type.get('content-type'));
  if (!content || content.jose || content.examples.length > 0 || !isInvalid(first)) return first;
  for (const seed of SEEDS) {
    const sample = await choose(resource, { ...config, dynamic: true, seed: String(seed) });
    if (sample && !isInvalid(sample)) return sample;
  }
  return first;
}

/** The header that names the method shows one example for all operations; this one says what this body is. */
function namingMethod(output: IHttpResponse, jose: JoseExtension | undefined): IHttpResponse {
  const isMethod = (name: string): boolean => /jose-method$/i.test(name);
  const headers = Object.entries(output.headers ?? {})
    .filter(([name]) => jose || !isMethod(name))
    .map(([name, value]) => [name, jose && isMethod(name) ? jose.method : value]);
  return { ...output, headers: Object.fromEntries(headers) as NonNullable<IHttpResponse['headers']> };
}

/** Lets the envelopes' owner see the request and put its own body in place of the example. */
async function prepare(
  pending: PendingExchange,
  operation: Operation,
  decrypted: DecryptedRequest | undefined,
  output: IHttpResponse,
  reply: MockReply | undefined,
  envelopes: MockEnvelopes | undefined,
): Promise<IHttpResponse> {
  if (output.statusCode >= 300) return output;
  const request = requestOf(pending, decrypted);
  await envelopes?.observe?.[operation.id]?.(request.body);
  const response = envelopes?.responses?.[operation.id];
  if (!response || (reply && 'body' in reply)) return output;
  return { ...output, body: await response(request) };
}

function requestOf({ input, raw }: PendingExchange, decrypted: DecryptedRequest | undefined): MockRequest {
  const { path, query = {} } = input.url;
  return { path, query, body: decrypted ? decrypted.payload : input.body, raw };
}

const typeOf = (headers: Headers): string => parseContentType(header(headers, 'content-type'))?.essence ?? '';

function responseJose(
  resource: IHttpOperation,
  operation: Operation,
  output: IHttpResponse,
): JoseExtension | undefined {
  const status = findResponse(resource.responses, output.statusCode, ({ code }) => code)?.code ?? '';
  return findJose(contentsOf(operation, status), output.headers?.['content-type']);
}

async function decryptRequest(
  scope: ValidationContext,
  pending: PendingExchange,
  operation: Operation,
  resource: IHttpOperation,
  envelopes: MockEnvelopes | undefined,
): Promise<DecryptedRequest | undefined> {
  const { body } = pending.input;
  const sent = header(pending.raw.headers, 'content-type') ?? '';
  const jose = findJose(operation.body?.contents ?? [], narrowRequest(resource, sent).mediaType);
  if (!envelopes || !jose || typeof body !== 'string' || pending.requestErrors.length > 0) return undefined;
  try {
    const decrypted = await envelopes.decrypt(body, jose);
    pending.requestErrors.push(...validateRequestPlaintext(scope, operation.id, sent, decrypted.payload));
    return decrypted;
  } catch {
    pending.requestErrors.push(UNDECRYPTABLE);
    return undefined;
  }
}

/** A mocked response is validated like any other: an example that breaks its own schema is worth knowing of. */
function validateMocked(
  scope: ValidationContext,
  pending: PendingExchange,
  resource: IHttpOperation,
  output: IHttpResponse,
): void {
  pending.responseErrors.push(...errorsOfMocked(scope, pending, resource, output));
}

function errorsOfMocked(
  scope: ValidationContext,
  pending: PendingExchange,
  resource: IHttpOperation,
  output: IHttpResponse,
): ValidationError[] {
  const response = {
    status: output.statusCode,
    headers: Object.entries(output.headers ?? {}),
    body: encodeBody(output.body, output.headers?.['content-type']),
  };
  const element = receiveResponse(pending, response);
  // An example envelope is the same each time; that is no reuse by anybody.
  const lenient: ValidationContext = { ...scope, ivs: { note: () => [] } };
  const { raw, responseBodyError } = pending;
  return validateResponse(lenient, resource, element, response, responseBodyError, raw.method);
}
