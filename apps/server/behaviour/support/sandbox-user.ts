import { randomUUID } from 'node:crypto';
import type { components } from '@sca-kit/api';
import type { AuditEntry } from '@sca-kit/store';
import type { Answer, Call, Json, Sandbox } from './sandbox.ts';

type Facts = components['schemas']['SandboxUser'];
type Envelope = components['schemas']['OneTimeTokenEnvelope'];

const STATEMENT_QUERY = 'currency=EUR&intervalStart=2026-01-01T00:00:00Z&intervalEnd=2026-12-31T00:00:00Z&type=COMPACT';

/** A user with its tokens, and the calls that most tests make with them. */
export class SandboxUser {
  readonly sandbox: Sandbox;
  readonly facts: Facts;
  #authToken: string;

  constructor(sandbox: Sandbox, facts: Facts) {
    this.sandbox = sandbox;
    this.facts = facts;
    this.#authToken = facts.authToken;
  }

  get profileId(): number {
    return this.facts.profiles[0]?.id ?? 0;
  }

  /** The profile that is not the default one. */
  get otherProfileId(): number {
    return this.facts.profiles[1]?.id ?? 0;
  }

  /** With the user token. */
  call<Body = Json>(method: string, path: string, call: Call = {}): Promise<Answer<Body>> {
    return this.#with<Body>({ authorization: `Bearer ${this.facts.accessToken}` }, method, path, call);
  }

  /** With the application token of the user's client. */
  application<Body = Json>(method: string, path: string, call: Call = {}): Promise<Answer<Body>> {
    return this.#with<Body>({ authorization: `Bearer ${this.facts.applicationToken}` }, method, path, call);
  }

  /** With api-key and auth token. */
  factor<Body = Json>(method: string, path: string, call: Call = {}): Promise<Answer<Body>> {
    return this.#with<Body>(this.factorHeaders, method, path, call);
  }

  get factorHeaders(): Readonly<Record<string, string>> {
    return { 'api-key': this.facts.apiKey ?? '', authorization: `Bearer ${this.#authToken}` };
  }

  #with<Body>(credentials: Readonly<Record<string, string>>, method: string, path: string, call: Call) {
    return this.sandbox.call<Body>(method, path, { ...call, headers: { ...credentials, ...call.headers } });
  }

  /** `/v2/profiles/{default profile}` and more. */
  v2(rest: string, profileId: number = this.profileId): string {
    return `/v2/profiles/${profileId}/${rest}`;
  }

  /** The low-risk resource. */
  statement(approval?: string, query: string = STATEMENT_QUERY): Promise<Answer<Json>> {
    const path = `/v1/profiles/${this.profileId}/balance-statements/${this.facts.balanceId}/statement.json?${query}`;
    return this.call('GET', path, approval === undefined ? {} : { headers: { 'x-2fa-approval': approval } });
  }

  /** The high-risk resource. */
  pay(approval?: string, body: unknown = { type: 'BALANCE' }): Promise<Answer<Json>> {
    return this.call('POST', `/v3/profiles/${this.profileId}/transfers/${this.facts.transferId}/payments`, {
      body,
      ...(approval === undefined ? {} : { headers: { 'x-2fa-approval': approval } }),
    });
  }

  /** A new low-risk one-time token. */
  async token(): Promise<string> {
    const answer = await this.call<Envelope>('POST', this.v2('sca-sessions/authorise'));
    if (answer.status !== 200) throw new Error(`sca-sessions/authorise answered ${answer.status}.`);
    return answer.body.oneTimeTokenProperties.oneTimeToken;
  }

  /** A new high-risk one-time token, for the payment. */
  async paymentToken(body?: unknown): Promise<string> {
    const token = (await this.pay(undefined, body)).headers.get('x-2fa-approval');
    if (!token) throw new Error('The payment did not ask for a one-time token.');
    return token;
  }

  status(token: string): Promise<Answer<Envelope>> {
    return this.call<Envelope>('GET', '/v1/one-time-token/status', { headers: { 'One-Time-Token': token } });
  }

  /** `pin`, `device-fingerprints` or `facemaps` of v2. */
  verify(kind: string, token: string, body: unknown, profileId?: number): Promise<Answer<Json>> {
    return this.call('POST', this.v2(`${kind}/verify`, profileId), { headers: { 'One-Time-Token': token }, body });
  }

  pin(token: string, pin: string): Promise<Answer<Json>> {
    return this.verify('pin', token, { pin });
  }

  device(token: string, deviceFingerprint: string): Promise<Answer<Json>> {
    return this.verify('device-fingerprints', token, { deviceFingerprint });
  }

  /** A verification or trigger of v1: `sms/trigger`, `pin/verify`. */
  v1(rest: string, token: string, body?: unknown): Promise<Answer<Json>> {
    const call = { headers: { 'One-Time-Token': token }, ...(body === undefined ? {} : { body }) };
    return this.call('POST', `/v1/one-time-token/${rest}`, call);
  }

  /** Gives PIN and device, as `enrolledUser` has them. */
  async clear(token: string): Promise<void> {
    const answers = [await this.pin(token, '1234'), await this.device(token, 'laptop')];
    if (answers.some(({ status }) => status !== 200)) throw new Error('The token could not be cleared.');
  }

  /** Moves the clock of the client forward. */
  async wait(seconds: number): Promise<void> {
    const { status } = await this.application('POST', '/sandbox/clock', { body: { seconds } });
    if (status !== 200) throw new Error(`POST /sandbox/clock answered ${status}.`);
  }

  /** Sets an outcome of the user's next verification of a kind. */
  async outcome(kind: string, outcome: string): Promise<void> {
    const body = { outcome, userId: this.facts.userId, kind };
    const { status } = await this.application('POST', '/sandbox/outcomes', { body });
    if (status !== 204) throw new Error(`POST /sandbox/outcomes answered ${status}.`);
  }

  /** Sets an outcome and answers the header by which the next request meets it. */
  async foresee(outcome: string): Promise<Readonly<Record<string, string>>> {
    const correlationId = randomUUID();
    const { status } = await this.application('POST', '/sandbox/outcomes', { body: { outcome, correlationId } });
    if (status !== 204) throw new Error(`POST /sandbox/outcomes answered ${status}.`);
    return { 'X-External-Correlation-Id': correlationId };
  }

  /** What was sent to this user, newest first. */
  async inbox(): Promise<readonly components['schemas']['InboxMessage'][]> {
    const path = `/sandbox/inbox?userId=${this.facts.userId}`;
    return (await this.application<components['schemas']['InboxMessages']>('GET', path)).body.messages;
  }

  /** The id of the newest push that was sent to this user. */
  async pushId(): Promise<string> {
    const pushes = (await this.inbox()).filter(({ channel }) => channel === 'AUTHY' || channel === 'BIOMETRIC');
    return pushes[0]?.reference ?? '';
  }

  /** A new auth token of the same user, by password. */
  async login(): Promise<string> {
    const { email, password, apiKey } = this.facts;
    const body = { email, password: { value: password } };
    const headers = { 'api-key': apiKey ?? '' };
    const answer = await this.sandbox.call<{ token: string }>('POST', '/login_with_password', { headers, body });
    return answer.body.token;
  }

  /** From now on the auth token is a new one: the old one dies when it is not used. */
  async relogin(): Promise<void> {
    this.#authToken = await this.login();
  }

  /** The audit trail of the client. */
  async trail(): Promise<readonly AuditEntry[]> {
    return this.sandbox.server.services.stores.auditTrail.list(this.facts.clientId, 0, 10_000);
  }
}

/** The error codes of a body of the v1 and v2 families. */
export function codes({ body }: Answer<unknown>): readonly unknown[] {
  return (body as { errors: { code: unknown }[] }).errors.map(({ code }) => code);
}

/** Status and `errorCode` of an answer. */
export function result({ status, body }: Answer<unknown>): readonly unknown[] {
  return [status, (body as { errorCode?: string } | undefined)?.errorCode];
}
