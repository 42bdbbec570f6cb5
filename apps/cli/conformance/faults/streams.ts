import { type Answer, altering, type Fault } from './fault.ts';

const STREAM = { operationId: 'streamEvents', status: 200 };

/** The same head with another stream behind it. */
const streaming = (body: () => ReadableStream | string): (() => Answer) =>
  altering(STREAM, async ({ status, headers, body: honest }) => {
    await honest?.cancel();
    return new Response(body(), { status, headers });
  });

/** Changes the text of each event on its way. */
const retold = (change: (text: string, request: Request) => string): (() => Answer) =>
  altering(STREAM, (answer, { request }) => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) =>
        controller.enqueue(new TextEncoder().encode(change(new TextDecoder().decode(chunk), request))),
    });
    void answer.body?.pipeTo(writable).catch(() => {});
    return new Response(readable, { status: answer.status, headers: answer.headers });
  });

/** Event streams whose head is right. */
export const streams: readonly Fault[] = [
  {
    name: 'what the event stream holds are no events',
    operations: ['streamEvents'],
    status: 200,
    named: /streamEvents 200 · .*a line that is not a field of an event/,
    plant: streaming(() => 'not an event\n{{{'),
  },
  {
    name: 'the event stream is silent',
    operations: ['streamEvents'],
    status: 200,
    named: /streamEvents 200 · .*No event was sent/,
    plant: streaming(() => new ReadableStream()),
  },
  {
    name: 'an event has no id to resume after',
    operations: ['streamEvents'],
    status: 200,
    named: /streamEvents 200 · .*The id of an event must be a number/,
    plant: retold((text) => text.replaceAll(/^id: .*\n/gm, '')),
  },
  {
    name: 'an event holds a token',
    operations: ['streamEvents'],
    status: 200,
    named: /streamEvents 200 · .*An event contains a secret/,
    plant: retold((text, { headers }) =>
      text.replaceAll('"at":"', `"at":"${headers.get('authorization')?.replace('Bearer ', '')} `),
    ),
  },
];
