import chromium from '@sparticuz/chromium';
import { type Browser, chromium as launcher } from 'playwright-core';

export type { Browser, Page } from 'playwright-core';

/**
 * Opens a headless browser: the Chromium of an npm package on Linux x64, the installed Chrome elsewhere.
 * Writes a line to stderr and returns undefined if neither exists.
 */
export async function openBrowser(): Promise<Browser | undefined> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    return launcher.launch({
      executablePath: await chromium.executablePath(),
      args: [...chromium.args, '--no-sandbox'],
    });
  }
  return launcher.launch({ channel: 'chrome' }).catch((error: Error) => {
    if (!error.message.includes("'chrome' is not found")) throw error;
    process.stderr.write('Chrome is not installed. The tests that need a browser are skipped.\n');
    return undefined;
  });
}
