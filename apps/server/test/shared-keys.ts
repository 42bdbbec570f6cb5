import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openKeys } from '../src/keys/open-keys.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A data folder that holds a key file. Generating the keys costs more than the rest of a start. */
    keysFolder: string;
  }
}

/** Generates the key file once per run. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'sca-kit-keys-'));
  await openKeys(folder, Date.now());
  project.provide('keysFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
