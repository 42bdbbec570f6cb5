import { errorUnless, type OptionError } from './option-error.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether codes may be sent to a URL: it holds no credentials and is https, or http to this machine. */
export function endpointErrors(option: string, text: string): readonly OptionError[] {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) return [{ option, rule: 'must be a URL such as https://messages.example.com/sca' }];
  const open = url.protocol === 'http:' && LOOPBACK.has(url.hostname);
  return [
    ...errorUnless(url.username === '' && url.password === '', option, 'must not hold credentials'),
    // A code in the open is a code given away.
    ...errorUnless(url.protocol === 'https:' || open, option, 'must be https (http only to this machine)'),
  ];
}
