import type { Benchmark, Setup } from '../benchmark.ts';
import { InvalidRun } from '../invalid-run.ts';
import { pathOf, startProcess } from '../processes.ts';
import { SERVER, SETTINGS, temporaryFolder } from '../sandbox/start-sandbox.ts';
import { ratioAtMost } from '../target.ts';

/** From the start of the process to its first response. */
export const startBenchmark: Benchmark = {
  name: 'start',
  summary: 'starts the sandbox, until its first 200',
  async open(setup) {
    const env = { ...SETTINGS, SCA_DATA: temporaryFolder(setup) };
    return {
      sides: {
        ours: { what: 'sandbox on an existing folder, to the first 200', run: () => untilFirst(setup, [SERVER], env) },
        hono: { what: 'bare Hono server', run: () => untilFirst(setup, [pathOf('yardsticks/bare-health.ts')]) },
      },
      rows: [{ ours: 'ours', yardstick: 'hono', unit: 'ms', target: ratioAtMost(4) }],
    };
  },
};

async function untilFirst(
  setup: Setup,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const began = performance.now();
  const server = await startProcess(setup, args, env);
  const { status } = await fetch(`${server.url}/health`);
  const milliseconds = performance.now() - began;
  await server.stop();
  if (status !== 200) throw new InvalidRun(`GET /health returned ${status}`);
  return milliseconds;
}
