import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Creates a folder for the tests of a file. Pass it to `removeAfterAll`. */
export async function temporaryFolder(): Promise<string> {
  return await mkdtemp(join(tmpdir(), 'sca-kit-store-'));
}

/** Removes the folder after the tests of the file, or of the `describe` block that calls it. */
export function removeAfterAll(folder: () => string): void {
  afterAll(() => rm(folder(), { recursive: true, force: true }));
}
