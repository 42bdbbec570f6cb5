import { inject } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { createServer, type Server } from '../../src/create-server.ts';
import { listen } from '../../src/listen.ts';
import { FAST } from '../../test/server-options.ts';
import type { Variables } from './server-process.ts';

/** A server that listens in the process of the test. */
export interface InProcessServer {
  readonly url: string;
  readonly server: Server;
  stop(): Promise<void>;
}

/** Starts a server in memory, on a free port, unless the variables say otherwise. For tests that need HTTP but no process. */
export async function startInProcess(variables: Variables = {}): Promise<InProcessServer> {
  const defaults = { SCA_DATA: inject('keysFolder'), SCA_DATABASE: ':memory:', SCA_LOG_LEVEL: 'silent', SCA_PORT: '0' };
  const config = readConfig({ ...defaults, ...variables });
  const server = await createServer(config, FAST);
  const listening = await listen(server.app, server.record, config);
  return {
    url: listening.url,
    server,
    async stop() {
      server.endStreams();
      await listening.close();
      await server.close();
    },
  };
}
