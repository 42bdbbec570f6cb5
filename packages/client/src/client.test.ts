import { describe, expect, test } from 'vitest';
import { EXAMPLES } from '../test/examples.ts';
import { createTestClient, PAYMENT, PAYMENT_PATH } from '../test/test-client.ts';
import { errors, json } from '../test/test-server.ts';
import { createScaClient, type ScaClientOptions } from './index.ts';

describe('results', () => {
  test('contain data and the response for a success', async () => {
    const { client } = await createTestClient();
    const { data, error, response } = await client.GET('/health');
    expect(data).toEqual(EXAMPLES.getHealth?.body);
    expect(error).toBeUndefined();
    expect(response.status).toBe(200);
  });

  test('contain error for an error status, without throwing', async () => {
    const { client, server } = await createTestClient();
    server.respondNext('fundTransfer', json(409, errors('transfer.already.funded')));
    const { data, error, response } = await client.POST(PAYMENT_PATH, PAYMENT);
    expect(data).toBeUndefined();
    expect(error).toEqual(errors('transfer.already.funded'));
    expect(response.status).toBe(409);
  });

  test('contain neither for a response without a body', async () => {
    const { client } = await createTestClient();
    const { data, error, response } = await client.DELETE('/v2/profiles/{profileId}/pin', {
      params: { path: { profileId: 101 } },
    });
    expect([data, error, response.status]).toEqual([undefined, undefined, 204]);
  });

  test('contain text as a string and events as a stream', async () => {
    const { client } = await createTestClient();
    expect((await client.GET('/metrics')).data).toBe(EXAMPLES.getMetrics?.body);
    const { data } = await client.GET('/sandbox/events');
    expect(data).toBeInstanceOf(ReadableStream);
    expect(await new Response(data ?? null).text()).toBe(EXAMPLES.streamEvents?.body);
  });

  test('are the same for a call by operationId', async () => {
    const { client, server } = await createTestClient();
    const { data } = await client.call('fundTransfer', PAYMENT);
    expect(data).toBeUndefined();
    expect(server.called).toEqual(['fundTransfer']);
  });

  test('contain the response to a form request', async () => {
    const { client, server } = await createTestClient({
      clientCredentials: { clientId: 'demo', clientSecret: 'secret' },
    });
    const { data } = await client.POST('/oauth/token', { body: { grant_type: 'client_credentials' } });
    expect(data).toEqual(EXAMPLES.createAccessToken?.body);
    expect(server.requests[0]?.text).toBe('grant_type=client_credentials');
  });

  test.each([
    ['an HTML page of a proxy', () => new Response('<h1>Bad gateway</h1>', { status: 502 }), 502],
    ['an error without a body', () => new Response(null, { status: 502, headers: { 'content-length': '0' } }), 502],
    ['a redirect', () => new Response(null, { status: 302, headers: { location: 'https://elsewhere.test/' } }), 302],
    ['an incomplete body', () => json(200, '{"access_token":"s3cret-val'), undefined],
  ])('throw response_unreadable without the text for %s', async (_, respond, status) => {
    const { client, server } = await createTestClient();
    server.respondNext('getHealth', respond());
    const error = await client.GET('/health').catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'ScaClientError', code: 'response_unreadable', status });
    expect(String(error)).not.toMatch(/s3cret|gateway/);
    expect((error as Error).cause).toBeUndefined();
  });

  test('contain no redirected response, because the body would be sent to another host', async () => {
    const { client } = await createTestClient({
      fetch: (request) => {
        expect(request.redirect).toBe('manual');
        return json(200, { status: 'ok' });
      },
    });
    await client.GET('/health');
  });

  test('pass openapi-fetch middleware as plain requests and responses', async () => {
    const { client } = await createTestClient();
    const texts: string[] = [];
    client.use({
      onRequest: async ({ request }) => void texts.push(await request.clone().text()),
      onResponse: async ({ response }) => void texts.push(await response.clone().text()),
    });
    await client.POST('/v1/auth/jose/playground/jwe-direct-encryption', { body: { message: 'hello' } });
    expect(texts).toEqual(['{"message":"hello"}', '{"message":"jose-playground-response-hello","method":"POST"}']);
  });
});

describe('requests', () => {
  test('have the headers of the client, overridden by those of the call', async () => {
    const { client, server } = await createTestClient({ headers: { 'user-agent': 'shop/1', 'accept-language': 'et' } });
    await client.POST('/v1/auth/jose/playground/jwe-direct-encryption', {
      body: { message: 'hello' },
      headers: { 'accept-language': 'de' },
    });
    expect(server.called).toEqual(['getJosePublicKey', 'echoJweDirect']);
    expect(server.requests.map(({ headers }) => headers.get('user-agent'))).toEqual(['shop/1', 'shop/1']);
    expect(server.to('echoJweDirect')[0]?.headers.get('accept-language')).toBe('de');
  });

  test.each(['', '.', '..'])(
    'throw TypeError for the path value %j, which would select another operation',
    async (channel) => {
      const { client, server } = await createTestClient();
      const call = client.POST('/authentication_factors/otp/{channel}', {
        params: { path: { channel: channel as 'SMS' } },
      });
      await expect(call).rejects.toThrow(TypeError);
      expect(server.requests).toEqual([]);
    },
  );

  test('encode a path value as one segment', async () => {
    const { client, server } = await createTestClient();
    server.overrides.push(({ path }) => json(200, { status: path.deviceFingerprintId }));
    const deviceFingerprintId = 'a/../../pin';
    await client.DELETE('/v2/profiles/{profileId}/device-fingerprints/{deviceFingerprintId}', {
      params: { path: { profileId: 101, deviceFingerprintId } },
    });
    expect(server.requests[0]?.path.deviceFingerprintId).toBe('a%2F..%2F..%2Fpin');
    server.violations.length = 0;
  });

  test('throw TypeError for a missing path value', async () => {
    const { client } = await createTestClient();
    // @ts-expect-error profileId is required
    await expect(client.DELETE('/v2/profiles/{profileId}/pin', { params: { path: {} } })).rejects.toThrow(/profileId/);
  });

  test('are not sent when aborted, and reject with the reason', async () => {
    let sent = 0;
    const fetch = () => {
      sent += 1;
      return json(200, { status: 'ok' });
    };
    const { client } = await createTestClient({ fetch });
    const reason = new Error('closed');
    await expect(client.GET('/health', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(sent).toBe(0);
  });

  test('are sent with the fetch of the call', async () => {
    const { client, server } = await createTestClient();
    const { data } = await client.GET('/health', { fetch: () => json(200, { status: 'other' }) });
    expect(data).toEqual({ status: 'other' });
    expect(server.requests).toEqual([]);
  });
});

describe('options', () => {
  test.each<[string, Partial<ScaClientOptions>]>([
    ['baseUrl', { baseUrl: '/v1' }],
    ['baseUrl', { baseUrl: 'ftp://api.test' }],
    ['baseUrl', { baseUrl: 'https://user:secret@api.test' }],
    ['baseUrl', { baseUrl: 'https://api.test/?key=secret' }],
    ['challengeAttempts', { challengeAttempts: 0 }],
    ['challengeAttempts', { challengeAttempts: 6 }],
    ['handlers', { handlers: null as never }],
    ['handlers', { handlers: 'secret' as never }],
    ['handlers.PIN ', { handlers: { PIN: 'secret' as never } }],
    ['handlers.SMS ', { handlers: { PIN: () => '1234', SMS: null as never } }],
    ['handlers.PASSWORD ', { handlers: { PASSWORD: () => 'secret' } as never }],
    ['retry.retries', { retry: { retries: -1 } }],
    ['retry.maxWait', { retry: { maxWait: Number.NaN } }],
  ])('throw TypeError with the name but not the value of an invalid %s: %j', (name, options) => {
    const make = () => createScaClient({ baseUrl: 'https://api.test', ...options });
    expect(make).toThrow(TypeError);
    expect(make).toThrow(name);
    expect(make).not.toThrow(/secret/);
  });

  test('throw TypeError with the known challenge types for an unknown handler', () => {
    const handlers = { PASSWORD: () => '1234' } as never;
    expect(() => createScaClient({ baseUrl: 'https://api.test', handlers })).toThrow(
      'handlers.PASSWORD is not a challenge type. Challenge types: FACE_MAP, PARTNER_DEVICE_FINGERPRINT, PIN, SMS, VOICE, WHATSAPP.',
    );
  });

  test('accept handlers that are methods of a class, and undefined', () => {
    class Dialog {
      readonly SMS = undefined;
      PIN(): string {
        return '1234';
      }
    }
    for (const handlers of [new Dialog() as never, {}, undefined as never]) {
      expect(() => createScaClient({ baseUrl: 'https://api.test', handlers })).not.toThrow();
    }
  });

  test('keep the path of baseUrl', async () => {
    const urls: string[] = [];
    const client = createScaClient({
      baseUrl: 'https://api.test/sca/',
      fetch: (request) => {
        urls.push(request.url);
        return json(200, { status: 'ok' });
      },
    });
    await client.GET('/health');
    expect(urls).toEqual(['https://api.test/sca/health']);
  });
});
