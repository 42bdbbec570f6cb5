import { describe, expect, it } from 'vitest';
import { openEvents } from './event-stream.ts';

const EVENT = 'id: 42\nevent: pin.created\ndata: {"sequence":42}\n\n';

/** A stream of some chunks that stays open behind them, or ends. */
function streamOf(chunks: readonly string[], ends = false): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      if (ends) controller.close();
    },
  });
}

describe('an event stream', () => {
  it.each([
    ['at once', [EVENT]],
    ['behind a comment', [': hello\n\n', EVENT]],
    ['in pieces', [EVENT.slice(0, 9), EVENT.slice(9, 30), EVENT.slice(30)]],
    ['with other line ends', [EVENT.replaceAll('\n', '\r\n')]],
    ['without spaces, and with data in two lines', ['id:42\nevent:pin.created\ndata:{\ndata:"sequence":42}\n\n']],
  ])('gives the event: %s', async (_, chunks) => {
    const events = openEvents(streamOf(chunks));
    expect(await events.next(1000)).toEqual({ id: '42', event: 'pin.created', data: { sequence: 42 } });
    await events.close();
  });

  it('returns nothing at the time limit and continues afterwards', async () => {
    let send = (_: string): void => {};
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        send = (text) => controller.enqueue(new TextEncoder().encode(text));
      },
    });
    const events = openEvents(stream);
    expect(await events.next(1)).toBeUndefined();
    send(EVENT);
    expect(await events.next(1000)).toMatchObject({ id: '42' });
    expect(events.text()).toBe(EVENT);
    await events.close();
  });

  it.each([
    ['holds no events', 'not an event\n{{{', 'a line that is not a field of an event'],
    ['goes on and on without one', ': hello\n'.repeat(200_000), 'without an event'],
    ['ends', ': bye\n\n', 'ended'],
    ['has an event without an id', 'event: pin.created\ndata: {}\n\n', 'An event has no id'],
    ['has an event without a name', 'id: 1\ndata: {}\n\n', 'no name'],
    ['has an event with no JSON', 'id: 1\nevent: x\ndata: {{{\n\n', 'The data of an event must be a JSON object'],
    ['has an event with a list', 'id: 1\nevent: x\ndata: []\n\n', 'The data of an event must be a JSON object'],
  ])('fails when it %s', async (_, text, says) => {
    await expect(openEvents(streamOf([text], true)).next(1000)).rejects.toThrow(says);
  });
});
