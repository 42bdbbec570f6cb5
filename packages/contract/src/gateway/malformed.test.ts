import { afterEach, describe, expect, it } from 'vitest';
import { request } from '../../test/support/requests.ts';
import { startTarget, type Target } from '../../test/support/target.ts';
import { type ContractDocument, openContract } from '../document/contract-document.ts';
import { createGatewayApp } from './app.ts';
import { createMockGateway, createProxyGateway, type Gateway } from './gateway.ts';
import type { RawRequest } from './message.ts';

const form = (): object => ({
  content: {
    'application/x-www-form-urlencoded': { schema: { type: 'object', properties: { name: { type: 'string' } } } },
  },
});
const tree = (): Promise<ContractDocument> =>
  openContract({
    openapi: '3.1.0',
    info: { title: 'Trees', version: '1' },
    paths: {
      '/trees/{name}': {
        parameters: [{ name: 'name', in: 'path', required: true, schema: { type: 'string' } }],
        get: { responses: { 200: { description: 'As a form', ...form() } } },
        put: { requestBody: form(), responses: { 204: { description: 'Planted' } } },
      },
    },
  });
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const BAD_FORM = request('PUT', '/trees/oak', FORM, '%zz=1');

let target: Target | undefined;
let proxy: Gateway | undefined;
afterEach(async () => {
  proxy?.close();
  await target?.close();
});

describe('an invalid percent-encoding', () => {
  it.each<[string, RawRequest, string]>([
    ['path', request('GET', '/trees/%zz'), 'path'],
    ['form', BAD_FORM, 'body'],
  ])('in a %s is a violation, and stops nothing', async (_, raw, location) => {
    const mock = createMockGateway({ contract: await tree(), onViolation: 'pass' });
    const { violations } = await mock.exchange(raw);
    expect(violations).toMatchObject([{ side: 'request', location, code: 'malformed' }]);
    expect(mock.collector.records).toHaveLength(1);
  });

  it('gets 400', async () => {
    const app = createGatewayApp(createMockGateway({ contract: await tree() }));
    const response = await app.request('/trees/%zz');
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
  });

  it('is a violation of the response when the target sent it', async () => {
    target = await startTarget((_, response) => response.writeHead(200, FORM).end('%zz=1'));
    proxy = createProxyGateway({ contract: await tree(), target: { baseUrl: target.url } });
    const { violations } = await proxy.exchange(request('GET', '/trees/oak'));
    expect(violations).toMatchObject([{ side: 'response', location: 'body', code: 'malformed' }]);
  });
});
