import { spawnSync } from 'node:child_process';
import { ROOT } from './workspace.ts';

// What only a matrix needs, on top of the test command: the packed types with every TypeScript version in .ci/full, the
// client in Cloudflare's workerd, and every planted fault with every scenario and negative case of its operations.
interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly folder: string;
}

const steps: readonly Step[] = [
  { name: 'install the tools', command: ['pnpm', 'install', '--frozen-lockfile'], folder: '.ci/full' },
  { name: 'build the packages', command: ['node', '.ci/run-tasks.ts', 'build'], folder: '.' },
  {
    name: 'packed packages with every TypeScript version',
    command: ['node', '.ci/run-vitest.ts', '--dir', '.ci', 'pack.test.ts'],
    folder: '.',
  },
  {
    name: 'the client in workerd',
    command: ['node', '../../.ci/run-vitest.ts', '--project=e2e', 'e2e/workerd.test.ts'],
    folder: 'apps/server',
  },
  {
    name: 'planted faults with every scenario',
    command: ['node', '../../.ci/run-vitest.ts', 'conformance/planted-faults.test.ts'],
    folder: 'apps/cli',
  },
];

const failed = steps.filter(({ name, command: [file, ...args], folder }, index) => {
  process.stdout.write(`\n[${index + 1}/${steps.length}] ${name}\n`);
  const { status } = spawnSync(file, args, {
    cwd: `${ROOT}${folder}`,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, SCA_TEST_FULL: '1' },
  });
  return status !== 0;
});
process.stdout.write(`\n${steps.length - failed.length} passed, ${failed.length} failed\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
