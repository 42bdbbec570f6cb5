import { Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { pipeDestination } from './pipe-destination.ts';

/** A pipe whose reader reads on demand. */
function createPipe() {
  const chunks: string[] = [];
  const unread: (() => void)[] = [];
  const pipe = new Writable({
    decodeStrings: false,
    write(chunk, _, done) {
      chunks.push(String(chunk));
      unread.push(done);
    },
  });
  return { pipe: pipe as unknown as NodeJS.WriteStream, chunks, readAll: () => unread.splice(0).map((done) => done()) };
}

const line = (text: string): string => `${JSON.stringify({ time: 'now', text })}\n`;

test('writes the lines of one turn at once, in order', async () => {
  const { pipe, chunks } = createPipe();
  const log = pipeDestination(pipe);
  log.write(line('a'));
  log.write(line('b'));
  await nextTurn();
  expect(chunks).toEqual([line('a') + line('b')]);
});

test('drops lines while the reader is stuck, and then says how many', async () => {
  const { pipe, chunks, readAll } = createPipe();
  const log = pipeDestination(pipe);
  for (let count = 0; count < 3000; count += 1) {
    log.write(line('x'.repeat(1000)));
    if (count % 100 === 0) await nextTurn();
  }
  await nextTurn();
  expect(pipe.writableLength).toBeLessThan(1_100_000);
  while (readAll().length > 0) await nextTurn();
  const written = chunks.join('').trimEnd().split('\n').length;
  log.write(line('again'));
  await nextTurn();
  const [notice, again] = (chunks.at(-1) ?? '').split('\n');
  expect(JSON.parse(notice ?? '')).toMatchObject({ level: 40, time: 'now', dropped: 3000 - written });
  expect(`${again}\n`).toBe(line('again'));
});

test('drops everything when the reader is gone', async () => {
  const { pipe, chunks } = createPipe();
  const log = pipeDestination(pipe);
  pipe.destroy(new Error('write EPIPE'));
  await nextTurn();
  log.write(line('a'));
  await nextTurn();
  expect(chunks).toEqual([]);
});
