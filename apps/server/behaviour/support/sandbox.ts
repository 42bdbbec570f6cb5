import type { components } from '@sca-kit/api';
import { afterAll, beforeAll } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { createServer, type Server } from '../../src/create-server.ts';
import { observe, observeEvents, operationFor } from './observed.ts';
import { SandboxUser } from './sandbox-user.ts';

export type UserRequest = components['schemas']['SandboxUserRequest'];

/** A request as a test writes it. */
export interface Call {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is text already. */
  readonly body?: unknown;
}

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON; the text where the answer is none; undefined without a body. */
  readonly body: Body;
}

/** What most answers are to a test. */
export type Json = Readonly<Record<string, unknown>>;

/** A server of its own for one test file, called in-process. */
export class Sandbox {
  #server: Server | undefined;
  readonly #environment: Readonly<Record<string, string>>;

  constructor(environment: Readonly<Record<string, string>>) {
    this.#environment = environment;
  }

  async open(): Promise<void> {
    const defaults = { SCA_DATA: ':memory:', SCA_PORT: '0', SCA_LOG_LEVEL: 'silent' };
    this.#server = await createServer(readConfig({ ...defaults, ...this.#environment }));
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }

  get server(): Server {
    if (!this.#server) throw new Error('The sandbox is not open yet.');
    return this.#server;
  }

  /** Sends a request and notes what the operation answered. */
  async call<Body = Json>(method: string, path: string, call: Call = {}): Promise<Answer<Body>> {
    const response = await this.raw(method, path, call);
    const text = await response.text();
    const body = response.headers.get('content-type')?.startsWith('application/json')
      ? JSON.parse(text)
      : text === ''
        ? undefined
        : text;
    observe(operationFor(method, path), response.status, body);
    return { status: response.status, headers: response.headers, body: body as Body };
  }

  /** The same without reading the answer. */
  async raw(method: string, path: string, { headers = {}, body }: Call = {}, signal?: AbortSignal): Promise<Response> {
    const isText = typeof body === 'string';
    return this.server.app.request(path, {
      method,
      headers: { ...(body === undefined || isText ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  }

  /** A fresh user, in a client of its own unless `clientId` names one. */
  async user(request: UserRequest = {}): Promise<SandboxUser> {
    const answer = await this.call<components['schemas']['SandboxUser']>('POST', '/sandbox/users', { body: request });
    if (answer.status !== 201) throw new Error(`POST /sandbox/users answered ${answer.status}.`);
    return new SandboxUser(this, answer.body);
  }

  /** A user with the PIN `1234` and the device `laptop`: two categories. */
  enrolledUser(request: UserRequest = {}): Promise<SandboxUser> {
    return this.user({ pin: PIN, deviceFingerprint: DEVICE, ...request });
  }

  /** A user with a phone number, to which the factors of the additional family send codes. */
  userWithPhone(request: UserRequest = {}): Promise<SandboxUser> {
    return this.user({ phoneNumber: phoneNumber(), ...request });
  }

  /** A user whose phone is an active factor of the additional family. */
  async userWithFactor(request: UserRequest = {}): Promise<SandboxUser> {
    const user = await this.userWithPhone(request);
    await user.factor('POST', '/authentication_factors/otp/SMS');
    const body = { verificationCode: FACTOR_CODE };
    const { status } = await user.factor('POST', '/authentication_factors/otp/SMS/verify', { body });
    if (status !== 204) throw new Error(`The enrolment answered ${status}.`);
    await user.wait(20);
    return user;
  }
}

export const PIN = '1234';
export const DEVICE = 'laptop';
export const FACE = 'ZmFjZS1tYXAtZXhhbXBsZQ==';
/** What the sandbox sends to every phone. */
export const CODE = '111111';
export const FACTOR_CODE = '123456';

/** A Singapore landline; a Cuban mobile. */
export const LANDLINE = '+6563333333';
export const UNREACHED = '+5351234567';

let numbers = 0;
/** A valid mobile number that no other test has: all of Singapore's that begin with 90 to 97 are valid. */
export function phoneNumber(): string {
  numbers += 1;
  return `+65${90_000_000 + numbers}`;
}

/** Opens a sandbox before the tests of a file; after them, notes which events were written and closes it. */
export function openSandbox(environment: Readonly<Record<string, string>> = {}): Sandbox {
  const sandbox = new Sandbox(environment);
  beforeAll(() => sandbox.open());
  afterAll(async () => {
    await observeEvents(sandbox.server.services.stores.auditTrail);
    await sandbox.close();
  });
  return sandbox;
}
