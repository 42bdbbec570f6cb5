import { ScaError } from '@sca-kit/engine';
import { SCA_STATUS } from '@sca-kit/hono';
import type { ListedEntry } from '@sca-kit/store';
import { expect, test } from 'vitest';
import type { Services } from '../handlers/services.ts';
import { createEventStreams, type EventStreams } from './events.ts';

const KIB = 1024;

interface Fixture {
  readonly streams: EventStreams;
  readonly open: (clientId: string, after?: string) => ReadableStreamDefaultReader<Uint8Array>;
  /** How often the audit log was queried. */
  readonly asked: () => number;
  readonly lines: object[];
  readonly fail: (error: Error) => void;
  readonly drain: () => void;
}

/** Streams of one audit log, over stores in memory. */
function fixture(entries: readonly ListedEntry[] = []): Fixture {
  let asked = 0;
  let failure: Error | undefined;
  const lines: object[] = [];
  const draining = new AbortController();
  const stores = {
    auditLog: {
      lastPosition: async () => String(entries.length),
      async list(_: string, after: string, limit: number) {
        asked += 1;
        if (failure) throw failure;
        return entries.slice(Number(after), Number(after) + limit);
      },
    },
    engine: { read: async () => true },
  };
  const streams = createEventStreams({
    stores: stores as unknown as Services['stores'],
    timer: { wait: () => new Promise((resolve) => setImmediate(resolve)) },
    clock: { now: () => 0 },
    draining: draining.signal,
    log: { error: (fields: object) => void lines.push(fields) },
  });
  return {
    streams,
    open: (clientId, after) =>
      streams.open({ clientId, digest: 'digest' }, after, new AbortController().signal).getReader(),
    asked: () => asked,
    lines,
    fail: (error) => {
      failure = error;
    },
    drain: () => draining.abort(),
  };
}

function entries(count: number, text: string): ListedEntry[] {
  return Array.from({ length: count }, (_, index) => ({
    shard: 0,
    sequence: index + 1,
    position: String(index + 1),
    hash: '',
    event: {
      ...{ clientId: 'acme', userId: null, profileId: null, actor: 'application', type: 'outcome.set' },
      ...{ result: 'success', at: 0, traceId: null, data: { text } },
    },
  }));
}

const idsOf = (chunk: Uint8Array | undefined): number[] =>
  [...new TextDecoder().decode(chunk).matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));

test('limits the bytes of a chunk and omits no event', async () => {
  const { open } = fixture(entries(60, 'x'.repeat(40 * KIB)));
  const reader = open('acme', '0');
  await reader.read();
  const seen: number[] = [];
  while (seen.length < 60) {
    const { value } = await reader.read();
    expect(value?.byteLength).toBeLessThanOrEqual(64 * KIB);
    seen.push(...idsOf(value));
  }
  expect(seen).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  await reader.cancel();
});

test('sends an event above the chunk size in its own chunk', async () => {
  const { open } = fixture(entries(3, 'x'.repeat(100 * KIB)));
  const reader = open('acme', '0');
  await reader.read();
  for (const id of [1, 2, 3]) expect(idsOf((await reader.read()).value)).toEqual([id]);
  await reader.cancel();
});

test('does not read the audit log ahead of the client', async () => {
  const { open, asked } = fixture(entries(60, 'x'.repeat(40 * KIB)));
  const reader = open('acme', '0');
  await reader.read();
  await reader.read();
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(asked()).toBeLessThanOrEqual(2);
  await reader.cancel();
});

test('reserves the last streams of a process for clients without a stream', () => {
  const { open, drain } = fixture();
  const statuses = (client: string, count: number) =>
    Array.from({ length: count }, () => {
      try {
        open(client);
        return 200;
      } catch (error) {
        if (!(error instanceof ScaError)) throw error;
        return SCA_STATUS[error.code];
      }
    });
  for (let client = 0; client < 12; client += 1) expect(statuses(`many-${client}`, 16)).not.toContain(429);
  expect(statuses('late', 3)).toEqual([200, 429, 429]);
  for (let client = 0; client < 63; client += 1) expect(statuses(`later-${client}`, 2)).toEqual([200, 429]);
  expect(statuses('too-late', 1)).toEqual([429]);
  drain();
});

test('ends and logs a stream whose audit log cannot be read, without the message of the database', async () => {
  const { open, fail, lines } = fixture(entries(1, 'x'));
  fail(Object.assign(new Error('value "1234" of a row'), { name: 'DriverError', code: '57P01' }));
  const reader = open('acme', '0');
  await reader.read();
  expect(await reader.read()).toEqual({ done: true, value: undefined });
  expect(lines).toMatchObject([{ clientId: 'acme', error: { name: 'DriverError', code: '57P01' } }]);
  expect(JSON.stringify(lines)).not.toContain('1234');
  expect(open('acme')).toBeDefined();
});
