import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { startSandbox } from './support/sandbox.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: {
    readonly steps: readonly { readonly run: string; readonly env?: Readonly<Record<string, string>> }[];
  };
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const action = parse(readFileSync(join(root, '.github/actions/contract-check/action.yml'), 'utf8')) as Action;
const step = action.runs.steps.at(-1);

/** The environment of the step, with the inputs that a runner would insert. */
function environmentFor(given: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(step?.env ?? {}).map(([name, value]) => [
      name,
      value
        .replace(
          /\$\{\{ inputs\.([\w-]+) \}\}/,
          (_, input: string) => given[input] ?? action.inputs[input]?.default ?? '',
        )
        .replace(/\$\{\{ github\.action_path \}\}/, join(root, '.github/actions/contract-check')),
    ]),
  );
}

test('the action passes every input to the command', () => {
  const used = Object.values(step?.env ?? {}).flatMap((value) => /inputs\.([\w-]+)/.exec(value)?.[1] ?? []);
  expect(used.toSorted()).toEqual(Object.keys(action.inputs).toSorted());
});

test('the action checks a server and writes the report', async () => {
  const sandbox = await startSandbox();
  const workspace = mkdtempSync(join(tmpdir(), 'contract action '));
  const inputs = { target: sandbox.url, family: 'operations', require: '100', seed: '7', 'client-id': 'demo-client' };
  const env = { ...process.env, ...environmentFor({ ...inputs, 'client-secret': 'demo-secret' }) };
  const { stdout } = await promisify(execFile)('bash', ['-e', '-o', 'pipefail', '-c', step?.run ?? 'false'], {
    cwd: workspace,
    env,
  });
  await sandbox.stop();
  expect(stdout).toContain('Seed 7.');
  expect(existsSync(join(workspace, 'contract-report', 'index.html'))).toBe(true);
  rmSync(workspace, { recursive: true, force: true });
});
