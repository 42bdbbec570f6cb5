import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { setImmediate } from 'node:timers';

/** Requests of one connection that are served at once. */
const MAX_SERVED = 8;

interface Pipeline {
  served: number;
  readonly waiting: (() => void)[];
}

/**
 * Limits how many pipelined requests of a connection are served at once. Node parses all that have arrived, and would start each
 * of them, before it knows who sends them. While some wait, the server reads no more from the connection.
 * @returns a function that serves a request when it is its turn
 */
export function createPipelineLimit(): (outgoing: ServerResponse, serve: () => void) => void {
  const pipelines = new WeakMap<Duplex, Pipeline>();
  return (outgoing, serve) => {
    const { socket } = outgoing.req;
    const pipeline = pipelines.get(socket) ?? { served: 0, waiting: [] };
    pipelines.set(socket, pipeline);
    const startNext = (): void => {
      const next = socket.destroyed ? undefined : pipeline.waiting.shift();
      if (next) next();
      else pipeline.served -= 1;
      if (pipeline.waiting.length === 0 && socket.isPaused()) socket.resume();
    };
    const start = (): void => {
      // Not before the next turn of the event loop: Node lets a request run before it parses the next one, and requests that need
      // no I/O would run one after another.
      outgoing.once('close', () => setImmediate(startNext));
      serve();
    };
    if (pipeline.served < MAX_SERVED) {
      pipeline.served += 1;
      start();
      return;
    }
    pipeline.waiting.push(start);
    // Node's parser resumes the socket after each request, in a tick of its own: a microtask comes after it.
    queueMicrotask(() => {
      if (pipeline.waiting.length > 0) socket.pause();
    });
  };
}
