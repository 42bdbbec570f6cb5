import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

/** Serves an app on a free port and prints its URL. */
export function serveBare({ fetch }: Pick<Hono, 'fetch'>): void {
  serve({ fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
    process.stdout.write(`http://127.0.0.1:${port}\n`);
  });
}
