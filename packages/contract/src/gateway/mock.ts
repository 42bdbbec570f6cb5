import { isJose, isJson, type JoseExtension, parseContentType } from '@sca-kit/openapi';
import type { IHttpConfig, IHttpRequest, IHttpResponse } from '@stoplight/prism-http';
import { type Headers, header, type RawRequest } from './message.ts';

/** An encrypted request that the mock decrypted. */
export interface DecryptedRequest {
  /** What was inside. */
  readonly payload: unknown;
  /** The key to seal a direct response with; absent where the envelope has none. */
  readonly contentKey?: CryptoKey;
}

/** Gives the mock keys, so that encrypted bodies can be decrypted, validated and answered; see `createMockEnvelopes`. */
export interface MockEnvelopes {
  /** Opens an encrypted request body. Rejects on any fault. */
  open(compact: string, mark: JoseExtension): Promise<DecryptedRequest>;
  /** Seals the value of a response as the mark says. Rejects when there is no key for that. */
  seal(value: unknown, mark: JoseExtension, decrypted: DecryptedRequest | undefined): Promise<string>;
  /** Bodies that stand in for the examples of some operations, such as the public key; by operation id. */
  readonly responses?: Readonly<Record<string, (request: MockRequest) => unknown>>;
  /** Told the body of each request that fits the contract, so that uploaded keys can be kept; by operation id. */
  readonly observe?: Readonly<Record<string, (body: unknown) => void | Promise<void>>>;
}

/** The part of a request that a prepared response may depend on. */
export interface MockRequest {
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[]>>;
  /** In clear, where the mock can open it. */
  readonly body: unknown;
  /** As it came over the wire. */
  readonly raw: RawRequest;
}

/** One prepared response of the mock, used once. What is left out comes from the document. */
export interface MockReply {
  readonly status?: number;
  /** The name of an example of that response. */
  readonly example?: string;
  /** Replaces the body; for an encrypted response, the plaintext. */
  readonly body?: unknown;
  /** Set over the example headers; an undefined value takes a header away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** Asked by the mock for the response to each request that fits; undefined leaves it to the document. */
export interface MockReplies {
  take(operationId: string, request: MockRequest): MockReply | undefined | Promise<MockReply | undefined>;
}

/** Prepared responses, in the order given, per operation. */
export interface MockScript extends MockReplies {
  /** Prepares the next response of an operation; several wait in line. */
  next(operationId: string, ...replies: readonly MockReply[]): void;
}

/**
 * Makes an empty script.
 * @example
 * const script = createMockScript();
 * script.next('verifyPin', { status: 429 }, { status: 200 });
 * const mock = createMockGateway({ contract, mock: { script } });
 */
export function createMockScript(): MockScript {
  const waiting = new Map<string, MockReply[]>();
  return {
    next(operationId, ...replies) {
      waiting.set(operationId, [...(waiting.get(operationId) ?? []), ...replies]);
    },
    take: (operationId) => waiting.get(operationId)?.shift(),
  };
}

type MockConfig = IHttpConfig['mock'];

/**
 * What Prism should respond with: the script's reply first, then the request's `Prefer` header (`code=404`,
 * `example=name`, `dynamic=true`, as the stock command reads it), then the first success.
 */
export function mockConfig(raw: RawRequest, reply: MockReply | undefined, encrypted: boolean): MockConfig {
  const prefer = preferences(header(raw.headers, 'prefer'));
  const code = reply?.status ?? (prefer.has('code') ? Number(prefer.get('code')) : undefined);
  const example = reply?.example ?? prefer.get('example');
  const mediaTypes = acceptable(raw.headers, encrypted, code !== undefined);
  return {
    dynamic: prefer.get('dynamic') === 'true',
    ...(code === undefined || !Number.isInteger(code) ? {} : { code }),
    ...(example === undefined ? {} : { exampleKey: example }),
    mediaTypes,
  };
}

function preferences(value: string | undefined): Map<string, string> {
  const pairs = (value ?? '').split(/[,;]/).map((part) => part.trim().split('=', 2));
  return new Map(pairs.map(([name = '', text = '']) => [name, text.replaceAll('"', '')]));
}

function acceptable(headers: Headers, encrypted: boolean, anyStatus: boolean): string[] {
  const accept = header(headers, 'accept')
    ?.split(',')
    .map((part) => part.trim());
  const request = parseContentType(header(headers, 'content-type'))?.essence;
  const list = accept ?? [];
  // An encrypted request is answered encrypted and one in clear in clear, unless the caller asks for something else by name.
  const wide = list.length === 0 || list.every((each) => each.startsWith('*/*'));
  const same = encrypted && request && isJose(request) ? request : 'application/json';
  const first = wide ? [same] : [];
  // Errors are plain JSON whatever was asked for.
  const last = anyStatus || first.length > 0 ? ['application/json;q=0.5', '*/*;q=0.1'] : [];
  return [...first, ...list, ...last];
}

/** Lays a reply over a mocked response and carries the caller's correlation id back, as the real thing would. */
export function finishMock(output: IHttpResponse, input: IHttpRequest, reply: MockReply | undefined): IHttpResponse {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(output.headers ?? {})) {
    if (value === null || value === undefined) continue;
    const key = name.toLowerCase();
    if (!/correlation/.test(key)) headers[key] = String(value);
    else if (input.headers?.[key] !== undefined) headers[key] = input.headers[key];
  }
  for (const [name, value] of Object.entries(reply?.headers ?? {})) {
    if (value === undefined) delete headers[name.toLowerCase()];
    else headers[name.toLowerCase()] = value;
  }
  const body = reply && 'body' in reply ? reply.body : output.body;
  if (body === undefined || body === '') delete headers['content-type'];
  return { statusCode: output.statusCode, headers, body };
}

/** The octets of a mocked body. An example of an object that is written as JSON already stays as it is. */
export function encodeBody(body: unknown, contentType: string | undefined): Uint8Array {
  if (body === undefined || body === null || body === '') return new Uint8Array();
  const isWritten = typeof body === 'string' && (!isJson(contentType ?? '') || /^\s*[{[]/.test(body));
  return new TextEncoder().encode(isWritten ? body : JSON.stringify(body));
}
