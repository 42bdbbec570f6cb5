import { type RunningServer, readConfig, type ServerOptions, startServer } from '@sca-kit/server';

/**
 * For tests that check neither durability nor the cost of a hash: no fsync, and the least argon2id cost (RFC 9106 demands
 * 8 KiB a lane).
 */
export const FAST: ServerOptions = { durability: 'off', hashCost: { memory: 8, passes: 1, parallelism: 1 } };

/** Starts a sandbox in this process, on a free port. It stores nothing on disk unless the variables say so. */
export const startSandbox = (env: Readonly<Record<string, string>> = {}): Promise<RunningServer> =>
  startServer(readConfig({ SCA_PORT: '0', SCA_DATA: ':memory:', SCA_LOG_LEVEL: 'silent', ...env }), FAST);
