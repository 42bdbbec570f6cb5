import { execFile } from 'node:child_process';
import type { Benchmark } from '../benchmark.ts';
import { InvalidRun } from '../invalid-run.ts';
import { CLI } from '../sandbox/cli.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { oursAtMost } from '../target.ts';

/** A contract check of the sandbox, as CI runs it. */
export const checkBenchmark: Benchmark = {
  name: 'check',
  summary: 'runs a contract check of the sandbox',
  async open(setup) {
    const { url } = await startSandbox(setup);
    return {
      sides: { ours: { what: '`sca-kit contract check` of the sandbox', run: () => checkSeconds(url) } },
      rows: [{ ours: 'ours', unit: 's', target: oursAtMost(10) }],
      rounds: setup.quick ? 1 : 3,
      warmUp: false,
    };
  },
};

function checkSeconds(url: string): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [CLI, 'contract', 'check', '--target', url, '--seed', '1'], (error, stdout) => {
      if (error) reject(new InvalidRun(`the contract check failed: ${stdout.slice(-500)}`));
      else resolve((performance.now() - began) / 1000);
    });
  });
}
