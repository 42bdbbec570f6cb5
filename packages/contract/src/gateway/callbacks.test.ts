import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { request } from '../../test/support/requests.ts';
import { startTarget, type Target } from '../../test/support/target.ts';
import { openContract } from '../document/contract-document.ts';
import { createMockGateway, type Gateway } from './gateway.ts';

const FORM = 'application/x-www-form-urlencoded';
let sink: Target;
let called: string[];
let mock: Gateway;
beforeEach(async () => {
  called = [];
  sink = await startTarget((incoming, response) => {
    called.push(incoming.url ?? '');
    response.writeHead(204).end();
  });
  const schema = { type: 'object', required: ['url'], properties: { url: { type: 'string', minLength: 1 } } };
  const subscribe = {
    requestBody: { required: true, content: { 'application/json': { schema }, [FORM]: { schema } } },
    responses: { 204: { description: 'Subscribed' }, 400: { description: 'Rejected' } },
    callbacks: { told: { '{$request.body#/url}': { post: { responses: { 204: { description: 'Heard' } } } } } },
  };
  const contract = await openContract({
    openapi: '3.1.0',
    info: { title: 'Callbacks', version: '1' },
    paths: { '/subscriptions': { post: subscribe } },
  });
  mock = createMockGateway({ contract, onViolation: 'pass' });
});
afterEach(() => sink.close());

/** Waits for the first call, and then as long as a call to the sink takes, in which a second one would have come. */
async function calls(): Promise<readonly string[]> {
  while (called.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await fetch(`${sink.url}/after`);
  return called;
}

describe('the callbacks of the mock', () => {
  it('are sent once for a JSON body', async () => {
    const { violations } = await mock.exchange(request('POST', '/subscriptions', {}, { url: `${sink.url}/json` }));
    expect(violations).toEqual([]);
    expect(await calls()).toEqual(['/json', '/after']);
  });

  it('are sent once for a form', async () => {
    const form = new URLSearchParams({ url: `${sink.url}/form` }).toString();
    const exchange = await mock.exchange(request('POST', '/subscriptions', { 'content-type': FORM }, form));
    expect(exchange.violations).toEqual([]);
    expect(exchange.response?.status).toBe(204);
    expect(await calls()).toEqual(['/form', '/after']);
  });

  it('are not sent for an invalid request', async () => {
    const { response } = await mock.exchange(request('POST', '/subscriptions', {}, { uri: sink.url }));
    expect(response?.status).toBe(400);
    await fetch(`${sink.url}/after`);
    expect(called).toEqual(['/after']);
  });
});
