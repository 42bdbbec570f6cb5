import type { Benchmark } from '../benchmark.ts';
import { bundleBenchmark } from './bundle.ts';
import { challengeBenchmark } from './challenge.ts';
import { checkBenchmark } from './check.ts';
import { clientBenchmark } from './client.ts';
import { costBenchmark } from './cost.ts';
import { crashBenchmark } from './crash.ts';
import { fingerprintBenchmark } from './fingerprint.ts';
import { flowBenchmark } from './flow.ts';
import { growthBenchmark } from './growth.ts';
import { memoryBenchmark } from './memory.ts';
import { mockBenchmark } from './mock.ts';
import { neighbourBenchmark } from './neighbour.ts';
import { otpBenchmark } from './otp.ts';
import { pinBenchmark } from './pin.ts';
import { postgresBenchmark } from './postgres.ts';
import { seedUsersBenchmark } from './seed-users.ts';
import { startBenchmark } from './start.ts';
import { statusBenchmark } from './status.ts';

/** Every benchmark, in the order of the table. */
export const benchmarks: readonly Benchmark[] = [
  statusBenchmark,
  challengeBenchmark,
  fingerprintBenchmark,
  otpBenchmark,
  pinBenchmark,
  flowBenchmark,
  neighbourBenchmark,
  growthBenchmark,
  memoryBenchmark,
  postgresBenchmark,
  startBenchmark,
  clientBenchmark,
  bundleBenchmark,
  checkBenchmark,
  mockBenchmark,
  seedUsersBenchmark,
  costBenchmark,
  crashBenchmark,
];
