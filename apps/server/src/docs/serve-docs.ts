import { readFile, stat } from 'node:fs/promises';
import type { AccessLogEntry } from '@sca-kit/hono';
import { newTraceId } from '@sca-kit/node';
import type { Context, Hono } from 'hono';

export interface DocsOptions {
  /** The file to which the documentation build writes the reference. */
  readonly page: URL;
  /** Builds the page, if it can be built. Called once, on the first request for a missing page. */
  readonly build: (() => Promise<void>) | undefined;
  /** Gets the access log entry. */
  readonly record: (entry: AccessLogEntry) => void;
}

const html = (text: string, head = ''): string =>
  `<!doctype html><meta charset="utf-8">${head}<title>sca-kit reference</title>\n<p>${text}</p>`;

const BUILDING = html(
  'The reference is being built. This page loads itself again until it is there.',
  '<meta http-equiv="refresh" content="2">',
);
const NOT_BUILT = html('The reference is not built: run <code>npx pnpm@12 build</code>, then load this page again.');

const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  'font-src data:',
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves the reference at `/docs`: one file without external resources, which its Content-Security-Policy enforces. */
export function serveDocs(app: Hono, { page, build, record }: DocsOptions): void {
  let state: 'not built' | 'building' | 'failed' = build ? 'not built' : 'failed';

  async function respond(c: Context): Promise<Response> {
    c.header('Content-Security-Policy', POLICY);
    c.header('X-Content-Type-Options', 'nosniff');
    const bytes = await readPage();
    if (bytes !== undefined) return c.body(bytes, 200, { 'Content-Type': 'text/html; charset=UTF-8' });
    c.header('Cache-Control', 'no-store');
    if (state === 'failed') return c.html(NOT_BUILT, 503);
    if (state === 'not built') void make();
    c.header('Retry-After', '2');
    return c.html(BUILDING, 503);
  }

  let cached: { readonly bytes: Uint8Array<ArrayBuffer>; readonly written: number } | undefined;

  /** Reads the page again when the file has changed; otherwise returns the cached bytes. */
  async function readPage(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const written = await writtenAt(page);
    if (written === undefined) return undefined;
    if (cached?.written !== written) cached = { bytes: new Uint8Array(await readFile(page)), written };
    return cached.bytes;
  }

  async function make(): Promise<void> {
    state = 'building';
    await build?.().catch(() => {
      state = 'failed';
    });
  }

  app.get('/docs', async (c) => {
    const started = performance.now();
    const traceId = newTraceId();
    c.header('x-trace-id', traceId);
    const response = await respond(c);
    record({
      traceId,
      correlationId: null,
      method: c.req.method,
      operationId: null,
      clientId: null,
      status: response.status,
      milliseconds: performance.now() - started,
      code: null,
      cause: undefined,
    });
    return response;
  });
}

async function writtenAt(page: URL): Promise<number | undefined> {
  try {
    return (await stat(page)).mtimeMs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
