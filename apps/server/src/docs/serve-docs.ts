import { readFile, stat } from 'node:fs/promises';
import type { AccessLogEntry } from '@sca-kit/hono';
import { newTraceId } from '@sca-kit/node';
import type { Context, Hono } from 'hono';

export interface DocsOptions {
  /** Where the build of the documentation writes the reference. */
  readonly page: URL;
  /** Makes the page, where that can be done: called once, when it is first asked for and not there. */
  readonly build: (() => Promise<void>) | undefined;
  /** Takes the access log's line. */
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

/** Serves the reference at `/docs`. It is one file that needs nothing from elsewhere, and the policy holds it to that. */
export function serveDocs(app: Hono, { page, build, record }: DocsOptions): void {
  let state: 'not built' | 'building' | 'failed' = build ? 'not built' : 'failed';

  async function answer(c: Context): Promise<Response> {
    c.header('Content-Security-Policy', POLICY);
    c.header('X-Content-Type-Options', 'nosniff');
    const bytes = await kept();
    if (bytes !== undefined) return c.body(bytes, 200, { 'Content-Type': 'text/html; charset=UTF-8' });
    c.header('Cache-Control', 'no-store');
    if (state === 'failed') return c.html(NOT_BUILT, 503);
    if (state === 'not built') void make();
    c.header('Retry-After', '2');
    return c.html(BUILDING, 503);
  }

  let held: { readonly bytes: Uint8Array<ArrayBuffer>; readonly written: number } | undefined;

  /** The page, read anew when it was written anew: one copy for everybody who asks. */
  async function kept(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const written = await writtenAt(page);
    if (written === undefined) return undefined;
    if (held?.written !== written) held = { bytes: new Uint8Array(await readFile(page)), written };
    return held.bytes;
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
    const response = await answer(c);
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
