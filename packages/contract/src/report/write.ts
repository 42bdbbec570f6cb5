import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderHtml } from './html.ts';
import { renderJunit } from './junit.ts';
import type { Report } from './report.ts';

/** The report as JSON, for other programs. */
export const renderJson = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;

/**
 * Writes `report.json`, `junit.xml` and `index.html` into a folder, which is made when it does not exist.
 *
 * @returns the paths written
 */
export async function writeReport(report: Report, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files = {
    'report.json': renderJson(report),
    'junit.xml': renderJunit(report),
    'index.html': renderHtml(report),
  };
  return Promise.all(
    Object.entries(files).map(async ([name, text]) => {
      const path = join(folder, name);
      await writeFile(path, text);
      return path;
    }),
  );
}
