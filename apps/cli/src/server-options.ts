import { type Config, readConfig } from '@sca-kit/server';

/** Options that stand for a variable of the server. */
export interface ServerOptions {
  readonly port?: number;
  readonly host?: string;
  readonly data?: string;
  readonly database?: string;
}

/**
 * The configuration from the environment, with the options on top.
 * @throws ConfigError naming everything that cannot be used
 */
export function configOf({ port, host, data, database }: ServerOptions): Config {
  const given = { SCA_PORT: port?.toString(), SCA_HOST: host, SCA_DATA: data, SCA_DATABASE: database };
  const overrides = Object.entries(given).filter(([, value]) => value !== undefined);
  return readConfig({ ...process.env, ...Object.fromEntries(overrides) });
}
