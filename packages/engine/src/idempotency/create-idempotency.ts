import type { Actor } from '../actor.ts';
import { canonicalJson } from '../canonical-json.ts';
import { type Context, clientTime } from '../context.ts';
import { ScaError } from '../errors.ts';
import type { IdempotencyRecord, Scope, Transaction } from '../ports/index.ts';

/** A response that a repeat of the request gets again. */
export interface StoredResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** What identifies a request besides its caller. */
export interface IdempotentRequest {
  /** The operation's id. */
  readonly operation: string;
  /** The `idempotency-ref` header. */
  readonly reference: string;
  /** Everything that decides the effect: body and path parameters, as JSON values. */
  readonly payload: unknown;
}

export interface IdempotentResult {
  readonly response: StoredResponse;
  /** Whether this is the response of an earlier request. */
  readonly replayed: boolean;
}

export interface Idempotency {
  /**
   * Runs `work` once in 24 hours for each caller, operation, reference and payload, across replicas. A repeat gets the first
   * response; a concurrent repeat waits for it. Responses with status 429 or 5xx, and errors that `work` throws, are not stored:
   * the next request runs again. A request without a response after 30 seconds counts as crashed, and the next one replaces it.
   * @throws ScaError `service.unavailable` when the first request takes too long; what `work` throws
   */
  once(actor: Actor, request: IdempotentRequest, work: () => Promise<StoredResponse>): Promise<IdempotentResult>;
}

/** Milliseconds, like all durations below. */
const RESPONSE_TTL = 24 * 3_600_000;
const CRASH_TIMEOUT = 30_000;
/** Longer than `CRASH_TIMEOUT`, so that one repeat is enough to replace a crashed request. */
const MAX_WAIT = 35_000;
const FIRST_PAUSE = 10;
const MAX_PAUSE = 250;

type EncryptedResponse = NonNullable<IdempotencyRecord['response']>;
type Claim = { readonly response: EncryptedResponse } | { readonly claimedAt: number } | 'in-flight';

export function createIdempotency(context: Context): Idempotency {
  const { store, clock, timer, keys } = context;
  const encryptionContext = (clientId: string, key: string): string => JSON.stringify([clientId, key]);

  async function encryptResponse(
    clientId: string,
    key: string,
    { status, headers, body }: StoredResponse,
  ): Promise<EncryptedResponse> {
    const plaintext = new TextEncoder().encode(JSON.stringify({ headers, body }));
    return {
      status,
      headers: {},
      body: await keys.encrypt('idempotency', encryptionContext(clientId, key), plaintext),
    };
  }

  async function decryptResponse(
    clientId: string,
    key: string,
    { status, body }: EncryptedResponse,
  ): Promise<StoredResponse> {
    const plaintext = await keys.decrypt('idempotency', encryptionContext(clientId, key), body ?? '');
    const rest: Omit<StoredResponse, 'status'> = JSON.parse(new TextDecoder().decode(plaintext));
    return { status, ...rest };
  }

  /**
   * Whether the record blocks another run. A response expires on the client's clock; a crash is detected on the system clock, which
   * no client can move.
   */
  const isActive = ({ response, createdAt, expiresAt }: IdempotencyRecord, tx: Transaction): boolean =>
    response === null ? clock.now() - createdAt < CRASH_TIMEOUT : clientTime(context, tx) < expiresAt;

  function claim(scope: Scope, key: string): Promise<Claim> {
    const { clientId } = scope;
    return store.transaction(scope, async (tx) => {
      const now = clock.now();
      const record = await tx.idempotency.find(clientId, key);
      if (record && isActive(record, tx)) return record.response ? { response: record.response } : 'in-flight';
      if (record) await tx.idempotency.delete(clientId, key);
      const claimed = await tx.idempotency.insert({
        clientId,
        key,
        response: null,
        createdAt: now,
        expiresAt: now + tx.clockOffset + RESPONSE_TTL,
      });
      return claimed ? { claimedAt: now } : 'in-flight';
    });
  }

  /** Polls until the request in flight has a response, or its record is gone. */
  async function awaitOther(scope: Scope, key: string): Promise<EncryptedResponse | undefined> {
    const { clientId } = scope;
    let waited = 0;
    for (let pause = FIRST_PAUSE; waited < MAX_WAIT; pause = Math.min(pause * 2, MAX_PAUSE)) {
      await timer.wait(pause);
      waited += pause;
      const found = await store.read(scope, async (tx) => {
        const record = await tx.idempotency.find(clientId, key);
        // An expired response still counts here: the clock may have been moved while this request waited for it.
        return record && (record.response || isActive(record, tx)) ? record : undefined;
      });
      if (!found) return undefined;
      if (found.response) return found.response;
    }
    throw new ScaError('service.unavailable', {
      message: 'The first request with this reference is still in progress. Try again.',
      retryAfter: 1,
    });
  }

  /** Deletes the record, unless another request has replaced it. */
  async function releaseClaim(scope: Scope, key: string, claimedAt: number): Promise<void> {
    const { clientId } = scope;
    await store.transaction(scope, async (tx) => {
      const record = await tx.idempotency.find(clientId, key);
      if (record?.response === null && record.createdAt === claimedAt) await tx.idempotency.delete(clientId, key);
    });
  }

  async function runAndStore(
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
      await releaseClaim(scope, key, claimedAt);
      throw error;
    }
    if (response.status === 429 || response.status >= 500) {
      await releaseClaim(scope, key, claimedAt);
      return { response, replayed: false };
    }
    const encrypted = await encryptResponse(clientId, key, response);
    // A request that counted as crashed and was replaced returns the response of its replacement.
    const other = await store.transaction(scope, async (tx) =>
      (await tx.idempotency.complete(clientId, key, encrypted)) ? undefined : tx.idempotency.find(clientId, key),
    );
    if (!other?.response) return { response, replayed: false };
    return { response: await decryptResponse(clientId, key, other.response), replayed: true };
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
          return runAndStore(scope, key, claimed.claimedAt, work);
        }
        const stored = claimed === 'in-flight' ? await awaitOther(scope, key) : claimed.response;
        if (stored) return { response: await decryptResponse(clientId, key, stored), replayed: true };
      }
    },
  };
}
