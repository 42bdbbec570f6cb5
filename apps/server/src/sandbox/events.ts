import { ScaError } from '@sca-kit/engine';
import type { AuditEntry } from '@sca-kit/store';
import type { Services } from '../handlers/services.ts';
import { describeError } from '../observability/log.ts';
import { toTimestamp } from '../wire/time.ts';

type Source = Pick<Services, 'stores' | 'timer' | 'clock' | 'draining' | 'log'>;

/** How long the stream waits before it looks for new events, in milliseconds. */
const PAUSE = 250;
/** A comment keeps proxies from closing a silent stream. */
const HEARTBEAT = 15_000;
const BATCH = 100;
/** What is told at once, in bytes; an event that has more is told alone. */
const MOST_BYTES = 65_536;

/**
 * Streams that one process holds open: each looks into the database four times a second. The last `first` of them are for
 * clients that have none open, so that a few clients with many do not take them all.
 */
const OPEN = { client: 16, process: 256, first: 64 };
/** A stream ends after an hour, so that its token is looked up again. Readers come back by themselves. */
const LIFE = 3_600_000;

export interface EventStreams {
  /**
   * The client's audit log as server-sent events, from after `lastEventId`, or from now on. The trail never holds a
   * secret, and each event has its number in the chain as id, so that a reader resumes where it was, on any replica.
   * @throws ScaError `rate.limit.reached` when too many are open
   */
  open(caller: StreamCaller, lastEventId: number | undefined, signal: AbortSignal): ReadableStream<Uint8Array>;
}

/** Who reads, by which token: the stream does not outlive it. */
export interface StreamCaller {
  readonly clientId: string;
  /** The token's digest. */
  readonly digest: string;
}

/** The limits are of this process alone: they guard its own sockets and its own share of the database. */
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
  const message = `Too many event streams are open (${limit} at most). Please close one.`;
  return new ScaError('rate.limit.reached', { message, retryAfter: 5, limit, limitedBy: 'event-streams' });
}

interface Reader extends StreamCaller {
  readonly after: number | undefined;
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
  const ended = AbortSignal.any([signal, draining, gone.signal, over.signal, AbortSignal.timeout(LIFE)]);
  let { after } = reader;
  let batch = BATCH;
  let silence = 0;

  /** The next thing to tell; nothing when the stream ended meanwhile. */
  async function next(): Promise<string | undefined> {
    after ??= await stores.auditLog.lastSequence(clientId);
    while (!ended.aborted) {
      const entries = await stores.auditLog.list(clientId, after, batch);
      const told = firstOf(entries);
      if (told) {
        after = told.sequence;
        // Where events are large, no more is read than can be told.
        batch = told.count < entries.length ? told.count : Math.min(2 * batch, BATCH);
        silence = 0;
        return told.text;
      }
      await timer.wait(PAUSE);
      silence += PAUSE;
      if (silence < HEARTBEAT) continue;
      silence = 0;
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
        // The clock may have moved, by hand too: nothing is told to a token that has expired.
        if (!(await isAlive(source, reader))) over.abort();
        if (text !== undefined && !ended.aborted) controller.enqueue(encoder.encode(text));
      } catch (error) {
        // A stream that fails is told by whoever serves it, in the error's own words. This one ends, and its reader comes back.
        if (!ended.aborted) log.error({ clientId, error: describeError(error) }, 'a stream of events broke');
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

interface Told {
  readonly text: string;
  readonly count: number;
  /** Of the last event. */
  readonly sequence: number;
}

/** As many events as are told at once; undefined for none. */
function firstOf(entries: readonly AuditEntry[]): Told | undefined {
  let told: Told | undefined;
  let bytes = 0;
  for (const entry of entries) {
    const text = toEvent(entry);
    bytes += Buffer.byteLength(text);
    if (told && bytes > MOST_BYTES) break;
    told = { text: `${told?.text ?? ''}${text}`, count: (told?.count ?? 0) + 1, sequence: entry.sequence };
  }
  return told;
}

function toEvent({ sequence, event }: AuditEntry): string {
  const { type, result, at, actor, userId, profileId, traceId, data } = event;
  const shown = { sequence, type, result, at: toTimestamp(at), actor, userId, profileId, traceId, data };
  return `id: ${sequence}\nevent: ${type}\ndata: ${JSON.stringify(shown)}\n\n`;
}
