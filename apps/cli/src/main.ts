#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Before any other import. The cache stays in a folder that only this user can write, because Node runs code from it.
enableCompileCache(
  process.env.NODE_COMPILE_CACHE ?? fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)),
);
const [{ runCommand }, { processContext }, { EXIT }] = await Promise.all([
  import('./run-command.ts'),
  import('./command-context.ts'),
  import('./exit.ts'),
]);
// A reader that closes the pipe early, such as `head`, is no error and leaves the exit code as it is.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.ok);
  throw error;
});
await runCommand(process.argv.slice(2), processContext);
