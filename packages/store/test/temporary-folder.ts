import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder that goes away with the test file. */
export async function temporaryFolder(): Promise<string> {
  return await mkdtemp(join(tmpdir(), 'sca-kit-store-'));
}

/** Declares that the folder is removed at the end of the file, or of the suite it is called in. */
export function removeAfterAll(folder: () => string): void {
  afterAll(() => rm(folder(), { recursive: true, force: true }));
}
