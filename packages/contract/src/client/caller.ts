import type { JoseExtension, Operation } from '@sca-kit/openapi';
import { readBody } from '../gateway/body.ts';
import type { Exchange, ExchangeContext } from '../gateway/exchange.ts';
import { codingOf } from '../gateway/exchange.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { header, type RawRequest } from '../gateway/message.ts';
import { tamperWithEnvelope } from '../negative/envelope-tampering.ts';
import { contentTypeOf, type RequestPlan, targetOf, writeBody } from '../negative/plan.ts';
import { createRandom } from '../negative/random.ts';
import type { Encryption } from './encryption.ts';

/** A response as a scenario reads it. */
export interface ReceivedResponse {
  readonly status: number;
  header(name: string): string | undefined;
  /** Parsed; for an encrypted response, what was inside. */
  readonly body: unknown;
  readonly exchange: Exchange;
}

/** What goes with a plan besides what is in it. */
export interface SendOptions {
  readonly credentials: Readonly<Record<string, string>>;
  readonly offContract: boolean;
  readonly timeoutMs?: number;
}

/** Sends planned requests through the gateway. */
export interface Caller {
  send(operation: Operation | undefined, plan: RequestPlan, options: SendOptions): Promise<ReceivedResponse>;
}

/** Creates a caller. It encodes and encrypts bodies, and gives the gateway access to their plaintexts. */
export function createCaller(gateway: Gateway, encryption: Encryption, seed: number): Caller {
  return {
    async send(operation, plan, { credentials, offContract, timeoutMs }) {
      const { text, plaintextAccess } = await bodyOf(operation, plan, encryption, seed);
      const raw: RawRequest = {
        method: plan.method,
        target: targetOf(plan),
        headers: headersOf(plan, credentials),
        body: new TextEncoder().encode(text),
      };
      const context: ExchangeContext = {
        offContract,
        ...(plaintextAccess ? { plaintextAccess } : {}),
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
      };
      const exchange = await gateway.exchange(raw, context);
      return toReceivedResponse(exchange);
    },
  };
}

async function bodyOf(
  operation: Operation | undefined,
  plan: RequestPlan,
  encryption: Encryption,
  seed: number,
): Promise<{ text: string; plaintextAccess?: ExchangeContext['plaintextAccess'] }> {
  const response = operation && responseJose(operation);
  const { body } = plan;
  if (!body?.encrypt)
    return {
      text: writeBody(body),
      ...(response && !body ? { plaintextAccess: encryption.plaintextAccess(response) } : {}),
    };
  const { text, plaintextAccess } = await encryption.encrypt(body.value, targetOf(plan), body.encrypt, response);
  if (!body.tampering) return { text, plaintextAccess };
  return { text: tamperWithEnvelope(text, body.tampering, createRandom(seed, body.tampering)), plaintextAccess };
}

const responseJose = ({ responses }: Operation): JoseExtension | undefined =>
  responses
    .filter(({ status }) => status === '200' || status === '201')
    .flatMap(({ contents }) => contents)
    .find(({ jose }) => jose !== undefined)?.jose;

function headersOf(plan: RequestPlan, credentials: Readonly<Record<string, string>>): [string, string][] {
  const type = plan.body && contentTypeOf(plan.body);
  const all = { ...credentials, ...plan.headers, ...(type === undefined ? {} : { 'content-type': type }) };
  return Object.entries(all).map(([name, value]) => [name.toLowerCase(), value]);
}

function toReceivedResponse(exchange: Exchange): ReceivedResponse {
  const { response } = exchange;
  const headers = response?.headers ?? [];
  const read = readBody(response?.body ?? new Uint8Array(), header(headers, 'content-type'), codingOf(headers));
  return {
    status: response?.status ?? 0,
    header: (name) => header(headers, name.toLowerCase()),
    body: 'plaintext' in exchange ? exchange.plaintext : 'value' in read ? read.value : undefined,
    exchange,
  };
}
