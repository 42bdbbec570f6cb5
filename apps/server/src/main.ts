import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Before anything else is loaded: keeps compiled code for the next start, which halves its time and saves memory.
// Node's own default is a folder that everybody can write; code that is run must not come from there.
enableCompileCache(
  process.env.NODE_COMPILE_CACHE ?? fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)),
);
const { run } = await import('./run.ts');
await run(process.env);
