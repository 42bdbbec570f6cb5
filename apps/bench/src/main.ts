import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchmarks } from './benchmarks/index.ts';
import { type Measurement, measure } from './measure.ts';
import { describeMachine, renderMachine, renderMeasurement } from './render.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    json: { type: 'string' },
  },
});
const { quick, only, json } = values;
const names = benchmarks.map(({ name }) => name);
const unknown = only?.find((name) => !names.includes(name));
if (unknown !== undefined) {
  process.stderr.write(`error: There is no benchmark ${unknown}. Known: ${names.join(', ')}.\n`);
  process.exit(2);
}

const machine = describeMachine();
process.stdout.write(`${renderMachine(machine)}\n\n`);
const results: Measurement[] = [];
for (const benchmark of benchmarks.filter(({ name }) => only?.includes(name) ?? true)) {
  const result = await measure(benchmark, { quick, rounds: quick ? 5 : 30 });
  results.push(result);
  process.stdout.write(`${renderMeasurement(benchmark, result)}\n`);
}
if (json !== undefined) writeFileSync(json, `${JSON.stringify({ machine, results }, null, 2)}\n`);
