import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { countTests, type Report } from './count-tests.ts';
import { turbo } from './turbo.ts';
import { ROOT } from './workspace.ts';

// The test command: every check of every package through turbo, which runs what changed and replays the rest, then one
// line with the number of tests. Reports are outputs of the tasks, so a replayed task brings its report back.
const reportsOf = (): string[] => globSync('{.,spec,{packages,apps}/*}/.vitest/report.json', { cwd: ROOT });
const summariesOf = (): string[] => globSync('.turbo/runs/*.json', { cwd: ROOT });
const remove = (path: string): void => rmSync(`${ROOT}${path}`, { force: true });

/** What of a turbo summary is read here. */
interface Summary {
  readonly tasks: readonly {
    readonly taskId: string;
    readonly task: string;
    readonly command: string;
    readonly directory: string;
    readonly execution?: { readonly exitCode?: number | null };
  }[];
}

for (const path of [...reportsOf(), ...summariesOf()]) remove(path);

// Packages are built where a task depends on it; the reference of the packages (docs#build) is not.
const ofPackages = ['check', 'lint', 'test'];
const ofWorkspace = ['check:workspace', 'lint:code', 'lint:imports', 'lint:unused', 'test:workspace'];
const options = ['--continue=dependencies-successful', '--output-logs=new-only', '--summarize'];
const exitCode = turbo([...ofPackages, ...ofWorkspace, ...options, ...process.argv.slice(2)]);

const [summaryPath] = summariesOf();
const summary: Summary = summaryPath ? JSON.parse(readFileSync(`${ROOT}${summaryPath}`, 'utf8')) : { tasks: [] };
if (summaryPath) remove(summaryPath);
const hasReport = ({ task, directory }: Summary['tasks'][number]): boolean =>
  task.startsWith('test') && existsSync(`${ROOT}${directory}/.vitest/report.json`);
const failedTasks = summary.tasks.filter(({ execution }) => (execution?.exitCode ?? 0) !== 0);
const skippedTasks = summary.tasks.filter(({ command, execution }) => command !== '<NONEXISTENT>' && !execution);

const reports = reportsOf().map((path): Report => JSON.parse(readFileSync(`${ROOT}${path}`, 'utf8')));
const { passed, failed } = countTests(reports);
// A check that is no test (types, lint, drift), or tests that ended before their report, count as one failure each.
const otherFailures = failedTasks.filter((task) => !hasReport(task)).length;
const total = failed + otherFailures;

if (failedTasks.length > 0) process.stdout.write(`\nFailed: ${failedTasks.map(({ taskId }) => taskId).join(', ')}\n`);
if (skippedTasks.length > 0) process.stdout.write(`Not run: ${skippedTasks.map(({ taskId }) => taskId).join(', ')}\n`);
process.stdout.write(`\n${passed} passed, ${total === 0 && exitCode !== 0 ? 1 : total} failed\n`);
process.exitCode = exitCode === 0 && total > 0 ? 1 : exitCode;
