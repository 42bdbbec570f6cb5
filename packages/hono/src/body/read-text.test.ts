import { describe, expect, test } from 'vitest';
import { readText } from './read-text.ts';

test('reports an interrupted body as an error of the client', async () => {
  let pulls = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulls += 1;
      if (pulls === 1) controller.enqueue(new TextEncoder().encode('{"pin":'));
      else controller.error(new Error('aborted'));
    },
  });
  const request = new Request('http://localhost/', { method: 'POST', body, duplex: 'half' } as RequestInit);
  await expect(readText(request, 100)).rejects.toMatchObject({ code: 'request.malformed', status: 400 });
});

const posted = (body: string | Uint8Array<ArrayBuffer> | undefined, headers: Record<string, string> = {}): Request =>
  new Request('http://localhost/', { method: 'POST', headers, ...(body === undefined ? {} : { body }) });

test.each([
  ['as many bytes as the limit', 'x'.repeat(100)],
  ['characters of several bytes', 'ä'.repeat(50)],
  ['nothing', ''],
])('%s are read', async (_, text) => {
  expect(await readText(posted(text), 100)).toBe(text);
});

test('reads a missing body as an empty string', async () => {
  expect(await readText(posted(undefined), 100)).toBe('');
});

test.each([
  ['one byte more than the limit', posted('x'.repeat(101))],
  ['fewer characters, but more bytes', posted('ä'.repeat(51))],
  ['an announcement of more', posted('x', { 'content-length': '101' })],
])('413 for %s', async (_, request) => {
  await expect(readText(request, 100)).rejects.toMatchObject({ code: 'request.too.large', status: 413 });
});

test('returns 413 at the limit without reading the rest of the body', async () => {
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(60)),
    cancel() {
      cancelled = true;
    },
  });
  const request = new Request('http://localhost/', { method: 'POST', body, duplex: 'half' } as RequestInit);
  await expect(readText(request, 100)).rejects.toMatchObject({ status: 413 });
  expect(cancelled).toBe(true);
});

/** A body in pieces of a size. */
function inPieces(text: string, size: number): Request {
  const bytes = new TextEncoder().encode(text);
  let offset = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (offset >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(offset, offset + size));
      offset += size;
    },
  });
  return new Request('http://localhost', { method: 'POST', body, duplex: 'half' });
}

test.each([1, 3, 1024, 5000])('reads the same text from chunks of %i bytes', async (size) => {
  const text = `${'ä'.repeat(1500)}€`;
  expect(await readText(inPieces(text, size), 10_000)).toBe(text);
});

test('returns 400 for a body in too many small chunks', async () => {
  await expect(readText(inPieces(' '.repeat(5000), 1), 10_000)).rejects.toMatchObject({
    code: 'request.malformed',
    message: expect.stringContaining('small chunks'),
  });
  await expect(readText(inPieces(' '.repeat(64 * 5000), 64), 2 ** 20)).resolves.toHaveLength(64 * 5000);
});

test('400 for bytes that are not UTF-8', async () => {
  await expect(readText(posted(new Uint8Array([0xc3, 0x28])), 100)).rejects.toMatchObject({
    code: 'request.malformed',
  });
});

describe('all bodies together', () => {
  /** A body of which some bytes have arrived. */
  function arriving(size: number): { readonly request: Request; readonly end: () => void } {
    let end = (): void => {};
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(size).fill(65));
        end = () => controller.close();
      },
    });
    const request = new Request('http://localhost/', { method: 'POST', body, duplex: 'half' } as RequestInit);
    return { request, end: () => end() };
  }

  test('share a memory budget and release it', async () => {
    const budget = { usedBytes: 0, maxBytes: 150, exemptBytes: 50 };
    const waiting = [arriving(100), arriving(100)].map(({ request, end }) => ({
      read: readText(request, 1000, budget),
      end,
    }));
    await expect(Promise.race(waiting.map(({ read }) => read))).rejects.toMatchObject({
      code: 'service.unavailable',
      details: { retryAfter: 1 },
    });
    waiting[0]?.end();
    expect(await waiting[0]?.read).toHaveLength(100);
    expect(budget.usedBytes).toBe(0);
  });

  test('do not block small bodies when large bodies use up the budget', async () => {
    const budget = { usedBytes: 0, maxBytes: 150, exemptBytes: 50 };
    const large = arriving(150);
    const read = readText(large.request, 1000, budget);
    await expect.poll(() => budget.usedBytes, { timeout: 60_000 }).toBe(150);
    expect(await readText(posted('x'.repeat(50)), 1000, budget)).toHaveLength(50);
    await expect(readText(posted('x'.repeat(51)), 1000, budget)).rejects.toMatchObject({ code: 'service.unavailable' });
    large.end();
    await read;
    expect(budget.usedBytes).toBe(0);
  });
});
