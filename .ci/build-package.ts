import { spawnSync } from 'node:child_process';
import { cpSync, globSync, rmSync } from 'node:fs';
import { relative } from 'node:path';

// Writes dist/ of the package in the working folder: what TypeScript emits, and what was JavaScript from the start.
rmSync('dist', { recursive: true, force: true });
const { status } = spawnSync('tsc', ['-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (status !== 0) process.exit(status ?? 1);
for (const path of globSync('src/**/*.{js,d.ts}')) cpSync(path, `dist/${relative('src', path)}`);
