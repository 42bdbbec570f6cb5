import { answer } from '../processes.ts';
import { flood } from './flood.ts';
import { runFlows } from './flows.ts';
import type { Job } from './job.ts';
import { pace } from './pace.ts';

// The program of the load generator.
answer((job: Job) => (job.kind === 'flow' ? runFlows(job) : job.kind === 'paced' ? pace(job) : flood(job)));
