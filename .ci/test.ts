import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { stripVTControlCharacters, styleText } from 'node:util';
import { countTests, type Report } from './count-tests.ts';
import { createTaskLog, hasFailed, isCached } from './task-log.ts';
import { type PlannedTask, planTasks, startTurbo } from './turbo.ts';
import { ROOT } from './workspace.ts';

// The test command: every check of every package, through turbo, which runs what changed and replays the rest. It prints
// one line per task, the output of failed tasks at the end, and the number of tests in the last line.
// `--json` prints a summary as JSON to stdout and the rest to stderr. All other arguments go to turbo.
const json = process.argv.includes('--json');
const args = [
  // Builds run where a task depends on them. The reference pages of the packages (docs#build) are not part of the tests.
  ...['check', 'lint', 'test'],
  ...['check:workspace', 'lint:code', 'lint:imports', 'lint:unused', 'test:workspace'],
  ...process.argv.slice(2).filter((each) => each !== '--json'),
];
const out = json ? process.stderr : process.stdout;
const started = performance.now();
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

const reports = (): string[] => globSync('{.,spec,{packages,apps}/*}/.vitest/report.json', { cwd: ROOT });
// Reports are outputs of tasks: a replayed task restores its report.
for (const path of reports()) rmSync(`${ROOT}${path}`);
const summaries = (): string[] => globSync('.turbo/runs/*.json', { cwd: ROOT });
for (const path of summaries()) rmSync(`${ROOT}${path}`);

interface Result {
  readonly id: string;
  readonly status: 'passed' | 'failed' | 'cached' | 'not run';
  readonly passed: number;
  readonly failed: number;
  readonly output: readonly string[];
}

const tasks = planTasks(args);
const byId = new Map(tasks.map((task) => [task.taskId, task]));
const results = new Map<string, Result>();
const width = Math.max(...tasks.map(({ taskId }) => labelOf(taskId).length));
out.write(`${tasks.length} tasks\n`);

const log = createTaskLog([...byId.keys()], (id, output) => {
  const result = resultOf(byId.get(id) as PlannedTask, output);
  results.set(id, result);
  const number = `[${String(results.size).padStart(String(tasks.length).length)}/${tasks.length}]`;
  out.write(`${number} ${labelOf(id).padEnd(width)}  ${describe(result)}\n`);
});

const child = startTurbo([
  ...args,
  '--continue=dependencies-successful',
  '--output-logs=new-only',
  '--log-order=grouped',
  '--summarize',
]);
const errors: string[] = [];
createInterface({ input: child.stderr as Readable }).on('line', (line) => errors.push(line));
let idle: NodeJS.Timeout | undefined;
let heartbeat = startHeartbeat();
const lines = createInterface({ input: child.stdout as Readable });
lines.on('line', (line) => {
  log.add(stripVTControlCharacters(line));
  // Turbo writes the lines of one task at once. When nothing follows, the task has ended.
  clearTimeout(idle);
  idle = setTimeout(log.flush, 300);
  clearInterval(heartbeat);
  heartbeat = startHeartbeat();
});
const [exitCode] = await Promise.all([
  new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1))),
  new Promise((resolve) => lines.once('close', resolve)),
]);
clearTimeout(idle);
clearInterval(heartbeat);
log.flush();

// Turbo's summary is the authority on what failed. The lines above read it off the output of each task.
const exitCodes = readExitCodes();
const all = tasks.map(({ taskId }): Result => {
  const known = results.get(taskId) ?? { id: taskId, passed: 0, failed: 0, output: log.outputOf(taskId) };
  const taskExitCode = exitCodes.get(taskId);
  if (taskExitCode === undefined) return { ...known, status: 'not run' };
  if (taskExitCode !== 0 || known.failed > 0) return { ...known, status: 'failed', failed: Math.max(1, known.failed) };
  return { ...known, status: isCached(known.output) ? 'cached' : 'passed' };
});
const failures = all.filter(({ status }) => status === 'failed');
const skipped = all.filter(({ status }) => status === 'not run');
for (const { id, output } of failures) {
  out.write(`\n${paint('red', `── ${labelOf(id)} failed `.padEnd(100, '─'))}\n${output.slice(1).join('\n')}\n`);
}
if (failures.length > 0) out.write(`\nFailed: ${failures.map(({ id }) => labelOf(id)).join(', ')}\n`);
if (skipped.length > 0) out.write(`Not run: ${skipped.map(({ id }) => labelOf(id)).join(', ')}\n`);
if (exitCode !== 0 && failures.length === 0) out.write(`${errors.join('\n')}\n`);

const passed = all.reduce((sum, result) => sum + result.passed, 0);
const failed = all.reduce((sum, result) => sum + result.failed, 0);
const failedOrBroken = failed === 0 && exitCode !== 0 ? 1 : failed;
out.write(`\n${seconds(performance.now() - started)}\n`);
if (json) {
  const summary = all.map(({ id, status, ...counts }) => ({
    id,
    status,
    passed: counts.passed,
    failed: counts.failed,
  }));
  process.stdout.write(
    `${JSON.stringify({ passed, failed: failedOrBroken, durationMs: Math.round(performance.now() - started), tasks: summary })}\n`,
  );
} else process.stdout.write(`${passed} passed, ${failedOrBroken} failed\n`);
process.exitCode = exitCode === 0 && failed > 0 ? 1 : exitCode;

/** The exit codes of the tasks that ran or were replayed. */
function readExitCodes(): ReadonlyMap<string, number> {
  const [path] = summaries();
  if (path === undefined) return new Map();
  const summary = JSON.parse(readFileSync(`${ROOT}${path}`, 'utf8')) as {
    readonly tasks: readonly { readonly taskId: string; readonly execution?: { readonly exitCode?: number | null } }[];
  };
  rmSync(`${ROOT}${path}`);
  return new Map(
    summary.tasks.flatMap(({ taskId, execution }) => (execution ? [[taskId, execution.exitCode ?? 0] as const] : [])),
  );
}

function labelOf(taskId: string): string {
  const [name = '', task = ''] = taskId.split('#');
  return `${name === '//' ? 'workspace' : name} ${task}`;
}

function paint(style: 'red' | 'green' | 'dim', text: string): string {
  return styleText(style, text, { stream: out });
}

/** A failed check without tests, and tests that end before they write a report, count as one failure. */
function resultOf({ taskId, task, directory }: PlannedTask, output: readonly string[]): Result {
  const path = `${ROOT}${directory}/.vitest/report.json`;
  const counts =
    task.startsWith('test') && existsSync(path)
      ? countTests([JSON.parse(readFileSync(path, 'utf8')) as Report])
      : { passed: 0, failed: 0 };
  const broken = hasFailed(output);
  return {
    id: taskId,
    status: broken ? 'failed' : isCached(output) ? 'cached' : 'passed',
    passed: counts.passed,
    failed: broken ? Math.max(1, counts.failed) : counts.failed,
    output,
  };
}

function describe({ id, status, passed, failed }: Result): string {
  const tests = byId.get(id)?.task.startsWith('test') ? `${passed} passed` : 'passed';
  if (status === 'failed') return paint('red', passed > 0 ? `${passed} passed, ${failed} failed` : 'failed');
  return `${paint('green', tests)} ${paint('dim', status === 'cached' ? '(cached)' : `at ${seconds(performance.now() - started)}`)}`;
}

/** Prints, while no task ends, which tasks run or wait for a free core. */
function startHeartbeat(): NodeJS.Timeout {
  return setInterval(() => {
    const open = tasks.filter(
      ({ taskId, dependencies }) =>
        !results.has(taskId) && dependencies.every((each) => results.has(each) || !byId.has(each)),
    );
    const names = open.map(({ taskId }) => labelOf(taskId)).join(', ');
    out.write(paint('dim', `… ${seconds(performance.now() - started)}, running or waiting for a core: ${names}\n`));
  }, 30_000);
}
