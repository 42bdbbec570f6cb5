import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { expect, it } from 'vitest';
import { startInProcess } from './support/in-process-server.ts';
import { createUser, PIN_AND_DEVICE } from './support/sandbox-users.ts';

/** The part of Miniflare's API that this test uses. */
interface Worker {
  dispatchFetch(url: string, init: { readonly method: string; readonly body: string }): Promise<Response>;
  dispose(): Promise<void>;
}

// Only `test:full` installs Miniflare.
const { Miniflare } = createRequire(new URL('../../../.ci/full/package.json', import.meta.url))('miniflare') as {
  readonly Miniflare: new (options: { readonly compatibilityDate: string; readonly script: string }) => Worker;
};

const HANDLER = `
addEventListener('fetch', (event) => event.respondWith((async () => {
  const { url, user } = await event.request.json();
  return Response.json(await inWorker.readStatement(url, user));
})()));`;

it('the client clears a step-up in a Cloudflare Worker, with encrypted bodies', async () => {
  const bundle = await rolldown({
    input: fileURLToPath(new URL('support/page-script.ts', import.meta.url)),
    platform: 'neutral',
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'inWorker' });
  const { url, stop } = await startInProcess({ SCA_JOSE: 'required' });
  const user = await createUser(url, PIN_AND_DEVICE);
  const worker = new Miniflare({ compatibilityDate: '2026-07-01', script: output[0].code + HANDLER });
  const response = await worker.dispatchFetch('http://worker/', {
    method: 'POST',
    body: JSON.stringify({ url, user }),
  });
  const jose = 'application/jose+json';
  expect(await response.json()).toEqual({ status: 200, currency: 'EUR', sent: [jose, jose] });
  await worker.dispose();
  await stop();
});
