import { type RunningServer, readConfig, startServer } from '@sca-kit/server';

/** Starts a sandbox in this process, on a free port. It stores nothing on disk unless the variables say so. */
export const startSandbox = (env: Readonly<Record<string, string>> = {}): Promise<RunningServer> =>
  startServer(readConfig({ SCA_PORT: '0', SCA_DATA: ':memory:', SCA_LOG_LEVEL: 'silent', ...env }));
