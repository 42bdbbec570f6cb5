import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunningServer } from '@sca-kit/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ProcessOutcome, runNode } from './support/process.ts';
import { startSandbox } from './support/sandbox.ts';

const redocly = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));
const folder = fileURLToPath(new URL('../../../spec/flows/', import.meta.url));
const flows = readdirSync(folder).filter((name) => name.endsWith('.arazzo.yaml'));

/** The part of Respect's result that is used here. */
interface Result {
  readonly files: Readonly<Record<string, { readonly executedWorkflows: readonly Workflow[] }>>;
}
interface Workflow {
  readonly workflowId: string;
  readonly status: string;
  readonly executedSteps: readonly { readonly stepId: string; readonly status: string }[];
}

let sandbox: RunningServer;
let scratch: string;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'sca-kit-flows-'));
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox.stop();
  rmSync(scratch, { recursive: true, force: true });
});

function respect(files: readonly string[]): Promise<ProcessOutcome> {
  const output = join(scratch, 'result.json');
  const args = ['respect', ...files, '--server', `sca=${sandbox.url}`, '--json-output', output];
  return runNode(redocly, args, { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' });
}

const WRONG = 'wrong.arazzo.yaml';

describe('the Arazzo flows', () => {
  const results = new Map<string, readonly Workflow[]>();
  let outcome: ProcessOutcome;

  beforeAll(async () => {
    // The same run executes one flow that expects another response, to prove that a deviation fails.
    const text = readFileSync(join(folder, 'pin.arazzo.yaml'), 'utf8');
    const url = join(folder, '../openapi.yaml');
    const wrong = text.replace('../openapi.yaml', url).replace('pin.verification.failed', 'pin.all.right');
    expect(wrong).toContain('pin.all.right');
    writeFileSync(join(scratch, WRONG), wrong);
    outcome = await respect([...flows.map((name) => join(folder, name)), join(scratch, WRONG)]);
    const { files } = JSON.parse(readFileSync(join(scratch, 'result.json'), 'utf8')) as Result;
    for (const [path, { executedWorkflows }] of Object.entries(files)) {
      results.set(path.split(/[\\/]/).at(-1) ?? path, executedWorkflows);
    }
  });

  test.each(flows)('%s succeeds against a sandbox', (name) => {
    const workflows = results.get(name) ?? [];
    const steps = workflows.flatMap(({ workflowId, executedSteps }) =>
      executedSteps.map(({ stepId, status }) => `${workflowId} ${stepId}: ${status}`),
    );
    expect(
      steps.filter((step) => !step.endsWith(': success')),
      outcome.stderr,
    ).toEqual([]);
    expect(steps.length).toBeGreaterThan(workflows.length);
    expect(workflows.map(({ status }) => status)).toEqual(workflows.map(() => 'success'));
  });

  test.each([
    'clearChallengeWithPin',
    'clearChallengeWithDeviceFingerprint',
    'clearChallengeBySms',
    'clearChallengeByWhatsApp',
    'clearChallengeByVoice',
    'clearChallengeWithFaceMap',
    'openSession',
    'enrolOtp',
    'enrolPush',
    'stepUpByOtp',
    'stepUpByPush',
  ])('include %s', (workflowId) => {
    expect([...results.values()].flat().map((workflow) => workflow.workflowId)).toContain(workflowId);
  });

  test('fail when the server responds differently than a flow expects', () => {
    expect(results.get(WRONG)?.map(({ status }) => status)).toContain('error');
    expect(outcome.code).not.toBe(0);
  });
});
