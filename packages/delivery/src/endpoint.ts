const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Reads a URL that codes are sent to.
 *
 * @throws TypeError when it is no URL, holds credentials, or is neither https nor http to this machine
 */
export function endpointOf(name: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) throw new TypeError(`${name} is not a URL; an example: https://messages.example.com/sca`);
  if (url.username !== '' || url.password !== '') throw new TypeError(`${name} must not hold credentials`);
  const open = url.protocol === 'http:' && LOOPBACK.has(url.hostname);
  // A code in the open is a code given away.
  if (url.protocol !== 'https:' && !open) throw new TypeError(`${name} must be https (http only to this machine)`);
  return url;
}
