import { isJose, isJson, type JoseExtension, parseContentType } from '@sca-kit/openapi';
import type { IHttpConfig, IHttpRequest, IHttpResponse } from '@stoplight/prism-http';
import { isJsonLines, RECORD_SEPARATOR } from './media-type.ts';
import { type Headers, header, type RawRequest } from './message.ts';

/** A request that the mock decrypted. */
export interface DecryptedRequest {
  /** The plaintext. */
  readonly payload: unknown;
  /** The content encryption key for a direct response; absent for a signed request. */
  readonly contentKey?: CryptoKey;
}

/** Decrypts requests and encrypts responses of the mock; see `createMockEnvelopes`. */
export interface MockEnvelopes {
  /** Decrypts a request body. Rejects when it is invalid. */
  decrypt(compact: string, jose: JoseExtension): Promise<DecryptedRequest>;
  /** Encrypts the value of a response. Rejects when there is no key for it. */
  encrypt(value: unknown, jose: JoseExtension, decrypted: DecryptedRequest | undefined): Promise<string>;
  /** Bodies that replace the examples of some operations, for example the public key; by operation id. */
  readonly responses?: Readonly<Record<string, (request: MockRequest) => unknown>>;
  /** Called with the body of each valid request, so that uploaded keys can be stored; by operation id. */
  readonly observe?: Readonly<Record<string, (body: unknown) => void | Promise<void>>>;
}

/** The part of a request that a prepared response can depend on. */
export interface MockRequest {
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[]>>;
  /** The plaintext when the mock could decrypt it. */
  readonly body: unknown;
  /** As it was sent. */
  readonly raw: RawRequest;
}

/** One prepared response of the mock, used once. Members that are left out come from the document. */
export interface MockReply {
  readonly status?: number;
  /** The name of an example of that response. */
  readonly example?: string;
  /** Replaces the body; for an encrypted response, the plaintext. */
  readonly body?: unknown;
  /** Replace example headers; undefined removes a header. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** Chooses the response to each valid request; undefined selects one of the document. */
export interface MockReplies {
  take(operationId: string, request: MockRequest): MockReply | undefined | Promise<MockReply | undefined>;
}

/** Prepared responses, in the order given, per operation. */
export interface MockScript extends MockReplies {
  /** Adds replies to the queue of an operation. */
  next(operationId: string, ...replies: readonly MockReply[]): void;
}

/**
 * Creates an empty script.
 *
 * @example
 * const script = createMockScript();
 * script.next('getBox', { status: 404 }, { example: 'full' });
 * createMockGateway({ contract, mock: { script } });
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
 * Selects the response: the script's reply first, then the request's `Prefer` header (`code=404`,
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

/** RFC 7240, section 2: names in any case, values as tokens or quoted strings, which may hold commas. */
function preferences(value: string | undefined): Map<string, string> {
  const pairs = (value ?? '').matchAll(/([^\s,;="]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,;"]*))/g);
  return new Map(
    [...pairs].map(([, name = '', quoted, token = '']) => [
      name.toLowerCase(),
      quoted?.replaceAll(/\\(.)/g, '$1') ?? token,
    ]),
  );
}

function acceptable(headers: Headers, encrypted: boolean, anyStatus: boolean): string[] {
  const accept = header(headers, 'accept')
    ?.split(',')
    .map((part) => part.trim());
  const request = parseContentType(header(headers, 'content-type'))?.essence;
  const list = accept ?? [];
  // The response has the form of the request, encrypted or plain, unless Accept names another one.
  const wide = list.length === 0 || list.every((each) => each.startsWith('*/*'));
  const same = encrypted && request && isJose(request) ? request : 'application/json';
  const first = wide ? [same] : [];
  // Errors are plain JSON, whatever Accept says.
  const last = anyStatus || first.length > 0 ? ['application/json;q=0.5', '*/*;q=0.1'] : [];
  return [...first, ...list, ...last];
}

/** Applies a reply to a mocked response, and returns the correlation id of the request as a server does. */
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
  if (isNoBody(body, headers['content-type'])) delete headers['content-type'];
  return { statusCode: output.statusCode, headers, body };
}

/** Encodes a mocked body. An example that is written as JSON text already stays as it is. */
export function encodeBody(body: unknown, contentType: string | undefined): Uint8Array {
  if (isNoBody(body, contentType)) return new Uint8Array();
  const essence = parseContentType(contentType)?.essence ?? '';
  if (isJsonLines(essence) && typeof body !== 'string') {
    return new TextEncoder().encode(
      [body]
        .flat()
        .map((line) => `${essence.endsWith('json-seq') ? RECORD_SEPARATOR : ''}${JSON.stringify(line)}\n`)
        .join(''),
    );
  }
  const isWritten = typeof body === 'string' && (!isJsonType(contentType) || /^\s*[{[]/.test(body));
  return new TextEncoder().encode(isWritten ? body : JSON.stringify(body));
}

const isJsonType = (contentType: string | undefined): boolean => isJson(parseContentType(contentType)?.essence ?? '');

/** Whether there is no body; null and the empty text are JSON texts. */
const isNoBody = (body: unknown, contentType: string | undefined): boolean =>
  body === undefined || ((body === null || body === '') && !isJsonType(contentType));
