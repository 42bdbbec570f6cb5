import type { Benchmark } from '../benchmark.ts';
import { contractCheck } from './contract-check.ts';
import { gatewayOverhead } from './gateway-overhead.ts';
import { startTime } from './start-time.ts';
import { sweep } from './sweep.ts';
import { unknownClient } from './unknown-client.ts';

/** Every benchmark, in the order of the table. */
export const benchmarks: readonly Benchmark[] = [gatewayOverhead, contractCheck, unknownClient, sweep, startTime];
