import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AccessLogEntry } from '@sca-kit/hono';
import { Hono } from 'hono';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { serveDocs } from './serve-docs.ts';

let folder: string;
let page: URL;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sca-kit-docs-'));
  page = pathToFileURL(join(folder, 'index.html'));
});
afterEach(() => rm(folder, { recursive: true }));

/** An app that serves the page, and its log. */
function serving(build?: () => Promise<void>): { get(): Promise<Response>; readonly log: AccessLogEntry[] } {
  const app = new Hono();
  const log: AccessLogEntry[] = [];
  serveDocs(app, { page, build, record: (entry) => log.push(entry) });
  return { get: async () => app.request('/docs'), log };
}

it('serves the page with a Content-Security-Policy that blocks the network, and logs its trace id', async () => {
  await writeFile(page, '<p>the reference');
  const { get, log } = serving();
  const response = await get();
  expect([response.status, await response.text()]).toEqual([200, '<p>the reference']);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  const traceId = response.headers.get('x-trace-id');
  expect(traceId).toMatch(/^[0-9a-f]{32}$/);
  expect(log).toMatchObject([{ traceId, method: 'GET', operationId: null, status: 200 }]);
});

it('builds a missing page once, and reports the build until it is done', async () => {
  const done = Promise.withResolvers<void>();
  let builds = 0;
  const { get } = serving(async () => {
    builds += 1;
    await done.promise;
    await writeFile(page, 'built');
  });
  const responses = await Promise.all([get(), get()]);
  expect(responses.map(({ status }) => status)).toEqual([503, 503]);
  expect(responses[0]?.headers.get('retry-after')).toBe('2');
  expect(await responses[0]?.text()).toContain('http-equiv="refresh"');
  done.resolve();
  await expect.poll(async () => (await get()).status, { timeout: 60_000 }).toBe(200);
  expect(builds).toBe(1);
});

it.each([
  ['cannot be made', undefined],
  ['could not be made', () => Promise.reject(new Error('no tool'))],
])('says what to do when the page is missing and %s', async (_, build) => {
  const { get } = serving(build);
  await get();
  const response = await get();
  expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('npx pnpm@12 build')]);
});
