import type { IHttpResponse, PrismHttpInstance } from '@stoplight/prism-http';
import type { IHttpOperation } from '@stoplight/types';
import type { JoseMark, Operation } from '../document/types.ts';
import {
  contentsOf,
  type JudgeScope,
  joseMark,
  judgeRequestPlaintext,
  judgeResponse,
  judgeResponsePlaintext,
} from './judge.ts';
import { isJose, parseContentType } from './media-type.ts';
import { type Headers, header } from './message.ts';
import {
  encodeBody,
  finishMock,
  type MockEnvelopes,
  type MockReplies,
  type MockReply,
  type MockRequest,
  mockConfig,
  type OpenedRequest,
} from './mock.ts';
import { calledBack, mockedOperation, withCallbacks, withoutCallbacks } from './mocked-operation.ts';
import { findResponse, narrowRequest } from './narrow.ts';
import { type Passage, receiveAnswer } from './passage.ts';
import type { Fault } from './violation.ts';

/** What the mock form may be given. */
export interface MockOptions {
  /** Keys for sealed bodies. Without them a sealed answer is the example in the description, which nobody can open. */
  readonly envelopes?: MockEnvelopes;
  /** Prepared answers, or a program that makes them up. */
  readonly script?: MockReplies;
}

type MockConfig = ReturnType<typeof mockConfig>;
/** `callBack`: whether the answer is the one that is given, so that the documented callbacks belong to it. */
type Choose = (resource: IHttpOperation, mock: MockConfig, callBack?: boolean) => Promise<IHttpResponse | undefined>;

const QUIET = { upstreamProxy: undefined, isProxy: false as const, validateResponse: false, errors: false };
const UNOPENABLE: Fault = { location: 'body', code: 'envelope-unopenable', message: 'The envelope cannot be opened.' };
const UNSEALABLE: Fault = {
  location: 'body',
  code: 'no-answer-key',
  message: 'There is no key to seal the answer with: upload one, or seal the request.',
};
const UNACCEPTABLE: Fault = {
  location: 'header.accept',
  code: 'not-acceptable',
  message: 'No documented answer has a media type that the request accepts.',
};

/**
 * Answers a request from the description: a request that fits gets the scripted, preferred or first successful answer,
 * one that does not gets the documented error that Prism picks for it.
 */
export async function answerFromSpec(
  scope: JudgeScope,
  instance: PrismHttpInstance,
  passage: Passage,
  options: MockOptions,
): Promise<void> {
  const choose: Choose = async (resource, mock, callBack = false) => {
    const config = { ...QUIET, checkSecurity: false, validateRequest: false, mock };
    const operation = mockedOperation(callBack ? withCallbacks(resource) : resource, mock.mediaTypes ?? []);
    // Prism writes into the request that it is given.
    const input = calledBack(passage.input, passage.raw.headers);
    const result = await instance.request(input, [operation], config)();
    return result._tag === 'Right' ? result.right.output : undefined;
  };
  // The first pass only routes and judges.
  await instance.request(passage.input, scope.contract.prism.map(withoutCallbacks), {
    ...QUIET,
    checkSecurity: true,
    validateRequest: true,
    mock: { dynamic: false },
  })();
  const { resource } = passage;
  const operation = resource && scope.contract.byId.get(scope.contract.idOf(resource));
  if (!resource || !operation) return;
  const opened = await openSealed(scope, passage, operation, resource, options.envelopes);
  const output =
    passage.requestFaults.length === 0
      ? await answerFitting(scope, passage, { resource, operation, opened, choose, options })
      : await refuse(passage, operation, resource, choose);
  if (!output) return;
  judgeMocked(scope, passage, resource, finishMock(output, passage.input, undefined));
}

/** The statuses that suit a fault, the most telling first; the first documented one is taken. */
const REFUSALS: Readonly<Record<string, readonly number[]>> = {
  security: [401, 403],
  'undocumented-media-type': [415],
  'not-acceptable': [406],
};

async function refuse(
  passage: Passage,
  operation: Operation,
  resource: IHttpOperation,
  choose: Choose,
): Promise<IHttpResponse | undefined> {
  const wanted = [...passage.requestFaults.flatMap(({ code }) => REFUSALS[code] ?? []), 400, 422];
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
  readonly opened: OpenedRequest | undefined;
  readonly choose: Choose;
  readonly options: MockOptions;
}

async function answerFitting(
  scope: JudgeScope,
  passage: Passage,
  fitting: Fitting,
): Promise<IHttpResponse | undefined> {
  const { resource, operation, opened, choose, options } = fitting;
  const reply = await options.script?.take(operation.id, requestOf(passage, opened));
  const config = mockConfig(passage.raw, reply, isJose(typeOf(passage.raw.headers)));
  const chosen = await choose(resource, config, true);
  if (!chosen) {
    passage.requestFaults.push(UNACCEPTABLE);
    return refuse(passage, operation, resource, choose);
  }
  const output = finishMock(chosen, passage.input, reply);
  const mark = markOf(resource, operation, output);
  const named = namingMethod(output, mark);
  const plain = await prepare(passage, operation, opened, named, reply, options.envelopes);
  if (!options.envelopes || !mark) return plain;
  const twin = scope.contract.plaintext.get(operation.id);
  const example = twin && plain === named && !(reply && 'body' in reply) ? await choose(twin, config) : plain;
  const value = example?.body ?? {};
  const mediaType = output.headers?.['content-type'] ?? '';
  passage.responseFaults.push(...judgeResponsePlaintext(scope, operation.id, output.statusCode, mediaType, value));
  try {
    return { ...plain, body: await options.envelopes.seal(value, mark, opened) };
  } catch {
    passage.requestFaults.push(UNSEALABLE);
    return refuse(passage, operation, resource, choose);
  }
}

/** The header that names the method shows one example for all operations; this one says what this body is. */
function namingMethod(output: IHttpResponse, mark: JoseMark | undefined): IHttpResponse {
  const isMethod = (name: string): boolean => /jose-method$/i.test(name);
  const headers = Object.entries(output.headers ?? {})
    .filter(([name]) => mark || !isMethod(name))
    .map(([name, value]) => [name, mark && isMethod(name) ? mark.method : value]);
  return { ...output, headers: Object.fromEntries(headers) as NonNullable<IHttpResponse['headers']> };
}

/** Lets the envelopes' owner see the request and put its own body in place of the example. */
async function prepare(
  passage: Passage,
  operation: Operation,
  opened: OpenedRequest | undefined,
  output: IHttpResponse,
  reply: MockReply | undefined,
  envelopes: MockEnvelopes | undefined,
): Promise<IHttpResponse> {
  if (output.statusCode >= 300) return output;
  const request = requestOf(passage, opened);
  await envelopes?.observe?.[operation.id]?.(request.body);
  const answer = envelopes?.answers?.[operation.id];
  if (!answer || (reply && 'body' in reply)) return output;
  return { ...output, body: await answer(request) };
}

function requestOf({ input, raw }: Passage, opened: OpenedRequest | undefined): MockRequest {
  const { path, query = {} } = input.url;
  return { path, query, body: opened ? opened.payload : input.body, raw };
}

const typeOf = (headers: Headers): string => parseContentType(header(headers, 'content-type'))?.essence ?? '';

function markOf(resource: IHttpOperation, operation: Operation, output: IHttpResponse): JoseMark | undefined {
  const status = findResponse(resource.responses, output.statusCode)?.code ?? '';
  return joseMark(contentsOf(operation, status), output.headers?.['content-type']);
}

async function openSealed(
  scope: JudgeScope,
  passage: Passage,
  operation: Operation,
  resource: IHttpOperation,
  envelopes: MockEnvelopes | undefined,
): Promise<OpenedRequest | undefined> {
  const { body } = passage.input;
  const sent = header(passage.raw.headers, 'content-type') ?? '';
  const mark = joseMark(operation.body?.contents ?? [], narrowRequest(resource, sent, true).mediaType);
  if (!envelopes || !mark || typeof body !== 'string' || passage.requestFaults.length > 0) return undefined;
  try {
    const opened = await envelopes.open(body, mark);
    passage.requestFaults.push(...judgeRequestPlaintext(scope, operation.id, sent, opened.payload));
    return opened;
  } catch {
    passage.requestFaults.push(UNOPENABLE);
    return undefined;
  }
}

/** A mocked answer is judged like any other: an example that breaks its own schema is worth knowing of. */
function judgeMocked(scope: JudgeScope, passage: Passage, resource: IHttpOperation, output: IHttpResponse): void {
  const response = {
    status: output.statusCode,
    headers: Object.entries(output.headers ?? {}),
    body: encodeBody(output.body, parseContentType(output.headers?.['content-type'])?.essence),
  };
  const element = receiveAnswer(passage, response);
  // An example envelope is the same each time; that is no reuse by anybody.
  const lenient: JudgeScope = { ...scope, ivs: { note: () => [] } };
  const { raw, answerFault } = passage;
  passage.responseFaults.push(...judgeResponse(lenient, resource, element, response, answerFault, raw.method));
}
