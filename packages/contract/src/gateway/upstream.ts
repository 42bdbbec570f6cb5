import http from 'node:http';
import https from 'node:https';
import { Readable } from 'node:stream';
import { parseContentType } from '@sca-kit/openapi';
import { isStream } from './media-type.ts';
import { HOP_BY_HOP, type RawRequest, type RawResponse } from './message.ts';

/** Why there is no complete response. */
export type FailureKind = 'refused' | 'time-out' | 'reset' | 'endless-body' | 'malformed' | 'unsendable';

/** An exchange without a complete response. */
export interface UpstreamFailure {
  readonly kind: FailureKind;
  readonly message: string;
}

export type UpstreamResult = { readonly response: RawResponse } | { readonly failure: UpstreamFailure };

/** The target, and the limits of a response. */
export interface UpstreamOptions {
  /** Scheme, host and, where there is one, a path prefix. */
  readonly baseUrl: string;
  /** Milliseconds for the whole response, from the first byte sent to the last received. Default 10 000. */
  readonly timeoutMs?: number;
  /** Largest response body, in bytes. Default 8 MiB. */
  readonly maxBytes?: number;
}

/** Sends requests to one target and keeps connections open between them. */
export interface Upstream {
  /** The path of the base URL, without a slash at its end. */
  readonly prefix: string;
  send(request: RawRequest, timeoutMs?: number): Promise<UpstreamResult>;
  close(): void;
}

const MESSAGES: Readonly<Record<FailureKind, string>> = {
  refused: 'Cannot connect to the target.',
  'time-out': 'The target did not send a complete response within the time limit.',
  reset: 'The target closed the connection before the response was complete.',
  'endless-body': 'The response body is larger than the limit.',
  malformed: 'The target sent an invalid HTTP response.',
  unsendable: 'The request cannot be sent over HTTP.',
};

const failed = (kind: FailureKind): UpstreamResult => ({ failure: { kind, message: MESSAGES[kind] } });

/**
 * Creates a connection pool for a target. A target that hangs, disconnects or never stops sending results in a failure.
 *
 * @throws TypeError when the base URL is not an http or https URL.
 */
export function createUpstream(options: UpstreamOptions): Upstream {
  const base = new URL(options.baseUrl);
  if (base.protocol !== 'http:' && base.protocol !== 'https:') {
    throw new TypeError(`The target must be an http or https URL, not ${base.protocol}.`);
  }
  const prefix = base.pathname.replace(/\/+$/, '');
  const transport = base.protocol === 'https:' ? https : http;
  const agent = new transport.Agent({ keepAlive: true, maxSockets: 64 });
  const maxBytes = options.maxBytes ?? 8 * 1024 * 1024;

  const attempt = (request: RawRequest, timeoutMs: number, mayRetry: boolean): Promise<UpstreamResult> =>
    new Promise((resolve) => {
      let settled = false;
      const settle = (result: UpstreamResult): void => {
        if (settled) return;
        settled = true;
        clearTimeout(timer);
        resolve(result);
        if ('failure' in result) outgoing?.destroy();
      };
      const timer = setTimeout(() => settle(failed('time-out')), timeoutMs);
      let outgoing: http.ClientRequest | undefined;
      try {
        outgoing = transport.request(base, {
          // The other kept connections are as old as the one that failed.
          agent: mayRetry ? agent : false,
          method: request.method,
          path: prefix + request.target,
          headers: outgoingHeaders(request),
          setDefaultHeaders: true,
        });
      } catch {
        return settle(failed('unsendable'));
      }
      const sent = outgoing;
      sent.on('error', (error: NodeJS.ErrnoException) => {
        // A kept connection may have been closed by the other side just before it was used again.
        if (mayRetry && !settled && sent.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE')) {
          settled = true;
          clearTimeout(timer);
          resolve(attempt(request, timeoutMs, false));
        } else settle(failed(kindOf(error)));
      });
      sent.on('response', (incoming) => receive(incoming, maxBytes, settle));
      sent.end(request.body.byteLength > 0 ? request.body : undefined);
    });

  return {
    prefix,
    send: (request, timeoutMs) => attempt(request, timeoutMs ?? options.timeoutMs ?? 10_000, true),
    close: () => agent.destroy(),
  };
}

function outgoingHeaders(request: RawRequest): http.OutgoingHttpHeaders {
  const headers: Record<string, string[]> = {};
  for (const [name, value] of request.headers) {
    if (HOP_BY_HOP.has(name) || name === 'host' || name === 'content-length') continue;
    const list = headers[name];
    if (list) list.push(value);
    else headers[name] = [value];
  }
  const carriesBody =
    request.body.byteLength > 0 || !['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE'].includes(request.method);
  return carriesBody ? { ...headers, 'content-length': String(request.body.byteLength) } : headers;
}

function kindOf(error: NodeJS.ErrnoException): FailureKind {
  const code = error.code ?? '';
  if (code.startsWith('HPE_')) return 'malformed';
  if (['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code)) return 'refused';
  return code.startsWith('ERR_TLS') || code.includes('CERT') ? 'refused' : 'reset';
}

function receive(incoming: http.IncomingMessage, maxBytes: number, settle: (result: UpstreamResult) => void): void {
  const headers: [string, string][] = [];
  for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
    headers.push([(incoming.rawHeaders[at] ?? '').toLowerCase(), incoming.rawHeaders[at + 1] ?? '']);
  }
  const status = incoming.statusCode ?? 0;
  const type = parseContentType(incoming.headers['content-type']);
  if (type && isStream(type.essence) && status < 300) {
    const stream = Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
    settle({ response: { status, headers, body: new Uint8Array(), stream } });
    return;
  }
  // Nothing can follow a 204; what does would only be taken for a broken response to the next request.
  if (status === 204) {
    incoming.on('error', () => {}).resume();
    settle({ response: { status, headers, body: new Uint8Array() } });
    return;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  incoming.on('data', (chunk: Buffer) => {
    size += chunk.byteLength;
    if (size > maxBytes) settle(failed('endless-body'));
    else chunks.push(chunk);
  });
  incoming.on('error', () => settle(failed('reset')));
  incoming.on('close', () => settle(failed('reset')));
  incoming.on('end', () => {
    settle(incoming.complete ? { response: { status, headers, body: Buffer.concat(chunks) } } : failed('reset'));
  });
}
