import { UnexpectedResponse } from '../scenario.ts';

/** One server-sent event as the document has it. */
export interface StreamedEvent {
  readonly id: string;
  readonly event: string;
  readonly data: object;
}

/** A stream of events that is being read. */
export interface EventReader {
  /**
   * The next event; undefined when none came in time, in milliseconds.
   *
   * @throws UnexpectedResponse when the stream ends or sends something other than an event
   */
  next(limitMs: number): Promise<StreamedEvent | undefined>;
  /** All that was read so far, as it came. */
  text(): string;
  close(): Promise<void>;
}

/** Reads server-sent events (WHATWG HTML, section 9.2), and holds each to what the document says of it. */
export function openEvents(stream: ReadableStream<Uint8Array>): EventReader {
  const reader = stream.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let taken = 0;
  let pending: Promise<string | undefined> | undefined;

  const read = async (): Promise<string | undefined> => {
    try {
      const { done, value } = await reader.read();
      return done ? undefined : decoder.decode(value, { stream: true });
    } catch {
      throw new UnexpectedResponse('The event stream was interrupted or is not UTF-8 text.');
    }
  };
  const take = (): StreamedEvent | undefined => {
    const blocks = text.split(/(?:\r\n){2}|\n\n|\r\r/).slice(0, -1);
    while (taken < blocks.length) {
      const event = eventOf(blocks[taken++] ?? '');
      if (event) return event;
    }
    return undefined;
  };

  return {
    async next(limitMs) {
      const limit = Promise.withResolvers<typeof LATE>();
      const timer = setTimeout(limit.resolve, limitMs, LATE);
      try {
        for (;;) {
          const event = take();
          if (event) return event;
          pending ??= read();
          const chunk = await Promise.race([pending, limit.promise]);
          if (chunk === LATE) return undefined;
          pending = undefined;
          if (chunk === undefined) throw new UnexpectedResponse('The event stream ended.');
          text += chunk;
          if (text.length > MOST)
            throw new UnexpectedResponse('The event stream exceeds the size limit without an event.');
          expectFields(text);
        }
      } finally {
        clearTimeout(timer);
      }
    },
    text: () => text,
    close: () => reader.cancel(),
  };
}

/** Characters read for an event; a target may never stop sending. */
const MOST = 1_000_000;
const LATE = Symbol('late');
const LINE_END = /\r\n|\n|\r/;
const FIELD = /^(id|event|data|retry)(?:: ?(.*))?$/;

/** Rejects unknown fields: ignoring them would hide garbage. The last line may be incomplete. */
function expectFields(text: string): void {
  const lines = text.split(LINE_END).slice(0, -1);
  if (lines.every((line) => line === '' || line.startsWith(':') || FIELD.test(line))) return;
  throw new UnexpectedResponse('The event stream has a line that is not a field of an event.');
}

/** The event in a block of lines; undefined where there are only comments. */
function eventOf(block: string): StreamedEvent | undefined {
  const fields = block.split(LINE_END).flatMap((line) => {
    const [, name, value = ''] = FIELD.exec(line) ?? [];
    return name === undefined || name === 'retry' ? [] : [{ name, value }];
  });
  if (fields.length === 0) return undefined;
  const valuesOf = (wanted: string): string[] => fields.filter(({ name }) => name === wanted).map(({ value }) => value);
  const id = valuesOf('id').at(-1) ?? '';
  const event = valuesOf('event').at(-1) ?? '';
  if (id === '') throw new UnexpectedResponse('An event has no id.');
  if (event === '') throw new UnexpectedResponse('An event has no name.');
  return { id, event, data: objectIn(valuesOf('data').join('\n')) };
}

function objectIn(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Reported below.
  }
  throw new UnexpectedResponse('The data of an event must be a JSON object.');
}
