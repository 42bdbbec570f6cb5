import { InvalidArgumentError } from 'commander';
import { CannotRunError } from './exit.ts';

/** A whole number between two bounds. */
export const wholeNumber =
  (min: number, max: number) =>
  (value: string): number => {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= min && number <= max) return number;
    throw new InvalidArgumentError(`It has to be a whole number from ${min} to ${max}.`);
  };

/** A TCP port; 0 takes any that is free. */
export const port: (value: string) => number = wholeNumber(0, 65_535);

/**
 * An http or https URL, without credentials: it is printed and goes into reports.
 * @throws CannotRunError when it holds some; a wrong argument would be repeated in the message
 */
export function url(value: string): string {
  const { protocol, username, password } = URL.canParse(value)
    ? new URL(value)
    : { protocol: '', username: '', password: '' };
  if (username !== '' || password !== '') throw new CannotRunError('The URL of a target holds no credentials.');
  if (protocol === 'http:' || protocol === 'https:') return value;
  throw new InvalidArgumentError('It has to be a URL, such as http://127.0.0.1:4100.');
}

/** Names separated by commas. */
export const list = (value: string): readonly string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
