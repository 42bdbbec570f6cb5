import { expect, it } from 'vitest';
import { serverPaths } from './servers.ts';

it.each([
  ['https://api.example.com/v1/', ['/v1']],
  ['/api', ['/api']],
  ['api/v2', ['/api/v2']],
  ['https://{host}/{base}', ['/v3']],
  ['https://api.example.com', []],
  ['/', []],
])('finds the base path of the server %s', (url, expected) => {
  const variables = { host: { default: 'api.example.com' }, base: { default: 'v3' } };
  expect(serverPaths({ openapi: '3.1.1', servers: [{ url, variables }] })).toEqual(expected);
});

it('finds the servers of path items and operations, the longest first', () => {
  const paths = { '/a': { servers: [{ url: '/x' }], get: { servers: [{ url: '/x/y' }] } } };
  expect(serverPaths({ openapi: '3.1.1', paths })).toEqual(['/x/y', '/x']);
});
