#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Before anything else is loaded: keeps compiled code for the next call, in a folder that only this user can write.
enableCompileCache(
  process.env.NODE_COMPILE_CACHE ?? fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)),
);
const { runCommand } = await import('./run-command.ts');
await runCommand(process.argv.slice(2));
