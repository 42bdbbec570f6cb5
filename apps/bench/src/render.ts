import { availableParallelism, cpus, platform, release, totalmem } from 'node:os';
import type { Benchmark } from './benchmark.ts';
import type { Measurement } from './measure.ts';

/** The machine and the versions that a measurement holds for. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly os: string;
  readonly node: string;
}

/** Describes this machine. */
export const describeMachine = (): Machine => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  memoryGb: Math.round(totalmem() / 1024 ** 3),
  os: `${platform()} ${release()}`,
  node: process.version,
});

/** Renders the machine as one line. */
export const renderMachine = ({ cpu, cores, memoryGb, os, node }: Machine): string =>
  `${cpu}, ${cores} cores, ${memoryGb} GB, ${os}, Node ${node}`;

/** Renders one measurement as two lines: what was compared, and the figures. */
export function renderMeasurement({ name, subject, yardstick }: Benchmark, result: Measurement): string {
  const sample = ({ median, spread }: Measurement['subject']): string =>
    `${median.toFixed(2)} ms (spread ${spread.toFixed(2)})`;
  return [
    `${name}: ${subject}, compared with ${yardstick}`,
    `  ${sample(result.subject)} / ${sample(result.yardstick)} = ${result.ratio.toFixed(2)}, ${result.rounds} rounds`,
  ].join('\n');
}
