import { type Backend, NOW, type Seen, type TestServer } from '@sca-kit/client/testing';
import type { ContractDocument } from '../../src/document/contract-document.ts';
import { createMockGateway } from '../../src/gateway/gateway.ts';
import type { RawRequest, RawResponse } from '../../src/gateway/message.ts';
import type { MockEnvelopes, MockReplies } from '../../src/gateway/mock.ts';
import type { Violation } from '../../src/gateway/violation.ts';
import { specContract } from '../support/contracts.ts';

const contract: ContractDocument = await specContract();

/**
 * The mock gateway in front of the test server. Prism validates every request, what is encrypted in it included, and every
 * response. What remembers nothing is answered by the document's examples; where memory is needed (one-time tokens,
 * sessions, keys that change) the test server tells the mock what to respond. A response that a test plants, such as a
 * proxy's page, takes the place of the mock's, and a failure of the network is thrown: both are no part of the contract.
 */
export const throughMock: Backend = (server) => {
  const passing = new Map<RawRequest, { readonly seen: Seen; interruption?: Response | Error | undefined }>();
  const script: MockReplies = {
    async take(_, { raw }) {
      const exchange = passing.get(raw);
      if (exchange === undefined) return undefined;
      exchange.interruption = await server.interruptionOf(exchange.seen);
      return exchange.interruption === undefined ? server.reply(exchange.seen) : undefined;
    },
  };
  const gateway = createMockGateway({ contract, onViolation: 'pass', mock: { script, envelopes: keysOf(server) } });
  return async (request) => {
    const raw = await rawOf(request.clone());
    const seen = await server.receive(request);
    const exchange = seen && { seen, interruption: undefined as Response | Error | undefined };
    if (exchange) passing.set(raw, exchange);
    const { response, violations } = await gateway.exchange(raw);
    passing.delete(raw);
    server.offContract.push(...violations.map(describe));
    const interruption = exchange?.interruption;
    if (interruption instanceof Error) throw interruption;
    return interruption ?? responseOf(response);
  };
};

/** A violation in one line. */
const describe = ({ operationId, method, path, side, location, code }: Violation): string =>
  `${operationId ?? `${method} ${path}`}: ${side} ${location} ${code}`;

/** The mock's key pair. It opens what was encrypted for a replaced key as well: that is for the server to refuse. */
function keysOf({ envelopes }: TestServer): MockEnvelopes {
  return {
    async decrypt(compact, { method }) {
      const { value, contentKey } = await envelopes.openAny(compact, method, NOW);
      return { payload: value, ...(contentKey && { contentKey }) };
    },
    encrypt: (value, { method, response }, decrypted) =>
      envelopes.seal(value, method, response === 'direct' ? decrypted?.contentKey : undefined),
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
