import { altering, type Fault, type Handler } from './fault.ts';

const STREAM = { operationId: 'streamEvents', status: 200 };

/** Replaces the body of the event stream. */
const streaming = (body: () => ReadableStream | string): (() => Handler) =>
  altering(STREAM, async ({ status, headers, body: original }) => {
    await original?.cancel();
    return new Response(body(), { status, headers });
  });

/** Changes the text of each event. */
const rewritingEvents = (change: (text: string, request: Request) => string): (() => Handler) =>
  altering(STREAM, (response, { request }) => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) =>
        controller.enqueue(new TextEncoder().encode(change(new TextDecoder().decode(chunk), request))),
    });
    void response.body?.pipeTo(writable).catch(() => {});
    return new Response(readable, { status: response.status, headers: response.headers });
  });

/** Event streams with a valid status and headers. */
export const streams: readonly Fault[] = [
  {
    name: 'the event stream holds no valid events',
    operations: ['streamEvents'],
    detectedBy: { status: 200 },
    named: /streamEvents 200 · .*a line that is not a field of an event/,
    plant: streaming(() => 'not an event\n{{{'),
  },
  {
    name: 'the event stream is silent',
    operations: ['streamEvents'],
    detectedBy: { status: 200 },
    named: /streamEvents 200 · .*No event was sent/,
    plant: streaming(() => new ReadableStream()),
  },
  {
    name: 'an event has no id to resume after',
    operations: ['streamEvents'],
    detectedBy: { status: 200 },
    named: /streamEvents 200 · .*An event has no id/,
    plant: rewritingEvents((text) => text.replaceAll(/^id: .*\n/gm, '')),
  },
  {
    name: 'an event holds a token',
    operations: ['streamEvents'],
    detectedBy: { status: 200 },
    named: /streamEvents 200 · .*An event contains a secret/,
    plant: rewritingEvents((text, { headers }) =>
      text.replaceAll('"at":"', `"at":"${headers.get('authorization')?.replace('Bearer ', '')} `),
    ),
  },
];
