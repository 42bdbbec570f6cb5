import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url));

/** The project's own server, in a process of its own. */
export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a sandbox on a free port that keeps nothing. */
export async function startServer(): Promise<RunningServer> {
  const server = spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      SCA_DATA: ':memory:',
      SCA_PORT: '0',
      SCA_LOG_LEVEL: 'silent',
      // A check asks as fast as it can, from one address.
      SCA_REQUESTS_PER_MINUTE: '1000000',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  let banner = '';
  for await (const chunk of server.stdout) {
    banner += String(chunk);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(banner)?.[0];
    if (url === undefined) continue;
    return {
      url,
      async stop() {
        server.kill();
        await ended;
      },
    };
  }
  throw new Error('The server ended before it listened.');
}
