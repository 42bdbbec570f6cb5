import chromium from '@sparticuz/chromium';
import { type Browser, chromium as launcher, type Page } from 'playwright-core';

export type { Browser, Page } from 'playwright-core';

/** Ends a wait that hangs, in milliseconds. Ten times what a page needs on a busy machine. */
const HANG_GUARD = 300_000;

/**
 * Opens a headless browser: the Chromium of an npm package on Linux x64, the installed Chrome elsewhere.
 * Writes a line to stderr and returns undefined if neither exists.
 */
export async function openBrowser(): Promise<Browser | undefined> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    return launcher.launch({
      executablePath: await chromium.executablePath(),
      args: [...chromium.args, '--no-sandbox'],
      timeout: HANG_GUARD,
    });
  }
  return launcher.launch({ channel: 'chrome', timeout: HANG_GUARD }).catch((error: Error) => {
    if (!error.message.includes("'chrome' is not found")) throw error;
    process.stderr.write('Chrome is not installed. The tests that need a browser are skipped.\n');
    return undefined;
  });
}

/** Opens an empty page whose waits fail only when they hang. */
export async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(HANG_GUARD);
  return page;
}
