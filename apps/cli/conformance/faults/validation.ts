import type { Answer, Fault } from './fault.ts';

/** Has the honest server see a right request in place of each faulty one, as if nobody looked. */
const overlooking =
  (operationId: string, mended: (request: Request) => Promise<Request>): (() => Answer) =>
  () =>
  async (passing) =>
    passing.operationId === operationId ? passing.next(await mended(passing.request)) : passing.next();

async function withRightPin(request: Request): Promise<Request> {
  if (request.headers.get('content-type') !== 'application/json') return request;
  const body = await request.text();
  const { url, method, headers } = request;
  return new Request(url, { method, headers, body: /^\{"pin":"\d{4}"\}$/.test(body) ? body : '{"pin":"1234"}' });
}

async function withRightQuery(request: Request): Promise<Request> {
  const url = new URL(request.url);
  url.search = new URLSearchParams({
    currency: 'EUR',
    intervalStart: '2026-11-01T00:00:00Z',
    intervalEnd: '2026-11-25T00:00:00Z',
    type: 'COMPACT',
  }).toString();
  return new Request(url, request);
}

/** What the form of a request is, where only a request that would succeed can tell whether anybody looks at it. */
export const validation: readonly Fault[] = [
  {
    name: 'the body of a verification is not looked at',
    operations: ['verifyPin'],
    negatives: true,
    named: /verifyPin · application\/json: pin .*Responded 200; expected/,
    plant: overlooking('verifyPin', withRightPin),
  },
  {
    name: 'the query of a protected resource is not looked at',
    operations: ['getBalanceStatement'],
    negatives: true,
    named: /getBalanceStatement · .*Responded 200; expected/,
    plant: overlooking('getBalanceStatement', withRightQuery),
  },
];
