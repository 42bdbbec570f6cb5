import chromium from '@sparticuz/chromium';
import { type Browser, chromium as driver } from 'playwright-core';

/**
 * A Chromium from npm on Linux x64; elsewhere the Chrome that is installed.
 * Nothing, and a line that says so, where there is neither.
 */
export async function openBrowser(): Promise<Browser | undefined> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    return driver.launch({
      executablePath: await chromium.executablePath(),
      args: [...chromium.args, '--no-sandbox'],
    });
  }
  return driver.launch({ channel: 'chrome' }).catch((error: Error) => {
    if (!error.message.includes("'chrome' is not found")) throw error;
    process.stderr.write('There is no Chrome on this machine: the tests that need a browser are skipped.\n');
    return undefined;
  });
}
