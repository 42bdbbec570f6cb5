import { ScaError } from '@sca-kit/engine';
import type { ListedEntry } from '@sca-kit/store';
import type { Services } from '../handlers/services.ts';
import { describeError } from '../observability/log.ts';
import { toTimestamp } from '../wire/time.ts';

type Source = Pick<Services, 'stores' | 'timer' | 'clock' | 'draining' | 'log'>;

/** Between two queries for new events, in milliseconds. */
const POLL_INTERVAL = 250;
/** Milliseconds without events until a comment is sent, so that proxies do not close the stream. */
const HEARTBEAT = 15_000;
const BATCH = 100;
/** The size of a chunk in bytes. A larger event is sent in its own chunk. */
const MAX_CHUNK_BYTES = 65_536;

/**
 * The maximum of open streams per client and process, each of which queries the database four times a second. The last `first`
 * are reserved for clients without a stream, so that a few clients cannot use them all.
 */
const OPEN = { client: 16, process: 256, first: 64 };
/** A stream ends after an hour. Clients of server-sent events reconnect by themselves. */
const MAX_DURATION = 3_600_000;

export interface EventStreams {
  /**
   * Streams the client's audit log as server-sent events, after `lastEventId` or from now on. The audit log contains no
   * secrets. The id of an event is its position in the log, so that a client can resume on any replica.
   * @throws ScaError `rate.limit.reached` when too many are open
   */
  open(caller: StreamCaller, lastEventId: string | undefined, signal: AbortSignal): ReadableStream<Uint8Array>;
}

/** The client that reads, and its access token. The stream ends when the token expires. */
export interface StreamCaller {
  readonly clientId: string;
  /** The token's digest. */
  readonly digest: string;
}

/** Creates the event streams of this process. The limits apply per process: they protect its sockets and database connections. */
export function createEventStreams(source: Source): EventStreams {
  const open = new Map<string, number>();
  let all = 0;
  const add = (clientId: string, change: 1 | -1): void => {
    all += change;
    const count = (open.get(clientId) ?? 0) + change;
    if (count === 0) open.delete(clientId);
    else open.set(clientId, count);
  };
  return {
    open(caller, after, signal) {
      const { clientId } = caller;
      const own = open.get(clientId) ?? 0;
      if (own >= OPEN.client) throw tooMany(OPEN.client);
      const room = own === 0 ? OPEN.process : OPEN.process - OPEN.first;
      if (all >= room) throw tooMany(room);
      add(clientId, 1);
      return eventStream(source, { ...caller, after, signal, onEnd: () => add(clientId, -1) });
    },
  };
}

function tooMany(limit: number): ScaError {
  const message = `Too many event streams are open (${limit} at most). Close one.`;
  return new ScaError('rate.limit.reached', { message, retryAfter: 5, limit, limitedBy: 'event-streams' });
}

interface Reader extends StreamCaller {
  readonly after: string | undefined;
  readonly signal: AbortSignal;
  /** Called once, however the stream ends. */
  readonly onEnd: () => void;
}

function eventStream(source: Source, reader: Reader): ReadableStream<Uint8Array> {
  const { stores, timer, draining, log } = source;
  const { clientId, signal, onEnd } = reader;
  const encoder = new TextEncoder();
  const gone = new AbortController();
  const over = new AbortController();
  const ended = AbortSignal.any([signal, draining, gone.signal, over.signal, AbortSignal.timeout(MAX_DURATION)]);
  let { after } = reader;
  let batch = BATCH;
  let idle = 0;

  /** Returns the next chunk, or undefined when the stream has ended. */
  async function next(): Promise<string | undefined> {
    after ??= await stores.auditLog.lastPosition(clientId);
    while (!ended.aborted) {
      const entries = await stores.auditLog.list(clientId, after, batch);
      const chunk = firstChunk(entries);
      if (chunk) {
        after = chunk.position;
        // With large events, read no more than one chunk holds.
        batch = chunk.count < entries.length ? chunk.count : Math.min(2 * batch, BATCH);
        idle = 0;
        return chunk.text;
      }
      await timer.wait(POLL_INTERVAL);
      idle += POLL_INTERVAL;
      if (idle < HEARTBEAT) continue;
      idle = 0;
      return ': still here\n\n';
    }
    return undefined;
  }

  return new ReadableStream<Uint8Array>({
    start(controller) {
      const end = (): void => {
        onEnd();
        if (!gone.signal.aborted) controller.close();
      };
      if (ended.aborted) return end();
      ended.addEventListener('abort', end, { once: true });
      controller.enqueue(encoder.encode(': stream of events\n\n'));
    },
    async pull(controller) {
      try {
        const text = await next();
        // The token may have expired since, also because the sandbox clock was advanced.
        if (!(await isAlive(source, reader))) over.abort();
        if (text !== undefined && !ended.aborted) controller.enqueue(encoder.encode(text));
      } catch (error) {
        // Ended instead of failed: the HTTP server would log the error with its message. The client reconnects.
        if (!ended.aborted) log.error({ clientId, error: describeError(error) }, 'An event stream failed.');
        over.abort();
      }
    },
    cancel() {
      gone.abort();
    },
  });
}

function isAlive({ stores, clock }: Source, { clientId, digest }: StreamCaller): Promise<boolean> {
  return stores.engine.read({ clientId }, async (tx) => {
    const token = await tx.accessTokens.find(clientId, digest);
    return token !== undefined && clock.now() + tx.clockOffset < token.expiresAt;
  });
}

interface Chunk {
  readonly text: string;
  readonly count: number;
  /** Of the last event. */
  readonly position: string;
}

/** Returns the events of the next chunk; undefined without events. */
function firstChunk(entries: readonly ListedEntry[]): Chunk | undefined {
  let chunk: Chunk | undefined;
  let bytes = 0;
  for (const entry of entries) {
    const text = toEvent(entry);
    bytes += Buffer.byteLength(text);
    if (chunk && bytes > MAX_CHUNK_BYTES) break;
    chunk = { text: `${chunk?.text ?? ''}${text}`, count: (chunk?.count ?? 0) + 1, position: entry.position };
  }
  return chunk;
}

function toEvent({ position, shard, sequence, event }: ListedEntry): string {
  const { type, result, at, actor, userId, profileId, traceId, data } = event;
  const shown = { shard, sequence, type, result, at: toTimestamp(at), actor, userId, profileId, traceId, data };
  return `id: ${position}\nevent: ${type}\ndata: ${JSON.stringify(shown)}\n\n`;
}
