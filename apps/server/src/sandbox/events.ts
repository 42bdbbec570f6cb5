import type { AuditEntry } from '@sca-kit/store';
import type { Services } from '../handlers/services.ts';
import { toTimestamp } from '../wire/time.ts';

/** How long the stream waits before it looks for new events, in milliseconds. */
const PAUSE = 250;
/** A comment keeps proxies from closing a silent stream. */
const HEARTBEAT = 15_000;
const BATCH = 100;

/**
 * The client's audit trail as server-sent events, from after `lastEventId`, or from now on. The trail never holds a
 * secret, and each event has its number in the chain as id, so that a reader resumes where it was, on any replica.
 */
export function eventStream(
  { stores, timer, draining }: Pick<Services, 'stores' | 'timer' | 'draining'>,
  clientId: string,
  lastEventId: number | undefined,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const cancelled = new AbortController();
  const stopped = AbortSignal.any([signal, draining, cancelled.signal]);
  let after = lastEventId;
  let silence = 0;

  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(': stream of events\n\n'));
    },
    async pull(controller) {
      after ??= await stores.auditTrail.lastSequence(clientId);
      while (!stopped.aborted) {
        const entries = await stores.auditTrail.list(clientId, after, BATCH);
        if (entries.length > 0) {
          controller.enqueue(encoder.encode(entries.map(toEvent).join('')));
          after = entries.at(-1)?.sequence ?? after;
          silence = 0;
          return;
        }
        await timer.wait(PAUSE);
        silence += PAUSE;
        if (silence >= HEARTBEAT) {
          controller.enqueue(encoder.encode(': still here\n\n'));
          silence = 0;
          return;
        }
      }
      if (!cancelled.signal.aborted) controller.close();
    },
    cancel() {
      cancelled.abort();
    },
  });
}

function toEvent({ sequence, event }: AuditEntry): string {
  const { type, result, at, actor, userId, profileId, traceId, data } = event;
  const shown = { sequence, type, result, at: toTimestamp(at), actor, userId, profileId, traceId, data };
  return `id: ${sequence}\nevent: ${type}\ndata: ${JSON.stringify(shown)}\n\n`;
}
