import { access, constants, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderHtml } from './html.ts';
import { renderJunit } from './junit.ts';
import type { Report } from './report.ts';

/**
 * The report as JSON, for other programs.
 * @example
 * process.stdout.write(renderJson(report));
 */
export const renderJson = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;

const FILES = { 'report.json': renderJson, 'junit.xml': renderJunit, 'index.html': renderHtml } as const;

/**
 * Makes a folder ready for a report before there is one. The report of an earlier run is taken away: if this run breaks
 * off, it would pass for this one's.
 *
 * @throws the error of the file system when the folder cannot be written
 * @example
 * await prepareReport('contract-report');
 * await writeReport(await runCheck({ target }), 'contract-report');
 */
export async function prepareReport(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await access(folder, constants.W_OK);
  await Promise.all(Object.keys(FILES).map((name) => rm(join(folder, name), { force: true })));
}

/**
 * Writes `report.json`, `junit.xml` and `index.html` into a folder, which is made when it does not exist.
 *
 * @returns the paths written
 * @example
 * await writeReport(report, 'contract-report'); // report.json, junit.xml, index.html
 */
export async function writeReport(report: Report, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  return Promise.all(
    Object.entries(FILES).map(async ([name, render]) => {
      const path = join(folder, name);
      await writeFile(path, render(report));
      return path;
    }),
  );
}
