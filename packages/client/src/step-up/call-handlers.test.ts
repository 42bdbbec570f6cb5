import { describe, expect, test } from 'vitest';
import { CREATE_SESSION } from '../../test/one-time-tokens.ts';
import { createTestClient, PAYMENT, PAYMENT_PATH, STATEMENT, STATEMENT_PATH } from '../../test/test-client.ts';
import { errors, SECRETS } from '../../test/test-server.ts';
import type { ChallengeHandlers } from '../index.ts';

const PIN = () => SECRETS.PIN;
const PARTNER_DEVICE_FINGERPRINT = () => SECRETS.PARTNER_DEVICE_FINGERPRINT;

describe('a call with its own handlers', () => {
  test('uses them if the client has none, but not for the next call', async () => {
    const { client } = await createTestClient();
    const handlers = { PIN, PARTNER_DEVICE_FINGERPRINT };
    expect((await client.POST(PAYMENT_PATH, { ...PAYMENT, handlers })).data?.status).toBe('COMPLETED');
    expect((await client.POST(PAYMENT_PATH, PAYMENT)).error).toEqual(errors('sca.required'));
  });

  test('uses them first, and those of the client for the other challenges', async () => {
    const calledHandlers: string[] = [];
    const recording = (owner: string, secret: string | undefined) => () => {
      calledHandlers.push(owner);
      return secret;
    };
    const { client } = await createTestClient({
      handlers: {
        PIN: recording('client', '9999'),
        PARTNER_DEVICE_FINGERPRINT: recording('client', 'a-device-fingerprint'),
      },
    });
    const handlers = { PIN: recording('call', SECRETS.PIN) };
    expect((await client.call('fundTransfer', { ...PAYMENT, handlers })).data?.status).toBe('COMPLETED');
    expect(calledHandlers).toEqual(['call', 'client']);
  });

  test('does not pass them to middleware or the request', async () => {
    const { client } = await createTestClient();
    const seen: boolean[] = [];
    client.use({ onRequest: ({ request, options }) => void seen.push('handlers' in request, 'handlers' in options) });
    await client.POST(PAYMENT_PATH, { ...PAYMENT, handlers: { PIN, PARTNER_DEVICE_FINGERPRINT } });
    expect(seen).toEqual([false, false]);
  });

  test.each<[string, unknown]>([
    ['handlers.PIN', { PIN: '1234' }],
    ['handlers.PASSWORD', { PASSWORD: () => '1234' }],
  ])('throws TypeError with the name of an invalid handler and sends nothing: %s', async (name, wrong) => {
    const { client, server } = await createTestClient();
    const handlers = wrong as ChallengeHandlers;
    const error = await client.POST(PAYMENT_PATH, { ...PAYMENT, handlers }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toContain(name);
    await expect(client.clearOneTimeToken(crypto.randomUUID(), { handlers })).rejects.toThrow(name);
    expect(server.requests).toEqual([]);
  });

  test('can be a call of clearOneTimeToken', async () => {
    const { client, server } = await createTestClient();
    const { id } = server.tokens.make(CREATE_SESSION);
    await client.clearOneTimeToken(id, { handlers: { PIN, PARTNER_DEVICE_FINGERPRINT } });
    expect(server.sessionOpen).toBe(true);
  });

  test('shares a step-up only with calls that have the same handlers', async () => {
    const { client } = await createTestClient({ handlers: { PIN: () => undefined, PARTNER_DEVICE_FINGERPRINT } });
    let calls = 0;
    const handlers: ChallengeHandlers = {
      PIN: async () => {
        calls += 1;
        return SECRETS.PIN;
      },
    };
    const [declined, ...others] = await Promise.allSettled([
      client.GET(STATEMENT_PATH, STATEMENT),
      client.GET(STATEMENT_PATH, { ...STATEMENT, handlers }),
      client.GET(STATEMENT_PATH, { ...STATEMENT, handlers }),
    ]);
    expect(declined).toMatchObject({ status: 'rejected', reason: { code: 'challenge_declined' } });
    expect(others).toMatchObject(Array(2).fill({ status: 'fulfilled', value: { response: { status: 200 } } }));
    expect(calls).toBe(1);
  });
});
