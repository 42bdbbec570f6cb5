import { fileURLToPath } from 'node:url';
import { checkBreakingChanges } from './check.ts';

const { passed, text } = await checkBreakingChanges(fileURLToPath(new URL('../..', import.meta.url)));
process.stdout.write(`${text}\n`);
if (!passed) process.exitCode = 1;
