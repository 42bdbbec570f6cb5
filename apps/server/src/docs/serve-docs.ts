import { readFile } from 'node:fs/promises';
import type { Hono } from 'hono';

/** Written by the build of the documentation. */
const REFERENCE = new URL('../../../docs/dist/index.html', import.meta.url);

const NOT_BUILT = `<!doctype html><meta charset="utf-8"><title>sca-kit reference</title>
<p>The reference is not built yet: run <code>npx pnpm@12 build</code>, then load this page again.</p>`;

/** Serves the reference at `/docs`. It is one file that needs nothing from elsewhere, and the policy holds it to that. */
export function serveDocs(app: Hono): void {
  app.get('/docs', async (c) => {
    c.header(
      'Content-Security-Policy',
      "default-src 'none'; script-src 'unsafe-inline' blob:; worker-src blob:; style-src 'unsafe-inline'; img-src 'self' data:; font-src data:; connect-src 'self'; form-action 'none'; frame-ancestors 'none'",
    );
    c.header('X-Content-Type-Options', 'nosniff');
    const page = await readFile(REFERENCE, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    return page === undefined ? c.html(NOT_BUILT, 503) : c.html(page);
  });
}
