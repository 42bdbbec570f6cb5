import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Outcome, type Running, runNode, startScaKit } from './support/command.ts';

const redocly = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));
const folder = fileURLToPath(new URL('../../../spec/flows/', import.meta.url));
const flows = readdirSync(folder).filter((name) => name.endsWith('.arazzo.yaml'));

/** What of Respect's result is read here. */
interface Result {
  readonly files: Readonly<Record<string, { readonly executedWorkflows: readonly Workflow[] }>>;
}
interface Workflow {
  readonly workflowId: string;
  readonly status: string;
  readonly executedSteps: readonly { readonly stepId: string; readonly status: string }[];
}

let sandbox: Running;
let scratch: string;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'sca-kit-flows-'));
  sandbox = await startScaKit(['start', '--port', '0', '--data', ':memory:'], { SCA_LOG_LEVEL: 'silent' });
});
afterAll(async () => {
  await sandbox.stop();
  rmSync(scratch, { recursive: true, force: true });
});

function respect(files: readonly string[]): Promise<Outcome> {
  const output = join(scratch, 'result.json');
  const args = ['respect', ...files, '--server', `sca=${sandbox.url}`, '--json-output', output];
  return runNode(redocly, args, { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' });
}

describe('the flows of the description', () => {
  const results = new Map<string, readonly Workflow[]>();
  let outcome: Outcome;

  beforeAll(async () => {
    outcome = await respect(flows.map((name) => join(folder, name)));
    const { files } = JSON.parse(readFileSync(join(scratch, 'result.json'), 'utf8')) as Result;
    for (const [path, { executedWorkflows }] of Object.entries(files)) {
      results.set(path.split(/[\\/]/).at(-1) ?? path, executedWorkflows);
    }
  });

  test.each(flows)('%s runs to its end against a sandbox', (name) => {
    const workflows = results.get(name) ?? [];
    const steps = workflows.flatMap(({ workflowId, executedSteps }) =>
      executedSteps.map(({ stepId, status }) => `${workflowId} ${stepId}: ${status}`),
    );
    expect(steps.filter((step) => !step.endsWith(': success'))).toEqual([]);
    expect(steps.length).toBeGreaterThan(workflows.length);
    expect(workflows.map(({ status }) => status)).toEqual(workflows.map(() => 'success'));
  });

  test('end without an error', () => {
    expect(outcome.code, outcome.stdout + outcome.stderr).toBe(0);
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
  ])('%s is among them', (workflowId) => {
    expect([...results.values()].flat().map((workflow) => workflow.workflowId)).toContain(workflowId);
  });

  test('fail where a server does something else than a flow says', async () => {
    const text = readFileSync(join(folder, 'pin.arazzo.yaml'), 'utf8');
    const wrong = join(scratch, 'wrong.arazzo.yaml');
    const url = join(folder, '../openapi.yaml');
    writeFileSync(wrong, text.replace('../openapi.yaml', url).replace('pin.verification.failed', 'pin.all.right'));
    expect((await respect([wrong])).code).not.toBe(0);
  });
});
