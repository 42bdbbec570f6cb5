import type { Operation } from '../document/types.ts';
import { readBody } from '../gateway/body.ts';
import type { Exchange, ExchangeContext } from '../gateway/exchange.ts';
import { codingOf } from '../gateway/exchange.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { contentsOf } from '../gateway/judge.ts';
import { header, type RawRequest } from '../gateway/message.ts';
import { damageEnvelope } from '../negative/envelope-damage.ts';
import { type RequestPlan, targetOf, writeBody } from '../negative/plan.ts';
import { createRandom } from '../negative/random.ts';
import type { Sealing } from './sealing.ts';

/** An answer as a scenario reads it. */
export interface Answer {
  readonly status: number;
  header(name: string): string | undefined;
  /** Parsed; for a sealed answer, what was inside. */
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
  send(operation: Operation | undefined, plan: RequestPlan, options: SendOptions): Promise<Answer>;
}

/** Makes a caller: it writes bodies, seals what is to be sealed, and tells the gateway what only the sealer knows. */
export function createCaller(gateway: Gateway, sealing: Sealing, seed: number): Caller {
  return {
    async send(operation, plan, { credentials, offContract, timeoutMs }) {
      const { text, insight } = await bodyOf(operation, plan, sealing, seed);
      const raw: RawRequest = {
        method: plan.method,
        target: targetOf(plan),
        headers: headersOf(plan, credentials),
        body: new TextEncoder().encode(text),
      };
      const context: ExchangeContext = {
        offContract,
        ...(insight ? { insight } : {}),
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
      };
      const exchange = await gateway.exchange(raw, context);
      return toAnswer(exchange);
    },
  };
}

async function bodyOf(
  operation: Operation | undefined,
  plan: RequestPlan,
  sealing: Sealing,
  seed: number,
): Promise<{ text: string; insight?: ExchangeContext['insight'] }> {
  const answer = operation && answerMark(operation);
  const { body } = plan;
  if (!body?.seal) return { text: writeBody(body), ...(answer && !body ? { insight: sealing.insight(answer) } : {}) };
  const { text, insight } = await sealing.seal(body.value, body.seal, answer);
  if (!body.damage) return { text, insight };
  return { text: damageEnvelope(text, body.damage, createRandom(seed, body.damage)), insight };
}

const answerMark = (operation: Operation): ReturnType<typeof firstJose> =>
  firstJose(['200', '201'].flatMap((status) => contentsOf(operation, status)));
const firstJose = (contents: ReturnType<typeof contentsOf>): (typeof contents)[number]['jose'] =>
  contents.find(({ jose }) => jose !== undefined)?.jose;

function headersOf(plan: RequestPlan, credentials: Readonly<Record<string, string>>): [string, string][] {
  const type = plan.body?.mediaType;
  const all = { ...credentials, ...plan.headers, ...(type === undefined ? {} : { 'content-type': type }) };
  return Object.entries(all).map(([name, value]) => [name.toLowerCase(), value]);
}

function toAnswer(exchange: Exchange): Answer {
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
