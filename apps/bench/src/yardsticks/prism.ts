import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Setup } from '../benchmark.ts';
import { type ServerProcess, startProcess } from '../processes.ts';

const PRISM = join(
  dirname(createRequire(import.meta.url).resolve('@stoplight/prism-cli/package.json')),
  'dist/index.js',
);
const SPEC = fileURLToPath(import.meta.resolve('@sca-kit/spec/openapi.json'));

/** Starts the stock `prism mock` on the OpenAPI document of sca-kit. */
export const startPrism = (setup: Setup): Promise<ServerProcess> =>
  startProcess(setup, [PRISM, 'mock', SPEC, '--port', '0', '--host', '127.0.0.1']);
