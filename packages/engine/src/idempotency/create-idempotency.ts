import type { Actor } from '../actor.ts';
import { ScaError } from '../errors.ts';
import type { Clock, IdempotencyRecord, Keys, Scope, Store, Timer, Transaction } from '../ports/index.ts';
import { canonicalJson } from './canonical-json.ts';

/** A response as it goes out: what a repeat gets again. */
export interface StoredResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** What makes two requests the same one, besides their caller. */
export interface IdempotentRequest {
  /** The operation's id. */
  readonly operation: string;
  /** `idempotency-ref`: the caller's own name for the call. */
  readonly reference: string;
  /** All that decides the effect: body and path parameters, as JSON values. */
  readonly payload: unknown;
}

export interface IdempotentResult {
  readonly response: StoredResponse;
  /** Whether this is the response of an earlier request. */
  readonly replayed: boolean;
}

export interface Idempotency {
  /**
   * Runs `work` once per caller, operation, reference and payload in 24 hours, across replicas. A repeat gets the
   * first response; one that arrives while the first is being served waits for it. Responses of 429 and 5xx are not kept,
   * nor is a rejection: nothing has happened yet, and the next request may try. A first request that left no response
   * for 30 seconds has crashed, and the next takes its place.
   * @throws ScaError `service.unavailable` when the first request takes longer than a repeat may wait; what `work`
   * throws
   */
  once(actor: Actor, request: IdempotentRequest, work: () => Promise<StoredResponse>): Promise<IdempotentResult>;
}

export interface IdempotencyDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly keys: Keys;
}

const TTL = 24 * 3_600_000;
const CRASHED_AFTER = 30_000;
/** Longer than `CRASHED_AFTER`, so that one repeat is enough to replace a crashed request. */
const MAX_WAIT = 35_000;
const FIRST_PAUSE = 10;
const MAX_PAUSE = 250;

type EncryptedResponse = NonNullable<IdempotencyRecord['response']>;
type Claim = { readonly response: EncryptedResponse } | { readonly claimedAt: number } | 'in-flight';

export function createIdempotency(deps: IdempotencyDeps): Idempotency {
  const { store, clock, timer, keys } = deps;
  const sealContext = (clientId: string, key: string): string => JSON.stringify([clientId, key]);

  async function sealed(
    clientId: string,
    key: string,
    { status, headers, body }: StoredResponse,
  ): Promise<EncryptedResponse> {
    const plaintext = new TextEncoder().encode(JSON.stringify({ headers, body }));
    return { status, headers: {}, body: await keys.seal('idempotency', sealContext(clientId, key), plaintext) };
  }

  async function opened(clientId: string, key: string, { status, body }: EncryptedResponse): Promise<StoredResponse> {
    const plaintext = await keys.open('idempotency', sealContext(clientId, key), body ?? '');
    const rest: Omit<StoredResponse, 'status'> = JSON.parse(new TextDecoder().decode(plaintext));
    return { status, ...rest };
  }

  /**
   * Whether a record still stands for a request that was served or is being served. A response lives by the client's
   * clock; whether a request has crashed is a matter of real time, which no client can move.
   */
  const holds = ({ response, createdAt, expiresAt }: IdempotencyRecord, { clockOffset }: Transaction): boolean =>
    response === null ? clock.now() - createdAt < CRASHED_AFTER : clock.now() + clockOffset < expiresAt;

  function claim(scope: Scope, key: string): Promise<Claim> {
    const { clientId } = scope;
    return store.transaction(scope, async (tx) => {
      const now = clock.now();
      const record = await tx.idempotency.find(clientId, key);
      if (record && holds(record, tx)) return record.response ? { response: record.response } : 'in-flight';
      if (record) await tx.idempotency.delete(clientId, key);
      const claimed = await tx.idempotency.insert({
        clientId,
        key,
        response: null,
        createdAt: now,
        expiresAt: now + tx.clockOffset + TTL,
      });
      return claimed ? { claimedAt: now } : 'in-flight';
    });
  }

  /** Waits, without a lock and not busily, until the request in flight has a response or its place is free. */
  async function awaitOther(scope: Scope, key: string): Promise<EncryptedResponse | undefined> {
    const { clientId } = scope;
    let waited = 0;
    for (let pause = FIRST_PAUSE; waited < MAX_WAIT; pause = Math.min(pause * 2, MAX_PAUSE)) {
      await timer.wait(pause);
      waited += pause;
      const found = await store.read(scope, async (tx) => {
        const record = await tx.idempotency.find(clientId, key);
        // A response that was waited for is this request's too, though its time may be over: clocks move in between.
        return record && (record.response || holds(record, tx)) ? record : undefined;
      });
      if (!found) return undefined;
      if (found.response) return found.response;
    }
    throw new ScaError('service.unavailable', 'The first request with this reference is still being served', {
      retryAfter: 1,
    });
  }

  /** Frees the place, unless another request has taken it since. */
  async function giveUp(scope: Scope, key: string, claimedAt: number): Promise<void> {
    const { clientId } = scope;
    await store.transaction(scope, async (tx) => {
      const record = await tx.idempotency.find(clientId, key);
      if (record?.response === null && record.createdAt === claimedAt) await tx.idempotency.delete(clientId, key);
    });
  }

  async function runAndKeep(
    scope: Scope,
    key: string,
    claimedAt: number,
    work: () => Promise<StoredResponse>,
  ): Promise<IdempotentResult> {
    const { clientId } = scope;
    let response: StoredResponse;
    try {
      response = await work();
    } catch (error) {
      await giveUp(scope, key, claimedAt);
      throw error;
    }
    if (response.status === 429 || response.status >= 500) {
      await giveUp(scope, key, claimedAt);
      return { response, replayed: false };
    }
    const kept = await sealed(clientId, key, response);
    // Taken for crashed and replaced, the slower of the two gives the response of the faster.
    const other = await store.transaction(scope, async (tx) =>
      (await tx.idempotency.complete(clientId, key, kept)) ? undefined : tx.idempotency.find(clientId, key),
    );
    if (!other?.response) return { response, replayed: false };
    return { response: await opened(clientId, key, other.response), replayed: true };
  }

  return {
    async once(actor, request, work) {
      const { clientId, userId } = actor;
      const scope: Scope = userId === null ? { clientId } : { clientId, userId };
      const { operation, reference, payload } = request;
      const key = await keys.mac('idempotency', clientId, canonicalJson([userId, operation, reference, payload]));
      for (;;) {
        const claimed = await claim(scope, key);
        if (claimed !== 'in-flight' && 'claimedAt' in claimed) {
          return runAndKeep(scope, key, claimed.claimedAt, work);
        }
        const stored = claimed === 'in-flight' ? await awaitOther(scope, key) : claimed.response;
        if (stored) return { response: await opened(clientId, key, stored), replayed: true };
      }
    },
  };
}
