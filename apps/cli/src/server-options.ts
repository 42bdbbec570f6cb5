import { type Config, type Environment, readConfig } from '@sca-kit/server';

/** Options that override a variable of the server. */
export interface ServerOptions {
  readonly port?: number;
  readonly host?: string;
  readonly data?: string;
  readonly database?: string;
}

/**
 * Reads the server's configuration from the environment, overridden by options.
 * @throws ConfigError listing every invalid variable
 */
export function configOf({ port, host, data, database }: ServerOptions, env: Environment): Config {
  const given = { SCA_PORT: port?.toString(), SCA_HOST: host, SCA_DATA: data, SCA_DATABASE: database };
  const overrides = Object.entries(given).filter(([, value]) => value !== undefined);
  return readConfig({ ...env, ...Object.fromEntries(overrides) });
}
