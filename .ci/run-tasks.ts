import { turbo } from './turbo.ts';

// `node .ci/run-tasks.ts build`: tasks of the packages, without what the test command adds.
process.exitCode = turbo([...process.argv.slice(2), '--output-logs=new-only']);
