import { isJose, type JoseExtension, type Operation, parseContentType } from '@sca-kit/openapi';
import type { IHttpResponse, PrismHttpInstance } from '@stoplight/prism-http';
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
import { calledBack, type MockedBodies, mockedOperation, withoutCallbacks } from './mocked-operation.ts';
import { narrowRequest, narrowResponse } from './narrow-operation.ts';
import { type PendingExchange, receiveResponse } from './pending-exchange.ts';
import {
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
type Choose = (
  mock: MockConfig,
  how?: { readonly callBack?: boolean } & Pick<MockedBodies, 'asPlaintext'>,
) => Promise<IHttpResponse | undefined>;

const QUIET = { upstreamProxy: undefined, isProxy: false as const, validateResponse: false, errors: false };
const UNDECRYPTABLE: ValidationError = {
  location: 'body',
  code: 'envelope-undecryptable',
  message: 'The envelope cannot be decrypted.',
};
const NO_RESPONSE_KEY: ValidationError = {
  location: 'body',
  code: 'no-response-key',
  message: 'There is no key to encrypt the response with. Upload one, or encrypt the request.',
};
const UNACCEPTABLE: ValidationError = {
  location: 'header.accept',
  code: 'not-acceptable',
  message: 'The operation has no response of a media type that the request accepts.',
};

/**
 * Responds to a request from the document: a valid request gets the scripted, preferred or first successful response, an
 * invalid one gets a documented error.
 */
export async function mockResponse(
  scope: ValidationContext,
  instance: PrismHttpInstance,
  pending: PendingExchange,
  options: MockOptions,
): Promise<void> {
  const { document, prism } = scope.contract;
  const resources = prism.matching(pending.input.url.path);
  // The first pass only routes and validates.
  await instance.request(pending.input, resources.map(withoutCallbacks), {
    ...QUIET,
    checkSecurity: true,
    validateRequest: true,
    mock: { dynamic: false },
  })();
  const { operation } = pending;
  const resource = resources.find(({ id }) => id === operation?.id);
  if (!resource || !operation) return;
  const choose: Choose = async (mock, { callBack = false, ...how } = {}) => {
    const config = { ...QUIET, checkSecurity: false, validateRequest: false, mock };
    const bodies = { accepted: mock.mediaTypes ?? [], dynamic: mock.dynamic, ...how };
    const mocked = mockedOperation(document, operation, callBack ? resource : withoutCallbacks(resource), bodies);
    // Prism writes into the request that it is given.
    const input = calledBack(pending.input, pending.raw.headers);
    const result = await instance.request(input, [mocked], config)();
    return result._tag === 'Right' ? result.right.output : undefined;
  };
  const decrypted = await decryptRequest(scope, pending, operation, options.envelopes);
  const output =
    pending.requestErrors.length === 0
      ? await respondToValidRequest(scope, pending, { operation, decrypted, choose, options })
      : await reject(pending, operation, choose);
  if (!output) return;
  // A mocked response is validated like any other: an example that breaks its own schema is worth knowing of.
  pending.responseErrors.push(
    ...errorsOfMocked(scope, pending, operation, finishMock(output, pending.input, undefined)),
  );
}

/** The statuses for the code of an error, the most specific first; the first documented one is used. */
const ERROR_STATUSES: Readonly<Record<string, readonly number[]>> = {
  security: [401, 403],
  'undocumented-media-type': [415],
  'not-acceptable': [406],
};

async function reject(
  pending: PendingExchange,
  operation: Operation,
  choose: Choose,
): Promise<IHttpResponse | undefined> {
  const wanted = [...pending.requestErrors.flatMap(({ code }) => ERROR_STATUSES[code] ?? []), 400, 422];
  const documented = wanted.find((status) =>
    operation.responses.some((response) => response.status === String(status)),
  );
  if (documented === undefined) return undefined;
  // An error comes as it is documented, whatever the request accepts.
  return choose({ dynamic: false, code: documented, mediaTypes: ['application/json', '*/*;q=0.1'] });
}

interface ValidRequest {
  readonly operation: Operation;
  readonly decrypted: DecryptedRequest | undefined;
  readonly choose: Choose;
  readonly options: MockOptions;
}

async function respondToValidRequest(
  scope: ValidationContext,
  pending: PendingExchange,
  valid: ValidRequest,
): Promise<IHttpResponse | undefined> {
  const { operation, decrypted, choose, options } = valid;
  const reply = await options.script?.take(operation.id, requestOf(pending, decrypted));
  const config = mockConfig(pending.raw, reply, isJose(typeOf(pending.raw.headers)));
  const first = await firstPossible(config, reply, choose);
  const chosen = first && config.dynamic ? await generated(scope, pending, valid, config, first) : first;
  if (!chosen) {
    pending.requestErrors.push(UNACCEPTABLE);
    return reject(pending, operation, choose);
  }
  const output = finishMock(chosen, pending.input, reply);
  const jose = narrowResponse(operation, output.statusCode, output.headers?.['content-type']).content?.jose;
  const named = namingMethod(output, jose);
  const plain = await prepare(pending, operation, decrypted, named, reply, options.envelopes);
  if (!options.envelopes || !jose) return plain;
  const example = plain === named && !(reply && 'body' in reply) ? await choose(config, { asPlaintext: true }) : plain;
  const value = example?.body ?? {};
  const mediaType = output.headers?.['content-type'] ?? '';
  pending.responseErrors.push(...validateResponsePlaintext(scope, operation, output.statusCode, mediaType, value));
  try {
    return { ...plain, body: await options.envelopes.encrypt(value, jose, decrypted) };
  } catch {
    pending.requestErrors.push(NO_RESPONSE_KEY);
    return reject(pending, operation, choose);
  }
}

/** How many generated samples are tried. The numbers are the seeds, so that the same request gets the same response. */
const SEEDS: readonly number[] = Array.from({ length: 20 }, (_, at) => at + 1);

/**
 * The preferred response. A preference that cannot be met is ignored (RFC 7240, section 2), the example before the status;
 * what a script asks for is not.
 */
async function firstPossible(
  config: MockConfig,
  reply: MockReply | undefined,
  choose: Choose,
): Promise<IHttpResponse | undefined> {
  const { exampleKey: _example, ...withoutExample } = config;
  const { code, ...withoutCode } = withoutExample;
  if (reply) return choose(config, { callBack: true });
  for (const attempt of [config, { ...withoutExample, dynamic: false }]) {
    const response = await choose(attempt);
    if (response && (code === undefined || response.statusCode === code)) return choose(attempt, { callBack: true });
  }
  return choose({ ...withoutCode, dynamic: false }, { callBack: true });
}

/** A generated response with a valid body: the first of some seeds, else the sample that the gateway makes itself. */
async function generated(
  scope: ValidationContext,
  pending: PendingExchange,
  { operation, choose }: ValidRequest,
  config: MockConfig,
  first: IHttpResponse,
): Promise<IHttpResponse> {
  const isInvalid = (output: IHttpResponse): boolean =>
    errorsOfMocked(scope, pending, operation, finishMock(output, pending.input, undefined)).some(({ location }) =>
      location.startsWith('body'),
    );
  if (!isInvalid(first)) return first;
  for (const seed of SEEDS) {
    const sample = await choose({ ...config, seed: String(seed) });
    if (sample && !isInvalid(sample)) return sample;
  }
  return (await choose({ ...config, dynamic: false })) ?? first;
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

async function decryptRequest(
  scope: ValidationContext,
  pending: PendingExchange,
  operation: Operation,
  envelopes: MockEnvelopes | undefined,
): Promise<DecryptedRequest | undefined> {
  const { body } = pending.input;
  const sent = header(pending.raw.headers, 'content-type') ?? '';
  const { jose } = narrowRequest(operation, sent).content ?? {};
  if (!envelopes || !jose || typeof body !== 'string' || pending.requestErrors.length > 0) return undefined;
  try {
    const decrypted = await envelopes.decrypt(body, jose);
    pending.requestErrors.push(...validateRequestPlaintext(scope, operation, sent, decrypted.payload));
    return decrypted;
  } catch {
    pending.requestErrors.push(UNDECRYPTABLE);
    return undefined;
  }
}

function errorsOfMocked(
  scope: ValidationContext,
  pending: PendingExchange,
  operation: Operation,
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
  return validateResponse(lenient, operation, element, response, responseBodyError, raw.method);
}
