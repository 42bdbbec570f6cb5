import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { CREATE_SESSION } from '../../test/one-time-tokens.ts';
import { createTestClient, PAYMENT, PAYMENT_PATH, STATEMENT, STATEMENT_PATH } from '../../test/test-client.ts';
import { SECRETS } from '../../test/test-server.ts';
import type { ChallengeHandlers, ChallengePrompt, RequestToApprove } from '../index.ts';

/** Returns handlers that return the correct secrets and record the requests to approve. */
function recordingHandlers(requests: (RequestToApprove | undefined)[]): ChallengeHandlers {
  const handler = ({ type, request }: ChallengePrompt) => {
    requests.push(request);
    return SECRETS[type];
  };
  return { PIN: handler, PARTNER_DEVICE_FINGERPRINT: handler, SMS: handler };
}

test('passes operation, path values and body of the request to the handler, but no header', async () => {
  const requests: (RequestToApprove | undefined)[] = [];
  const { client, server } = await createTestClient({ handlers: recordingHandlers(requests) });
  server.tokens.slots = [['PIN'], ['SMS']];
  await client.POST(PAYMENT_PATH, { ...PAYMENT, headers: { 'x-external-correlation-id': randomUUID() } });
  const request = {
    operationId: 'fundTransfer',
    method: 'post',
    path: PAYMENT_PATH,
    params: { path: { profileId: 101, transferId: 301 } },
    body: { type: 'BALANCE' },
  };
  expect(requests).toEqual([request, request]);
});

test('passes the sent request, which a handler cannot change', async () => {
  const shown: unknown[] = [];
  const body: { type: 'BALANCE' } = { type: 'BALANCE' };
  const { client, server } = await createTestClient({
    handlers: {
      PIN: ({ request }) => {
        shown.push(structuredClone(request?.body));
        Object.assign(request?.body ?? {}, { type: 'BANK_TRANSFER' });
        return SECRETS.PIN;
      },
      PARTNER_DEVICE_FINGERPRINT: () => SECRETS.PARTNER_DEVICE_FINGERPRINT,
    },
  });
  const paying = client.POST(PAYMENT_PATH, { ...PAYMENT, body });
  Object.assign(body, { type: 'NOTHING' });
  expect((await paying).data?.status).toBe('COMPLETED');
  expect(shown).toEqual([{ type: 'BALANCE' }]);
  expect(server.to('fundTransfer').map(({ text }) => text)).toEqual(Array(2).fill('{"type":"BALANCE"}'));
});

test('passes an undefined body for a request without one', async () => {
  const requests: (RequestToApprove | undefined)[] = [];
  const { client } = await createTestClient({ handlers: recordingHandlers(requests) });
  await client.GET(STATEMENT_PATH, STATEMENT);
  expect(requests[0]).toEqual({
    operationId: 'getBalanceStatement',
    method: 'get',
    path: STATEMENT_PATH,
    params: { path: { profileId: 101, balanceId: 201 } },
    body: undefined,
  });
});

test('passes no request for clearOneTimeToken', async () => {
  const requests: (RequestToApprove | undefined)[] = [];
  const { client, server } = await createTestClient({ handlers: recordingHandlers(requests) });
  await client.clearOneTimeToken(server.tokens.make(CREATE_SESSION).id);
  expect(requests).toEqual([undefined, undefined]);
});
