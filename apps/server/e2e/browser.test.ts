import { fileURLToPath } from 'node:url';
import { openBrowser, openPage } from '@sca-kit/test-support/open-browser';
import { rolldown } from 'rolldown';
import { afterAll, expect, it } from 'vitest';
import { startInProcess } from './support/in-process-server.ts';
import type { Statement } from './support/page-script.ts';
import { createUser, PIN_AND_DEVICE } from './support/sandbox-users.ts';

const browser = await openBrowser();
const page = browser && (await openPage(browser));

afterAll(async () => {
  await browser?.close();
});

it.skipIf(!page)('the client clears a step-up in a browser, with encrypted bodies', async () => {
  const bundle = await rolldown({
    input: fileURLToPath(new URL('support/page-script.ts', import.meta.url)),
    platform: 'browser',
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'inBrowser' });
  const { url, stop } = await startInProcess({ SCA_JOSE: 'required' });
  const user = await createUser(url, PIN_AND_DEVICE);
  // A page of the server, so that the requests have the same origin.
  await page?.goto(`${url}/health`);
  await page?.addScriptTag({ content: output[0].code });
  const call = `inBrowser.readStatement(${JSON.stringify(url)}, ${JSON.stringify(user)})`;
  const jose = 'application/jose+json';
  expect(await page?.evaluate<Statement>(call)).toEqual({ status: 200, currency: 'EUR', sent: [jose, jose] });
  await stop();
});
