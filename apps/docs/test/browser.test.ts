import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, openBrowser, openPage, type Page } from '@sca-kit/test-support/open-browser';
import { afterAll, expect, test } from 'vitest';

interface Operation {
  readonly summary: string;
  readonly tags?: readonly string[];
}

const bundle: {
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Record<string, Record<string, Operation>>;
} = JSON.parse(readFileSync(fileURLToPath(import.meta.resolve('@sca-kit/spec/openapi.json')), 'utf8'));
const file = new URL('../dist/index.html', import.meta.url).href;

const browser = await openBrowser();
afterAll(() => browser?.close());
const it = test.skipIf(!browser);

const isOf =
  (tag: string) =>
  ({ tags }: Operation): boolean =>
    tags?.includes(tag) ?? false;

/** Opens the API reference and records its errors and requests. */
async function open(): Promise<{ readonly page: Page; readonly errors: string[]; readonly requests: string[] }> {
  const page = await openPage(browser as Browser);
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(file);
  await page.getByRole('heading', { name: 'Families' }).waitFor();
  return { page, errors, requests };
}

// Rendering takes seconds, so that both tests use one page.
const opened = browser ? open() : undefined;

it('the API reference shows every operation in a browser, without network requests or policy violations', async () => {
  const { page, errors, requests } = await (opened as ReturnType<typeof open>);
  const menu = page.locator('.menu-content');
  for (const { name } of bundle.tags) {
    const operations = Object.values(bundle.paths).flatMap((path) => Object.values(path).filter(isOf(name)));
    expect(operations.length).toBeGreaterThan(0);
    // A click opens a group and closes the others.
    await menu.getByText(name, { exact: true }).first().click();
    for (const { summary } of operations) await menu.getByText(summary, { exact: true }).first().waitFor();
  }
  expect(errors).toEqual([]);
  expect(requests).toEqual([file]);
});

it('the API reference can be searched in a browser', async () => {
  const { page, errors } = await (opened as ReturnType<typeof open>);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('fingerprint');
  await page.getByText('/v2/profiles/{profileId}/device-fingerprints').first().waitFor();
  expect(errors).toEqual([]);
});
