import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Benchmark } from '../benchmark.ts';

const MAIN = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url));

/** How long the sandbox needs until it listens. */
export const startTime: Benchmark = {
  name: 'start-time',
  subject: 'starting the sandbox until it listens',
  yardstick: 'starting Node without a program',
  open: async () => ({
    subject: startSandboxProcess,
    async yardstick() {
      await once(spawn(process.execPath, ['-e', ''], { stdio: 'ignore' }), 'close');
    },
    async close() {},
  }),
};

async function startSandboxProcess(): Promise<void> {
  const env = { ...process.env, SCA_DATA: ':memory:', SCA_PORT: '0', SCA_LOG_LEVEL: 'silent' };
  const server = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(server.stdout, 'data');
  server.kill('SIGKILL');
}
