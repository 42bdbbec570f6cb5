import { access, constants, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderHtml } from './html.ts';
import { renderJunit } from './junit.ts';
import type { Report } from './report.ts';

/**
 * Renders a report as JSON.
 *
 * @example
 * process.stdout.write(renderJson(report));
 */
export const renderJson = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;

const FILES = { 'report.json': renderJson, 'junit.xml': renderJunit, 'index.html': renderHtml } as const;

/**
 * Creates the folder of a report and deletes the report of an earlier run, which would be mistaken for that of a run that
 * is interrupted.
 *
 * @example
 * await prepareReport('contract-report');
 * @throws the error of the file system when the folder cannot be written
 */
export async function prepareReport(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await access(folder, constants.W_OK);
  await Promise.all(Object.keys(FILES).map((name) => rm(join(folder, name), { force: true })));
}

/**
 * Writes `report.json`, `junit.xml` and `index.html` into a folder, which is created when it does not exist.
 *
 * @returns the paths of the files
 * @example
 * await writeReport(report, 'contract-report');
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
