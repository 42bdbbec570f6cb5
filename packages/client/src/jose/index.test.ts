import { KeySet } from '@sca-kit/jose';
import { describe, expect, test } from 'vitest';
import { makeKey } from '../../test/server-jose.ts';
import { createTestClient } from '../../test/test-client.ts';
import { errors, json, type TestServer } from '../../test/test-server.ts';

const PIN = { params: { path: { profileId: 101 } }, body: { pin: '1234' } } as const;
const PIN_PATH = '/v2/profiles/{profileId}/pin';
const ECHO = { body: { message: 'hello' } } as const;
const ECHO_PATH = '/v1/auth/jose/playground/jwe-direct-encryption';
const ECHOED = { message: 'jose-playground-response-hello', method: 'POST' };

/** Returns the `kid` of each encrypted request. */
function keyIdsOf(server: TestServer): readonly unknown[] {
  const requests = server.requests.filter(({ text }) => text.startsWith('ey'));
  return requests.map(({ text }) => JSON.parse(Buffer.from(text.split('.')[0] ?? '', 'base64url').toString()).kid);
}

describe('encryption', () => {
  test('encrypts a request with x-jose and decrypts the response', async () => {
    const { client, server } = await createTestClient();
    const { data, response } = await client.POST(ECHO_PATH, ECHO);
    expect(data).toEqual(ECHOED);
    expect(response.headers.get('content-type')).toBe('application/json');
    const [sent] = server.to('echoJweDirect');
    expect(sent?.text).toMatch(/^[\w-]+(\.[\w-]+){4}$/);
    expect(sent?.body).toEqual(ECHO.body);
    expect(sent?.headers.get('content-type')).toBe('application/jose+json');
    expect(sent?.headers.get('x-tw-jose-method')).toBe('jwe');
    expect(sent?.headers.get('accept')).toMatch(/^application\/jose\+json\b/);
  });

  test('accepts a response without a body', async () => {
    const { client, server } = await createTestClient();
    const { response } = await client.POST('/v1/user/pin', { body: { pin: '1234' } });
    expect(response.status).toBe(204);
    expect(server.to('createUserPin')[0]?.text).toMatch(/^ey/);
  });

  test('returns plain JSON errors in error', async () => {
    const { client, server } = await createTestClient();
    server.respondNext('createPin', json(409, errors('pin.already.exists')));
    expect((await client.POST(PIN_PATH, PIN)).error).toEqual(errors('pin.already.exists'));
  });

  test('does not change operations without x-jose', async () => {
    const { client, server } = await createTestClient();
    await client.GET('/v2/profiles');
    expect(server.called).toEqual(['listProfiles']);
  });

  test('sends and accepts plain JSON with jose: off', async () => {
    const { client, server } = await createTestClient({ jose: 'off' });
    expect((await client.POST(ECHO_PATH, ECHO)).data).toEqual(ECHOED);
    expect(server.called).toEqual(['echoJweDirect']);
    expect(server.requests[0]?.headers.get('content-type')).toBe('application/json');
    expect(server.requests[0]?.text).toBe('{"message":"hello"}');
  });

  test('sends the same JWE in a retry', async () => {
    const { client, server } = await createTestClient();
    server.overrides.push(({ operation }) =>
      operation.operationId === 'getJosePublicKey' && server.requests.length === 1
        ? new TypeError('network')
        : undefined,
    );
    expect((await client.POST(ECHO_PATH, ECHO)).data).toEqual(ECHOED);
    expect(server.called).toEqual(['getJosePublicKey', 'getJosePublicKey', 'echoJweDirect']);
  });
});

describe('the server key', () => {
  test('is fetched once for all calls, including parallel ones', async () => {
    const { client, server } = await createTestClient();
    await Promise.all([client.POST(ECHO_PATH, ECHO), client.POST(ECHO_PATH, ECHO), client.POST(PIN_PATH, PIN)]);
    await client.POST(ECHO_PATH, ECHO);
    const keyRequests = server.to('getJosePublicKey');
    expect(keyRequests).toHaveLength(1);
    expect(keyRequests[0]?.query.toString()).toBe('algorithm=RSA_OAEP_256&scope=PAYLOAD_ENCRYPTION');
  });

  test('is fetched again after a replacement, and the request is encrypted and sent once more', async () => {
    const { client, server } = await createTestClient();
    await client.POST(ECHO_PATH, ECHO);
    const { keyId: old } = server.jose.encryption;
    await server.jose.rotate();
    expect((await client.POST(ECHO_PATH, ECHO)).data).toEqual(ECHOED);
    expect(keyIdsOf(server)).toEqual([old, old, server.jose.encryption.keyId]);
    expect(server.to('getJosePublicKey')).toHaveLength(2);
  });

  test('is fetched once by all calls that are rejected together', async () => {
    const { client, server } = await createTestClient();
    await client.POST(ECHO_PATH, ECHO);
    await server.jose.rotate();
    const responses = await Promise.all(Array.from({ length: 8 }, () => client.POST(ECHO_PATH, ECHO)));
    expect(responses.map(({ data }) => data)).toEqual(Array(8).fill(ECHOED));
    expect(server.to('getJosePublicKey')).toHaveLength(2);
  });

  test('is not retried if it has not changed: the rejection is returned', async () => {
    const { client, server } = await createTestClient();
    server.respondNext('echoJweDirect', json(400, { error: 'jwe_error', error_description: 'No.' }));
    const { error, response } = await client.POST(ECHO_PATH, ECHO);
    expect([error, response.status]).toEqual([{ error: 'jwe_error', error_description: 'No.' }, 400]);
    expect(server.to('echoJweDirect')).toHaveLength(1);
  });

  test('is retried once even if it changes with every rejection', async () => {
    const { client, server } = await createTestClient();
    server.overrides.push(async ({ operation }) => {
      if (operation.operationId !== 'echoJweDirect') return undefined;
      await server.jose.rotate();
      return json(400, { error: 'jwe_error', error_description: 'No.' });
    });
    expect((await client.POST(ECHO_PATH, ECHO)).response.status).toBe(400);
    expect(server.to('echoJweDirect')).toHaveLength(2);
  });

  test('is not fetched again after another 400', async () => {
    const { client, server } = await createTestClient();
    server.respondNext('createPin', json(400, errors('request.invalid')));
    await client.POST(PIN_PATH, PIN);
    expect(server.called).toEqual(['getJosePublicKey', 'createPin']);
  });

  test.each([
    ['a rejected request', () => json(401, { error: 'invalid_token', error_description: 'No.' }), 401],
    ['a missing key', () => json(404, { error: 'public.key.not.found', error_description: 'No.' }), undefined],
    ['invalid key material', () => json(200, published('RSA_OAEP_256', 'PAYLOAD_ENCRYPTION')), undefined],
    ['a key of another algorithm', () => json(200, published('ES256', 'PAYLOAD_SIGNING')), undefined],
  ])('throws server_key_unavailable for %s and fetches the key again in the next call', async (_, respond, status) => {
    const { client, server } = await createTestClient();
    server.respondNext('getJosePublicKey', respond());
    const failure = { name: 'ScaClientError', code: 'server_key_unavailable', status };
    await expect(client.POST(ECHO_PATH, ECHO)).rejects.toMatchObject(failure);
    expect(server.to('echoJweDirect')).toHaveLength(0);
    expect((await client.POST(ECHO_PATH, ECHO)).data).toEqual(ECHOED);
  });

  test('is still fetched for other calls if one call is aborted', async () => {
    const { client, server } = await createTestClient();
    const gate = Promise.withResolvers<undefined>();
    const requested = Promise.withResolvers<void>();
    server.overrides.push(({ operation }) => {
      if (operation.operationId !== 'getJosePublicKey') return undefined;
      requested.resolve();
      return gate.promise;
    });
    const controller = new AbortController();
    const first = client.POST(ECHO_PATH, { ...ECHO, signal: controller.signal });
    await requested.promise;
    const second = client.POST(ECHO_PATH, ECHO);
    controller.abort(new Error('closed'));
    await expect(first).rejects.toThrow('closed');
    gate.resolve(undefined);
    expect((await second).data).toEqual(ECHOED);
    expect(server.to('getJosePublicKey')).toHaveLength(1);
  });
});

describe('invalid responses', () => {
  test.each([
    ['plain JSON', 'encrypted_response_missing', () => json(200, {})],
    [
      'a JWE that cannot be decrypted',
      'encrypted_response_invalid',
      () => jose('eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAAAAAAAAAAAAAA.AA.AA'),
    ],
    ['a body that is not a JWE', 'encrypted_response_invalid', () => jose('{}')],
  ])('include %s: %s', async (_, code, respond) => {
    const { client, server } = await createTestClient();
    server.respondNext('createPin', respond());
    const error = await client.POST(PIN_PATH, PIN).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'ScaClientError', code });
    expect((error as Error).cause).toBeUndefined();
  });

  test('include a JWE for another request', async () => {
    const { client, server, fetch } = await createTestClient();
    const responses: Response[] = [];
    const recording = async (request: Request) => {
      const response = await fetch(request);
      responses.push(response.clone());
      return response;
    };
    await client.POST(ECHO_PATH, { ...ECHO, fetch: recording });
    server.respondNext('echoJweDirect', responses.at(-1) ?? new Error('No response was recorded.'));
    await expect(client.POST(ECHO_PATH, ECHO)).rejects.toMatchObject({ code: 'encrypted_response_invalid' });
  });
});

describe('keys of the caller', () => {
  test('decrypt responses for the uploaded key, with and without a request body', async () => {
    const own = await makeKey('RSA_OAEP_256');
    const { client, server } = await createTestClient({ jose: { decryption: new KeySet([own]) } });
    server.jose.clientEncryption = own;
    expect((await client.POST('/v1/auth/jose/playground/jwe', ECHO)).data).toEqual(ECHOED);
    const { data } = await client.GET('/v1/auth/jose/playground/jwe');
    expect(data).toEqual({ message: 'jose-playground-response-', method: 'GET' });
    expect(server.to('echoJweGet')[0]?.headers.get('accept')).toMatch(/jose\+json/);
  });

  test('sign requests, and responses are verified with the published server key', async () => {
    const signer = await makeKey('ES256');
    const { client, server } = await createTestClient({ jose: { signer } });
    server.jose.clientSigning = signer;
    expect((await client.POST('/v1/auth/jose/playground/jws', ECHO)).data).toEqual(ECHOED);
    expect((await client.POST('/v1/auth/jose/playground/jws', ECHO)).data).toEqual(ECHOED);
    expect(server.to('getJosePublicKey')).toHaveLength(6);
    expect(server.to('echoJws')[0]?.headers.get('x-tw-jose-method')).toBe('jws');
  });

  test('sign and encrypt requests; a replaced server key is fetched again', async () => {
    const [signer, own] = [await makeKey('ES256'), await makeKey('RSA_OAEP_256')];
    const { client, server } = await createTestClient({ jose: { signer, decryption: new KeySet([own]) } });
    server.jose.clientSigning = signer;
    server.jose.clientEncryption = own;
    expect((await client.POST('/v1/auth/jose/playground/jwsjwe', ECHO)).data).toEqual(ECHOED);
    server.jose.signing = await makeKey('ES384', 2);
    expect((await client.POST('/v1/auth/jose/playground/jwsjwe', ECHO)).data).toEqual(ECHOED);
  });

  test('throw encrypted_response_invalid for a signature by an unknown key', async () => {
    const signer = await makeKey('ES256');
    const { client, server } = await createTestClient({ jose: { signer } });
    server.jose.clientSigning = signer;
    const known = server.jose.signing;
    server.overrides.push(async ({ operation }) => {
      server.jose.signing = operation.operationId === 'echoJws' ? await makeKey('ES256') : known;
      return undefined;
    });
    const call = client.POST('/v1/auth/jose/playground/jws', ECHO);
    await expect(call).rejects.toMatchObject({ code: 'encrypted_response_invalid' });
  });

  test('are named in an error if missing, before a request is sent', async () => {
    const { client, server } = await createTestClient();
    const signing = client.POST('/v1/auth/jose/playground/jws', ECHO);
    await expect(signing).rejects.toMatchObject({ code: 'own_key_missing', message: /jose\.signer/ });
    const decrypting = client.POST('/v1/auth/jose/playground/jwe', ECHO);
    await expect(decrypting).rejects.toMatchObject({ code: 'own_key_missing', message: /jose\.decryption/ });
    expect(server.requests).toEqual([]);
  });
});

function jose(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'application/jose+json' } });
}

function published(algorithm: string, scope: string): object {
  return { keyId: 'k', version: 1, keyMaterial: { algorithm, keyMaterial: 'AAAA' }, scope };
}
