import { expect, it } from 'vitest';
import { serverPaths } from './servers.ts';

it.each([
  ['https://api.example.com/v1/', '/v1/a', '/a'],
  ['https://api.example.com/v1/', '/v10/a', '/v10/a'],
  ['/api', '/api/a', '/a'],
  ['api/v2', '/api/v2/a', '/a'],
  ['https://{host}/{tenant}', '/acme/a', '/a'],
  ['https://{host}/{base}', '/v3/a', '/a'],
  ['https://{host}/{base}', '/v4/a', '/a'],
  ['https://{host}/{base}', '/v5/a', '/v5/a'],
  ['https://api.example.com', '/a', '/a'],
  ['/', '/a', '/a'],
])('finds the base path of the server %s in %s', (url, path, relative) => {
  const base = { default: 'v3', enum: ['v3', 'v4'] };
  const variables = { host: { default: 'api.example.com' }, base, tenant: { default: 'main' } };
  const patterns = serverPaths({ openapi: '3.1.1', servers: [{ url, variables }] });
  expect(patterns.reduce((left, pattern) => left.replace(pattern, ''), path)).toBe(relative);
});

it('finds the servers of path items and operations, the longest first', () => {
  const paths = { '/a': { servers: [{ url: '/x' }], get: { servers: [{ url: '/x/y' }] } } };
  expect(serverPaths({ openapi: '3.1.1', paths })).toEqual([/^\/x\/y(?=\/)/, /^\/x(?=\/)/]);
});
