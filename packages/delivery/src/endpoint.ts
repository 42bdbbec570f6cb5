import { errorUnless, type OptionError } from './option-error.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Checks that codes may be sent to a URL: https, or http to this machine, without credentials. */
export function endpointErrors(option: string, text: string): readonly OptionError[] {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) return [{ option, rule: 'must be a URL such as https://messages.example.com/sca' }];
  const open = url.protocol === 'http:' && LOOPBACK.has(url.hostname);
  return [
    ...errorUnless(url.username === '' && url.password === '', option, 'must not hold credentials'),
    ...errorUnless(url.protocol === 'https:' || open, option, 'must be https (http only to this machine)'),
  ];
}
