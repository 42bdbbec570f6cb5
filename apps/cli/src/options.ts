import { InvalidArgumentError } from 'commander';
import { CannotRunError } from './exit.ts';

/** Parses an integer within bounds, both included. */
export const integer =
  (min: number, max: number) =>
  (value: string): number => {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= min && number <= max) return number;
    throw new InvalidArgumentError(`It must be an integer from ${min} to ${max}.`);
  };

/** Parses a TCP port; 0 picks a free one. */
export const port: (value: string) => number = integer(0, 65_535);

/**
 * Parses an http or https URL without credentials, since reports print it.
 * @throws CannotRunError for a URL with credentials, because commander would print the value
 */
export function url(value: string): string {
  const { protocol, username, password } = URL.canParse(value)
    ? new URL(value)
    : { protocol: '', username: '', password: '' };
  if (username !== '' || password !== '') throw new CannotRunError('The target URL must not contain credentials.');
  if (protocol === 'http:' || protocol === 'https:') return value;
  throw new InvalidArgumentError('It must be an http or https URL, such as http://127.0.0.1:4100.');
}

/** Parses a position in an audit log, as an exported event has it. */
export function position(value: string): string {
  if (/^(0|\d{1,2}:\d{1,16}(,\d{1,2}:\d{1,16})*)$/.test(value)) return value;
  throw new InvalidArgumentError('It must be the position of an exported event, such as 0:7,2:41.');
}

/** Parses a comma-separated list. */
export const list = (value: string): readonly string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/**
 * Parses the location of a database. A password in it would be readable by every user of the machine, in the list of processes.
 * @throws CannotRunError for a location with a password
 */
export function database(value: string): string {
  if (!/^postgres(ql)?:\/\/([^/?]*:[^/?]*@|.*[?&](ssl)?password=)/i.test(value)) return value;
  throw new CannotRunError(
    '--database must not contain a password, because other users of this machine can read it. Set SCA_DATABASE instead.',
  );
}
