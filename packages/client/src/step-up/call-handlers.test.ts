import { describe, expect, test } from 'vitest';
import { PAYMENT, PAYMENT_PATH, STATEMENT, STATEMENT_PATH, set } from '../../test/client.ts';
import { CREATE_SESSION } from '../../test/one-time-tokens.ts';
import { errors, SECRETS } from '../../test/server.ts';
import type { ChallengeHandlers } from '../index.ts';

const PIN = () => SECRETS.PIN;
const PARTNER_DEVICE_FINGERPRINT = () => SECRETS.PARTNER_DEVICE_FINGERPRINT;

describe('a call with handlers of its own', () => {
  test('is stepped up by them if the client has none; the next call is not', async () => {
    const { client } = await set();
    const handlers = { PIN, PARTNER_DEVICE_FINGERPRINT };
    expect((await client.POST(PAYMENT_PATH, { ...PAYMENT, handlers })).data?.status).toBe('COMPLETED');
    expect((await client.POST(PAYMENT_PATH, PAYMENT)).error).toEqual(errors('sca.required'));
  });

  test('uses them first, and those of the client for the other challenges', async () => {
    const asked: string[] = [];
    const telling = (whose: string, secret: string | undefined) => () => {
      asked.push(whose);
      return secret;
    };
    const { client } = await set({
      handlers: {
        PIN: telling('client', '9999'),
        PARTNER_DEVICE_FINGERPRINT: telling('client', 'a-device-fingerprint'),
      },
    });
    const handlers = { PIN: telling('call', SECRETS.PIN) };
    expect((await client.call('fundTransfer', { ...PAYMENT, handlers })).data?.status).toBe('COMPLETED');
    expect(asked).toEqual(['call', 'client']);
  });

  test('does not pass them to middleware or the request', async () => {
    const { client } = await set();
    const seen: boolean[] = [];
    client.use({ onRequest: ({ request, options }) => void seen.push('handlers' in request, 'handlers' in options) });
    await client.POST(PAYMENT_PATH, { ...PAYMENT, handlers: { PIN, PARTNER_DEVICE_FINGERPRINT } });
    expect(seen).toEqual([false, false]);
  });

  test.each<[string, unknown]>([
    ['handlers.PIN', { PIN: '1234' }],
    ['handlers.PASSWORD', { PASSWORD: () => '1234' }],
  ])('with a wrong one is a TypeError that names %s, and nothing is sent', async (name, wrong) => {
    const { client, server } = await set();
    const handlers = wrong as ChallengeHandlers;
    const error = await client.POST(PAYMENT_PATH, { ...PAYMENT, handlers }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toContain(name);
    await expect(client.clearOneTimeToken(crypto.randomUUID(), { handlers })).rejects.toThrow(name);
    expect(server.seen).toEqual([]);
  });

  test('can be clearOneTimeToken', async () => {
    const { client, server } = await set();
    const { id } = server.tokens.make(CREATE_SESSION);
    await client.clearOneTimeToken(id, { handlers: { PIN, PARTNER_DEVICE_FINGERPRINT } });
    expect(server.sessionOpen).toBe(true);
  });

  test('shares a step-up only with calls that have the same handlers', async () => {
    const { client } = await set({ handlers: { PIN: () => undefined, PARTNER_DEVICE_FINGERPRINT } });
    let asked = 0;
    const handlers: ChallengeHandlers = {
      PIN: async () => {
        asked += 1;
        return SECRETS.PIN;
      },
    };
    const [declined, ...served] = await Promise.allSettled([
      client.GET(STATEMENT_PATH, STATEMENT),
      client.GET(STATEMENT_PATH, { ...STATEMENT, handlers }),
      client.GET(STATEMENT_PATH, { ...STATEMENT, handlers }),
    ]);
    expect(declined).toMatchObject({ status: 'rejected', reason: { code: 'challenge_declined' } });
    expect(served).toMatchObject(Array(2).fill({ status: 'fulfilled', value: { response: { status: 200 } } }));
    expect(asked).toBe(1);
  });
});
