import { fileURLToPath } from 'node:url';
import type { JsonObject, Operation } from '@sca-kit/openapi';
import { describe, expect, it } from 'vitest';
import { type ContractDocument, openContract } from '../../src/document/contract-document.ts';
import { createMockGateway, createProxyGateway } from '../../src/gateway/gateway.ts';
import { listen } from '../../src/gateway/listen.ts';
import type { RawRequest } from '../../src/gateway/message.ts';
import { unmockableResponses, unsupportedFeatures } from '../../src/gateway/unsupported-features.ts';
import { contentTypeOf, planValidRequest, targetOf, writeBody } from '../../src/negative/plan.ts';
import { largeDocument } from './large-document.ts';

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** A valid request with credentials for every scheme of the documents. */
function validRequest({ document }: ContractDocument, operation: Operation): RawRequest {
  const plan = planValidRequest(document, operation);
  const type = plan.body && contentTypeOf(plan.body);
  const scheme = operation.security[0]?.[0];
  const credentials: Readonly<Record<string, Record<string, string>>> = {
    bearer: { authorization: 'Bearer token' },
    basic: { authorization: 'Basic dXNlcjpwYXNz' },
    apiKey: { api_key: 'key' },
  };
  const headers = { ...credentials[scheme?.kind ?? ''], ...plan.headers, ...(type ? { 'content-type': type } : {}) };
  return {
    method: plan.method,
    target: targetOf(plan),
    headers: Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
    body: new TextEncoder().encode(writeBody(plan.body)),
  };
}

describe.each<[string, string | JsonObject, number, readonly string[]]>([
  [
    'a pet store',
    file('petstore.yaml'),
    11,
    ['Bodies of application/xml are not parsed, so they are not validated by their schema.'],
  ],
  ['a museum', file('museum.yaml'), 8, []],
  ['a large document', largeDocument(), 242, []],
])('%s', (_, source, count, features) => {
  it('loads, mocks every operation, and passes an honest server without a violation', async () => {
    const contract = await openContract(source);
    expect(contract.operations).toHaveLength(count);
    expect(unsupportedFeatures(contract)).toEqual(features);
    expect(unmockableResponses(contract)).toEqual([]);
    const mock = createMockGateway({ contract });
    const honest = await listen(mock, 0);
    const proxy = createProxyGateway({ contract, target: { baseUrl: honest.url } });
    for (const operation of contract.operations) {
      const { violations, response } = await proxy.exchange(validRequest(contract, operation));
      expect([operation.id, response?.status, violations]).toEqual([
        operation.id,
        expect.toSatisfy((status: number) => status < 300),
        [],
      ]);
    }
    expect(mock.collector.violations).toEqual([]);
    proxy.close();
    await honest.close();
  });
});

it('a large document is opened, and its first request served, in less than 150 MB', async () => {
  const source = largeDocument();
  expect(JSON.stringify(source).length).toBeGreaterThan(1_000_000);
  const before = process.memoryUsage().heapUsed;
  const contract = await openContract(source);
  const { violations } = await createMockGateway({ contract }).exchange({
    method: 'GET',
    target: '/resources7/a',
    headers: [],
    body: new Uint8Array(),
  });
  expect(violations).toEqual([]);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(150_000_000);
});
