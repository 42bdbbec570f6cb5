import { fileURLToPath } from 'node:url';
import { openBrowser } from '@sca-kit/test-browser';
import { rolldown } from 'rolldown';
import { afterAll, expect, it } from 'vitest';
import type { Statement } from './support/page-script.ts';
import { createUser, PIN_AND_DEVICE } from './support/sandbox-users.ts';
import { cleanUp, startServer } from './support/server-process.ts';

const page = await (await openBrowser())?.newPage();

afterAll(async () => {
  await page?.context().browser()?.close();
  await cleanUp();
});

it.skipIf(!page)('the client clears a step-up in a page, with sealed bodies', async () => {
  const bundle = await rolldown({
    input: fileURLToPath(new URL('support/page-script.ts', import.meta.url)),
    platform: 'browser',
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'inBrowser' });
  const { url } = await startServer({ SCA_DATA: ':memory:', SCA_JOSE: 'required' });
  const user = await createUser(url, PIN_AND_DEVICE);
  // Any page of the server: its requests are then of the same origin.
  await page?.goto(`${url}/health`);
  await page?.addScriptTag({ content: output[0].code });
  const call = `inBrowser.readStatement(${JSON.stringify(url)}, ${JSON.stringify(user)})`;
  const jose = 'application/jose+json';
  expect(await page?.evaluate<Statement>(call)).toEqual({ status: 200, currency: 'EUR', sent: [jose, jose] });
});
