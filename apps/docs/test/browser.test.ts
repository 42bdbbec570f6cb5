import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, openBrowser, type Page } from '@sca-kit/test-browser';
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

/** The page, and what it complained of and asked for. */
async function open(): Promise<{ readonly page: Page; readonly faults: string[]; readonly asked: string[] }> {
  const page = await (browser as Browser).newPage();
  const faults: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(file);
  await page.getByRole('heading', { name: 'Families' }).waitFor();
  return { page, faults, asked };
}

it('in a browser every operation is found, nothing more is asked for, and the page keeps its own rules', async () => {
  const { page, faults, asked } = await open();
  const menu = page.locator('.menu-content');
  for (const { name } of bundle.tags) {
    const operations = Object.values(bundle.paths).flatMap((path) => Object.values(path).filter(isOf(name)));
    expect(operations.length).toBeGreaterThan(0);
    // A group opens by a click, and closes when another opens.
    await menu.getByText(name, { exact: true }).first().click();
    for (const { summary } of operations) await menu.getByText(summary, { exact: true }).first().waitFor();
  }
  expect(faults).toEqual([]);
  expect(asked).toEqual([file]);
});

it('in a browser the reference can be searched', async () => {
  const { page, faults } = await open();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('fingerprint');
  await page.getByText('/v2/profiles/{profileId}/device-fingerprints').first().waitFor();
  expect(faults).toEqual([]);
});
