import { inject } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { createServer, type Server } from '../../src/create-server.ts';
import { FAST } from '../../test/server-options.ts';
import { observe, operationFor } from './observations.ts';

/** The headers and body of a request. */
export interface Call {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is a string. */
  readonly body?: unknown;
}

export interface ApiResponse<Body> {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON, the text of another media type, or undefined without a body. */
  readonly body: Body;
}

/** A JSON object whose shape the test does not declare. */
export type Json = Readonly<Record<string, unknown>>;

/** A server in the sandbox mode, called in process. */
export class SandboxServer {
  #server: Server | undefined;
  readonly #environment: Readonly<Record<string, string>>;

  constructor(environment: Readonly<Record<string, string>>) {
    this.#environment = environment;
  }

  async start(): Promise<void> {
    const defaults = { SCA_DATA: inject('keysFolder'), SCA_DATABASE: ':memory:', SCA_LOG_LEVEL: 'silent' };
    this.#server = await createServer(readConfig({ ...defaults, ...this.#environment }), FAST);
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }

  get server(): Server {
    if (!this.#server) throw new Error('The sandbox has not been started.');
    return this.#server;
  }

  /** Sends a request and records the status and error codes of the response for `coverage.test.ts`. */
  async call<Body = Json>(method: string, path: string, call: Call = {}): Promise<ApiResponse<Body>> {
    const response = await this.fetch(method, path, call);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    const body = isJson ? JSON.parse(text) : text || undefined;
    observe(operationFor(method, path), response.status, body);
    return { status: response.status, headers: response.headers, body };
  }

  /** Sends a request. Reads nothing of the response and records nothing. */
  async fetch(
    method: string,
    path: string,
    { headers = {}, body }: Call = {},
    signal?: AbortSignal,
  ): Promise<Response> {
    const isText = typeof body === 'string';
    return this.server.app.request(path, {
      method,
      headers: { ...(body === undefined || isText ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  }
}
