import { randomUUID } from 'node:crypto';
import type { components } from '@sca-kit/api';
import type { AuditEntry } from '@sca-kit/store';
import type { ApiResponse, Call, Json, SandboxServer } from './sandbox-server.ts';

type UserDetails = components['schemas']['SandboxUser'];
type TokenStatus = components['schemas']['OneTimeTokenStatus'];

const STATEMENT_QUERY = 'currency=EUR&intervalStart=2026-01-01T00:00:00Z&intervalEnd=2026-12-31T00:00:00Z&type=COMPACT';

/** A sandbox user with its tokens, and the calls that most tests make on its behalf. */
export class SandboxUser {
  readonly sandbox: SandboxServer;
  readonly details: UserDetails;
  #authToken: string;

  constructor(sandbox: SandboxServer, details: UserDetails) {
    this.sandbox = sandbox;
    this.details = details;
    this.#authToken = details.authToken;
  }

  get profileId(): number {
    return this.details.profiles[0]?.id ?? 0;
  }

  /** The profile that is not the default profile. */
  get otherProfileId(): number {
    return this.details.profiles[1]?.id ?? 0;
  }

  /** Sends a request with the user token. */
  call<Body = Json>(method: string, path: string, call: Call = {}): Promise<ApiResponse<Body>> {
    return this.#with<Body>({ authorization: `Bearer ${this.details.accessToken}` }, method, path, call);
  }

  /** Sends a request with the application token of the user's client. */
  callAsApplication<Body = Json>(method: string, path: string, call: Call = {}): Promise<ApiResponse<Body>> {
    return this.#with<Body>({ authorization: `Bearer ${this.details.applicationToken}` }, method, path, call);
  }

  /** Sends a request with the API key and the auth token, which the Additional Factors family needs. */
  callWithAuthToken<Body = Json>(method: string, path: string, call: Call = {}): Promise<ApiResponse<Body>> {
    return this.#with<Body>(this.factorHeaders, method, path, call);
  }

  get factorHeaders(): Readonly<Record<string, string>> {
    return { 'api-key': this.details.apiKey ?? '', authorization: `Bearer ${this.#authToken}` };
  }

  #with<Body>(credentials: Readonly<Record<string, string>>, method: string, path: string, call: Call) {
    return this.sandbox.call<Body>(method, path, { ...call, headers: { ...credentials, ...call.headers } });
  }

  /** Returns a path below `/v2/profiles/{profileId}/`. */
  v2Path(rest: string, profileId: number = this.profileId): string {
    return `/v2/profiles/${profileId}/${rest}`;
  }

  /** Reads the balance statement, the low-risk resource. */
  getStatement(approval?: string, query: string = STATEMENT_QUERY): Promise<ApiResponse<Json>> {
    const path = `/v1/profiles/${this.profileId}/balance-statements/${this.details.balanceId}/statement.json?${query}`;
    return this.call('GET', path, approval === undefined ? {} : { headers: { 'x-2fa-approval': approval } });
  }

  /** Pays the transfer, the high-risk action. */
  pay(approval?: string, body: unknown = { type: 'BALANCE' }): Promise<ApiResponse<Json>> {
    return this.call('POST', `/v3/profiles/${this.profileId}/transfers/${this.details.transferId}/payments`, {
      body,
      ...(approval === undefined ? {} : { headers: { 'x-2fa-approval': approval } }),
    });
  }

  /** Creates a low-risk one-time token. */
  async createToken(): Promise<string> {
    const response = await this.call<TokenStatus>('POST', this.v2Path('sca-sessions/authorise'));
    if (response.status !== 200) throw new Error(`sca-sessions/authorise returned ${response.status}.`);
    return response.body.oneTimeTokenProperties.oneTimeToken;
  }

  /** Creates a high-risk one-time token for the payment. */
  async createPaymentToken(body?: unknown): Promise<string> {
    const token = (await this.pay(undefined, body)).headers.get('x-2fa-approval');
    if (!token) throw new Error('The payment returned no one-time token.');
    return token;
  }

  tokenStatus(token: string): Promise<ApiResponse<TokenStatus>> {
    return this.call<TokenStatus>('GET', '/v1/one-time-token/status', { headers: { 'One-Time-Token': token } });
  }

  /** Verifies a factor by v2. `kind` is `pin`, `device-fingerprints` or `facemaps`. */
  verify(kind: string, token: string, body: unknown, profileId?: number): Promise<ApiResponse<Json>> {
    return this.call('POST', this.v2Path(`${kind}/verify`, profileId), { headers: { 'One-Time-Token': token }, body });
  }

  verifyPin(token: string, pin: string): Promise<ApiResponse<Json>> {
    return this.verify('pin', token, { pin });
  }

  verifyDevice(token: string, deviceFingerprint: string): Promise<ApiResponse<Json>> {
    return this.verify('device-fingerprints', token, { deviceFingerprint });
  }

  /** Sends a request below `/v1/one-time-token/`, for example `sms/trigger` or `pin/verify`. */
  callV1(rest: string, token: string, body?: unknown): Promise<ApiResponse<Json>> {
    const call = { headers: { 'One-Time-Token': token }, ...(body === undefined ? {} : { body }) };
    return this.call('POST', `/v1/one-time-token/${rest}`, call);
  }

  /** Verifies the PIN and the device of `createEnrolledUser`. */
  async clearToken(token: string): Promise<void> {
    const responses = [await this.verifyPin(token, '1234'), await this.verifyDevice(token, 'laptop')];
    if (responses.some(({ status }) => status !== 200)) throw new Error('The one-time token was not cleared.');
  }

  /** Advances the clock of the client. */
  async advanceClock(seconds: number): Promise<void> {
    const { status } = await this.callAsApplication('POST', '/sandbox/clock', { body: { seconds } });
    if (status !== 200) throw new Error(`POST /sandbox/clock returned ${status}.`);
  }

  /** Simulates a response to the user's next verification of a kind. */
  async simulate(kind: string, outcome: string): Promise<void> {
    const body = { outcome, userId: this.details.userId, kind };
    const { status } = await this.callAsApplication('POST', '/sandbox/outcomes', { body });
    if (status !== 204) throw new Error(`POST /sandbox/outcomes returned ${status}.`);
  }

  /** Simulates a response to one request. Returns the header that the request needs. */
  async simulateNext(outcome: string): Promise<Readonly<Record<string, string>>> {
    const correlationId = randomUUID();
    const { status } = await this.callAsApplication('POST', '/sandbox/outcomes', { body: { outcome, correlationId } });
    if (status !== 204) throw new Error(`POST /sandbox/outcomes returned ${status}.`);
    return { 'X-External-Correlation-Id': correlationId };
  }

  /** Lists the messages sent to this user, newest first. */
  async inbox(): Promise<readonly components['schemas']['InboxMessage'][]> {
    const path = `/sandbox/inbox?userId=${this.details.userId}`;
    return (await this.callAsApplication<components['schemas']['InboxMessages']>('GET', path)).body.messages;
  }

  /** Returns the id of the newest push sent to this user. */
  async pushId(): Promise<string> {
    const pushes = (await this.inbox()).filter(({ channel }) => channel === 'AUTHY' || channel === 'BIOMETRIC');
    return pushes[0]?.id ?? '';
  }

  /** Logs in by password. Returns the new auth token. */
  async login(): Promise<string> {
    const { email, password, apiKey } = this.details;
    const body = { email, password: { value: password } };
    const headers = { 'api-key': apiKey ?? '' };
    const response = await this.sandbox.call<{ token: string }>('POST', '/login_with_password', { headers, body });
    return response.body.token;
  }

  /** Replaces the auth token by a new one, because an unused auth token expires. */
  async renewAuthToken(): Promise<void> {
    this.#authToken = await this.login();
  }

  /** Lists the audit log of the client. */
  async auditLog(): Promise<readonly AuditEntry[]> {
    return this.sandbox.server.services.stores.auditLog.list(this.details.clientId, '0', 10_000);
  }
}

/** Returns the error codes of a response of the v1 or v2 families. */
export function errorCodes({ body }: ApiResponse<unknown>): readonly unknown[] {
  return (body as { errors: { code: unknown }[] }).errors.map(({ code }) => code);
}

/** Returns the status and `errorCode` of a response of the Additional Factors family. */
export function statusAndErrorCode({ status, body }: ApiResponse<unknown>): readonly unknown[] {
  return [status, (body as { errorCode?: string } | undefined)?.errorCode];
}
