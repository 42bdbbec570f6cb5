import { resolve } from 'node:path';
import type { PolicyOptions } from '@sca-kit/engine';
import { StartError } from '../start-error.ts';
import { DELIVERY_VARIABLES, readDelivery } from './delivery.ts';
import type { DeliveryConfig } from './delivery-config.ts';
import { listOf } from './list-of.ts';
import { readPolicy } from './policy.ts';

/** The settings of the server. Read and checked once, at the start, and frozen. */
export interface Config {
  readonly mode: 'sandbox';
  readonly host: string;
  readonly port: number;
  /** The folder of keys and database. With `:memory:` nothing is written to disk. */
  readonly data: string;
  /** Processes that share the port and the database. */
  readonly workers: number;
  /** A file path, `:memory:` or `postgres://…`. */
  readonly database: string;
  readonly jose: 'required' | 'optional';
  readonly protectEnrolment: boolean;
  readonly disclosure: 'standard' | 'strict';
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** The requests of each kind that a caller may make in a minute. */
  readonly requestsPerMinute: number;
  /** The verifications that a caller may send at once. */
  readonly verificationBurst: number;
  /** Rules that differ from the default policies, per client and action type. */
  readonly policy: PolicyOptions;
  readonly delivery: DeliveryConfig;
  /** Whole days until audit events are deleted; null keeps them without limit. */
  readonly auditRetentionDays: number | null;
}

/** Lists every error of the configuration. Each names the variable, what it must be and, unless it may be secret, its value. */
export class ConfigError extends StartError {
  override readonly name = 'ConfigError';
  readonly errors: readonly string[];

  constructor(errors: readonly string[]) {
    super(`The configuration is not valid:\n${errors.map((error) => `  - ${error}`).join('\n')}`);
    this.errors = errors;
  }
}

/** Variables by name, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration.
 * @throws ConfigError with one message for each invalid variable
 */
export function readConfig(environment: Environment): Config {
  const errors: string[] = [];
  const text = (name: string, fallback: string): string => environment[name]?.trim() || fallback;
  const oneOf = <const Value extends string>(name: string, values: readonly Value[], fallback: Value): Value => {
    const value = text(name, fallback);
    const found = values.find((candidate) => candidate === value);
    if (!found) errors.push(`${name} must be ${listOf(values)} (got '${value}').`);
    return found ?? fallback;
  };
  const integer = (name: string, fallback: number, [min, max]: readonly [number, number]): number => {
    const value = text(name, String(fallback));
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= min && number <= max) return number;
    errors.push(`${name} must be an integer from ${min} to ${max} (got '${value}').`);
    return fallback;
  };

  if (text('SCA_MODE', 'sandbox') === 'production') {
    errors.push("SCA_MODE must be sandbox (got 'production'). This version has no production mode.");
  } else oneOf('SCA_MODE', ['sandbox'], 'sandbox');
  const data = text('SCA_DATA', '.sca-kit');
  const database = text('SCA_DATABASE', data === ':memory:' ? ':memory:' : resolve(data, 'sca-kit.sqlite'));
  if (/^\w+:\/\//.test(database) && !/^postgres(ql)?:\/\//.test(database)) {
    errors.push(
      'SCA_DATABASE must be a file path, :memory: or a PostgreSQL URL, for example SCA_DATABASE=postgres://user@host/name.',
    );
  }
  const workers = integer('SCA_WORKERS', 1, [1, 1024]);
  if (workers > 1 && [data, database].includes(':memory:')) {
    errors.push('SCA_WORKERS must be 1 when SCA_DATA or SCA_DATABASE is :memory:, which processes cannot share.');
  }
  const retention = text('SCA_AUDIT_RETENTION_DAYS', '');
  const config: Config = {
    mode: 'sandbox',
    host: text('SCA_HOST', '127.0.0.1'),
    port: integer('SCA_PORT', 4100, [0, 65_535]),
    data: data === ':memory:' ? data : resolve(data),
    database,
    workers,
    jose: oneOf('SCA_JOSE', ['required', 'optional'], 'optional'),
    protectEnrolment: oneOf('SCA_PROTECT_ENROLMENT', ['true', 'false'], 'false') === 'true',
    disclosure: oneOf('SCA_DISCLOSURE', ['standard', 'strict'], 'standard'),
    logLevel: oneOf('SCA_LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent'], 'info'),
    requestsPerMinute: integer('SCA_REQUESTS_PER_MINUTE', 6000, [1, 1_000_000]),
    verificationBurst: integer('SCA_VERIFICATION_BURST', 120, [1, 1_000_000]),
    policy: readPolicy(text('SCA_POLICY', '[]'), errors),
    delivery: readDelivery((name) => text(name, '') || null, errors),
    auditRetentionDays: retention === '' ? null : integer('SCA_AUDIT_RETENTION_DAYS', 400, [1, 36_500]),
  };
  for (const name of Object.keys(environment).filter((key) => key.startsWith('SCA_') && !KNOWN.includes(key))) {
    errors.push(`${name} is not a variable of this server. Its variables are ${KNOWN.join(', ')}.`);
  }
  if (errors.length > 0) throw new ConfigError(errors);
  return Object.freeze(config);
}

const KNOWN: readonly string[] = [
  'SCA_MODE',
  'SCA_HOST',
  'SCA_PORT',
  'SCA_DATA',
  'SCA_DATABASE',
  'SCA_WORKERS',
  'SCA_JOSE',
  'SCA_PROTECT_ENROLMENT',
  'SCA_DISCLOSURE',
  'SCA_LOG_LEVEL',
  'SCA_REQUESTS_PER_MINUTE',
  'SCA_VERIFICATION_BURST',
  'SCA_POLICY',
  'SCA_AUDIT_RETENTION_DAYS',
  ...DELIVERY_VARIABLES,
];
