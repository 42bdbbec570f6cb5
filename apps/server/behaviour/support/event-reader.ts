import { observe, operationFor } from './observations.ts';
import type { SandboxUser } from './sandbox-user.ts';

/** One server-sent event. */
export interface ServerEvent {
  readonly id: string;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Reads the event stream of a user's client. */
export class EventReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #stop: () => void;
  readonly response: Response;
  #text = '';

  private constructor(response: Response, stop: () => void) {
    if (!response.body) throw new Error('The stream has no body.');
    this.response = response;
    this.#reader = response.body.getReader();
    this.#stop = stop;
  }

  static async open(user: SandboxUser, lastEventId?: string): Promise<EventReader> {
    const abort = new AbortController();
    const headers = {
      accept: 'text/event-stream',
      authorization: `Bearer ${user.details.applicationToken}`,
      ...(lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }),
    };
    const response = await user.sandbox.fetch('GET', '/sandbox/events', { headers }, abort.signal);
    observe(operationFor('GET', '/sandbox/events'), response.status, undefined);
    return new EventReader(response, () => abort.abort());
  }

  /** Reads until an event of this type arrives. Returns all events up to it. */
  async until(type: string): Promise<readonly ServerEvent[]> {
    for (;;) {
      const events = this.#events();
      const last = events.findIndex(({ event }) => event === type);
      if (last >= 0) return events.slice(0, last + 1);
      const { done, value } = await this.#reader.read();
      if (done) throw new Error(`The stream ended before ${type}.`);
      this.#text += new TextDecoder().decode(value);
    }
  }

  async close(): Promise<void> {
    this.#stop();
    await this.#reader.cancel();
  }

  #events(): readonly ServerEvent[] {
    const blocks = this.#text.split('\n\n').slice(0, -1);
    return blocks.flatMap((block) => {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
      if (field('event') === '') return [];
      return [{ id: field('id'), event: field('event'), data: JSON.parse(field('data')) as ServerEvent['data'] }];
    });
  }
}
