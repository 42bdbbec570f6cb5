import type { Fault, Handler } from './fault.ts';

/** Passes a valid request to the original server in place of each invalid one, as if nothing were validated. */
const skippingValidation =
  (operationId: string, corrected: (request: Request) => Promise<Request>): (() => Handler) =>
  () =>
  async (received) =>
    received.operationId === operationId ? received.next(await corrected(received.request)) : received.next();

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

/** Missing validation that only requests to a successful operation reveal. */
export const validation: readonly Fault[] = [
  {
    name: 'the body of a verification is not validated',
    operations: ['verifyPin'],
    detectedBy: 'negatives',
    named: /verifyPin · application\/json: pin .*Responded 200; expected/,
    plant: skippingValidation('verifyPin', withRightPin),
  },
  {
    name: 'the query of a protected resource is not validated',
    operations: ['getBalanceStatement'],
    detectedBy: 'negatives',
    named: /getBalanceStatement · .*Responded 200; expected/,
    plant: skippingValidation('getBalanceStatement', withRightQuery),
  },
];
