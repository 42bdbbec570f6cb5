import { type Backend, NOW, type ReceivedRequest, type TestServer } from '@sca-kit/client/testing';
import type { ContractDocument } from '../../src/document/contract-document.ts';
import { createMockGateway } from '../../src/gateway/gateway.ts';
import type { RawRequest, RawResponse } from '../../src/gateway/message.ts';
import type { MockEnvelopes, MockReplies } from '../../src/gateway/mock.ts';
import type { Violation } from '../../src/gateway/violation.ts';
import { specContract } from '../support/contracts.ts';

const contract: ContractDocument = await specContract();

/**
 * Sends requests through the mock gateway, which validates every request and response, plaintexts included. Operations
 * without state return the examples of the document; for the others the test server provides the response. A response or
 * network error that a test sets replaces that of the mock and is not validated.
 */
export const throughMock: Backend = (server) => {
  const passing = new Map<
    RawRequest,
    { readonly received: ReceivedRequest; override?: Response | Error | undefined }
  >();
  const script: MockReplies = {
    async take(_, { raw }) {
      const exchange = passing.get(raw);
      if (exchange === undefined) return undefined;
      exchange.override = await server.overrideFor(exchange.received);
      return exchange.override === undefined ? server.respond(exchange.received) : undefined;
    },
  };
  const gateway = createMockGateway({ contract, onViolation: 'pass', mock: { script, envelopes: keysOf(server) } });
  return async (request) => {
    const raw = await rawOf(request.clone());
    const received = await server.receive(request);
    const exchange = received && { received, override: undefined as Response | Error | undefined };
    if (exchange) passing.set(raw, exchange);
    const { response, violations } = await gateway.exchange(raw);
    passing.delete(raw);
    server.violations.push(...violations.map(describe));
    const override = exchange?.override;
    if (override instanceof Error) throw override;
    return override ?? responseOf(response);
  };
};

/** Formats a violation as one line. */
const describe = ({ operationId, method, path, side, location, code }: Violation): string =>
  `${operationId ?? `${method} ${path}`}: ${side} ${location} ${code}`;

/** Returns the keys of the mock. They decrypt bodies for replaced keys too: the test server rejects those. */
function keysOf({ jose }: TestServer): MockEnvelopes {
  return {
    async decrypt(compact, { method }) {
      const { value, contentKey } = await jose.decryptWithAnyKey(compact, method, NOW);
      return { payload: value, ...(contentKey && { contentKey }) };
    },
    encrypt: (value, { method, response }, decrypted) =>
      jose.encrypt(value, method, response === 'direct' ? decrypted?.contentKey : undefined),
  };
}

async function rawOf(request: Request): Promise<RawRequest> {
  const { pathname, search } = new URL(request.url);
  return {
    method: request.method,
    target: pathname + search,
    headers: [...request.headers],
    body: new Uint8Array(await request.arrayBuffer()),
  };
}

function responseOf(raw: RawResponse | undefined): Response {
  if (raw === undefined) throw new Error('The document has no response for this request.');
  const body = raw.body.byteLength > 0 ? new Uint8Array(raw.body) : null;
  return new Response(body, {
    status: raw.status,
    headers: raw.headers.map(([name, value]): [string, string] => [name, value]),
  });
}
