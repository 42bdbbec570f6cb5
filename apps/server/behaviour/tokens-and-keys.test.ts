import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { components } from '@sca-kit/api';
import { importPublicKey } from '@sca-kit/jose';
import { describe, expect, it } from 'vitest';
import { openSandbox } from './support/sandbox.ts';
import { errorCodes, type SandboxUser } from './support/sandbox-user.ts';

const sandbox = openSandbox();
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

type Token = components['schemas']['TokenResponse'];

function grant(user: SandboxUser, form: Readonly<Record<string, string>>, secret = user.details.clientSecret ?? '') {
  const basic = Buffer.from(`${user.details.clientId}:${secret}`).toString('base64');
  const body = new URLSearchParams(form).toString();
  return sandbox.call<Token>('POST', '/oauth/token', { headers: { ...FORM, authorization: `Basic ${basic}` }, body });
}

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

describe('POST /oauth/token', () => {
  it('client_credentials gives an application token, without a refresh token', async () => {
    const user = await sandbox.createUser();
    const { status, body } = await grant(user, { grant_type: 'client_credentials' });
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.any(String),
      token_type: 'bearer',
      expires_in: 43_200,
      expires_at: new Date(Date.parse(body.created_at) + 43_200_000).toISOString(),
      scope: expect.any(String),
      created_at: expect.any(String),
    });
    expect((await sandbox.call('GET', '/sandbox/clock', bearer(body.access_token))).status).toBe(200);
    expect((await sandbox.call('GET', '/v1/me', bearer(body.access_token))).status).toBe(403);
  });

  it('registration_code gives user tokens again and again, and a wrong code is 401 invalid_grant', async () => {
    const user = await sandbox.createUser();
    const { clientId, email, registrationCode } = user.details;
    const form = {
      grant_type: 'registration_code',
      client_id: clientId,
      email,
      registration_code: registrationCode,
    };
    const { status, body } = await grant(user, form);
    expect(status).toBe(200);
    expect(body.refresh_token).toEqual(expect.any(String));
    const me = await sandbox.call('GET', '/v1/me', bearer(body.access_token));
    expect(me.body).toMatchObject({ id: user.details.userId, email });
    expect((await grant(user, form)).status).toBe(200);
    const wrong = await grant(user, { ...form, registration_code: 'wrong' });
    expect([wrong.status, wrong.body]).toMatchObject([401, { error: 'invalid_grant' }]);
  });

  it('refresh_token can be used again for 20 years, and revokes the access token before', async () => {
    const user = await sandbox.createUser();
    const form = { grant_type: 'refresh_token', refresh_token: user.details.refreshToken };
    const { status, body } = await grant(user, form);
    expect(status).toBe(200);
    expect((await sandbox.call('GET', '/v1/me', bearer(body.access_token))).status).toBe(200);
    expect(body).toMatchObject({
      refresh_token: user.details.refreshToken,
      refresh_token_expires_in: expect.closeTo(20 * 365 * 86_400, -2),
      refresh_token_expires_at: expect.any(String),
    });
    expect((await user.call('GET', '/v1/me')).status).toBe(401);
    const second = await grant(user, form);
    expect((await sandbox.call('GET', '/v1/me', bearer(body.access_token))).status).toBe(401);
    expect((await sandbox.call('GET', '/v1/me', bearer(second.body.access_token))).status).toBe(200);
  });

  it('authorization_code gives a user token once, for its redirect URI; reuse revokes the tokens', async () => {
    const user = await sandbox.createUser();
    const redirectUri = 'https://client.example/callback';
    const made = await user.callAsApplication<{ code: string }>('POST', '/sandbox/authorization-codes', {
      body: { userId: user.details.userId, redirectUri },
    });
    expect([made.status, made.body]).toMatchObject([201, { redirectUri, expiresIn: 60 }]);
    const form = { grant_type: 'authorization_code', code: made.body.code, redirect_uri: redirectUri };
    const elsewhere = await grant(user, { ...form, redirect_uri: 'https://client.example/other' });
    expect([elsewhere.status, elsewhere.body]).toMatchObject([401, { error: 'invalid_grant' }]);
    const { body } = await grant(user, form);
    expect((await sandbox.call('GET', '/v1/me', bearer(body.access_token))).status).toBe(200);
    expect((await grant(user, form)).status).toBe(401);
    expect((await sandbox.call('GET', '/v1/me', bearer(body.access_token))).status).toBe(401);
    const unknown = await user.callAsApplication('POST', '/sandbox/authorization-codes', {
      body: { userId: 1, redirectUri },
    });
    expect([unknown.status, errorCodes(unknown)]).toEqual([404, ['user.not.found']]);
  });

  it('a token expires after 12 hours', async () => {
    const user = await sandbox.createUser();
    await user.advanceClock(12 * 3600 - 10);
    expect((await user.call('GET', '/v1/me')).status).toBe(200);
    const { body } = await grant(user, { grant_type: 'client_credentials' });
    await user.advanceClock(9);
    expect((await user.call('GET', '/v1/me')).status).toBe(200);
    await sandbox.call('POST', '/sandbox/clock', { ...bearer(body.access_token), body: { seconds: 2 } });
    const late = await user.call('GET', '/v1/me');
    expect(late.status).toBe(401);
    expect(errorCodes(late)).toEqual(['token.invalid']);
  });

  it('wrong credentials return 401 and wrong forms 400, with error and error_description', async () => {
    const user = await sandbox.createUser();
    const wrong = await grant(user, { grant_type: 'client_credentials' }, 'wrong');
    expect(wrong.status).toBe(401);
    expect(wrong.body).toMatchObject({ error: 'invalid_client', error_description: expect.any(String) });
    for (const [form, error] of [
      [{ grant_type: 'password' }, 'unsupported_grant_type'],
      [{}, 'invalid_request'],
      [{ grant_type: 'refresh_token' }, 'invalid_request'],
      [{ grant_type: 'refresh_token', refresh_token: 'unknown' }, 'invalid_grant'],
    ] as const) {
      const response = await grant(user, form);
      expect(response.status).toBe(400);
      expect(response.body).toMatchObject({ error, error_description: expect.any(String) });
    }
  });
});

describe('POST /login_with_password', () => {
  it('returns token, identity and credentials', async () => {
    const { details } = await sandbox.createUser();
    const response = await sandbox.call('POST', '/login_with_password', {
      headers: { 'api-key': details.apiKey ?? '' },
      body: { email: details.email, password: { value: details.password } },
    });
    expect(response.status).toBe(200);
    expect(response.body).toEqual({
      token: expect.any(String),
      identity: { type: 'CONSUMER', id: String(details.userId) },
      credentials: { type: 'ROOT', id: expect.any(String) },
      tokenType: 'ACCESS',
    });
  });

  it('returns the same 403 for a wrong password and an unknown e-mail address, and 401 without an API key', async () => {
    const { details } = await sandbox.createUser();
    const headers = { 'api-key': details.apiKey ?? '' };
    const responses = [
      await sandbox.call('POST', '/login_with_password', {
        headers,
        body: { email: details.email, password: { value: 'wrong' } },
      }),
      await sandbox.call('POST', '/login_with_password', {
        headers,
        body: { email: 'nobody@sandbox.example', password: { value: 'wrong' } },
      }),
    ];
    expect(responses.map(({ status }) => status)).toEqual([403, 403]);
    expect(responses[1]?.body).toEqual(responses[0]?.body);
    const bare = await sandbox.call('POST', '/login_with_password', {
      body: { email: details.email, password: { value: details.password } },
    });
    expect(bare.status).toBe(401);
  });

  it('an auth token expires after 5 minutes without use', async () => {
    const user = await sandbox.createUser();
    for (const _ of [1, 2, 3]) {
      await user.advanceClock(299);
      expect((await user.callWithAuthToken('GET', '/authentication_factors')).status).toBe(200);
    }
    await user.advanceClock(301);
    expect((await user.callWithAuthToken('GET', '/authentication_factors')).status).toBe(401);
  });
});

describe('GET /v1/auth/jose/response/public-keys', () => {
  const PATH = '/v1/auth/jose/response/public-keys';

  it.each([
    ['RSA_OAEP_256', 'PAYLOAD_ENCRYPTION'],
    ['ES256', 'PAYLOAD_SIGNING'],
    ['ES384', 'PAYLOAD_SIGNING'],
    ['ES512', 'PAYLOAD_SIGNING'],
    ['PS256', 'PAYLOAD_SIGNING'],
    ['PS384', 'PAYLOAD_SIGNING'],
    ['PS512', 'PAYLOAD_SIGNING'],
  ] as const)('returns the %s key for %s as base64 DER (SPKI)', async (algorithm, scope) => {
    const user = await sandbox.createUser();
    const response = await user.call<components['schemas']['JosePublicKey']>(
      'GET',
      `${PATH}?algorithm=${algorithm}&scope=${scope}`,
    );
    expect(response.status).toBe(200);
    expect(response.body).toEqual({
      keyId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      version: expect.any(Number),
      keyMaterial: { algorithm, keyMaterial: expect.any(String) },
      scope,
    });
    await importPublicKey(response.body.keyMaterial.keyMaterial, algorithm);
    const version = await user.call(
      'GET',
      `${PATH}?algorithm=${algorithm}&scope=${scope}&version=${response.body.version}`,
    );
    expect(version.body).toEqual(response.body);
  });

  it('returns 404 for an unknown version and for an algorithm of another scope', async () => {
    const user = await sandbox.createUser();
    for (const query of [
      'algorithm=RSA_OAEP_256&scope=PAYLOAD_ENCRYPTION&version=999',
      'algorithm=ES256&scope=PAYLOAD_ENCRYPTION',
    ]) {
      const response = await user.call('GET', `${PATH}?${query}`);
      expect(response.status).toBe(404);
    }
  });
});

describe('POST /v1/auth/jose/request/public-keys', () => {
  const PATH = '/v1/auth/jose/request/public-keys';

  it('returns 403 for a user token, here and in the playground', async () => {
    const user = await sandbox.createUser();
    for (const path of [PATH, '/v1/auth/jose/playground/jwe-direct-encryption']) {
      expect((await user.call('POST', path, { body: {} })).status).toBe(403);
    }
  });
  const rsa = (modulusLength: number) =>
    generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const ec = (namedCurve: string) =>
    generateKeyPairSync('ec', { namedCurve }).publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const upload = (keyMaterial: string, algorithm: string, scope: string, more: object = {}) => ({
    keyId: crypto.randomUUID(),
    scope,
    validFrom: '2020-01-01 00:00:00',
    validTill: '2090-01-01 00:00:00',
    publicKeyMaterial: { algorithm, keyMaterial },
    ...more,
  });

  it('returns 201 with the uploaded key, clientId null and deactivationTimestamp null', async () => {
    const user = await sandbox.createUser();
    const body = upload(rsa(2048), 'RSA_OAEP_256', 'PAYLOAD_ENCRYPTION');
    const response = await user.callAsApplication('POST', PATH, { body });
    expect(response.status).toBe(201);
    expect(response.body).toEqual({ ...body, clientId: null, deactivationTimestamp: null });
    expect((await user.callAsApplication('POST', PATH, { body })).status).toBe(409);
  });

  it('returns 400 for the 33rd key of an algorithm, and accepts keys of other algorithms', async () => {
    const user = await sandbox.createUser();
    const key = ec('P-256');
    const send = (algorithm = 'ES256', material = key) =>
      user.callAsApplication('POST', PATH, { body: upload(material, algorithm, 'PAYLOAD_SIGNING') });
    const statuses = (await Promise.all(Array.from({ length: 33 }, () => send()))).map((response) => response.status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(32);
    const rejected = await send();
    expect(rejected.status).toBe(400);
    expect(rejected.body).toEqual({
      error: 'public.key.invalid',
      error_description:
        'The client already has 32 valid ES256 keys, the maximum. Upload another when one has expired.',
    });
    expect((await send('ES384', ec('P-384'))).status).toBe(201);
  });

  it.each([
    [
      'an even modulus',
      { n: Buffer.alloc(256, 0xfe), e: Buffer.from([1, 0, 1]) },
      'The modulus of an RSA key must be odd.',
    ],
    [
      'an exponent above 64 bits',
      { n: Buffer.alloc(512, 0xff), e: Buffer.alloc(9, 0xff) },
      'The public exponent of an RSA key must have at most 64 bits.',
    ],
    [
      'an exponent larger than the modulus',
      { n: Buffer.alloc(256, 0xef), e: Buffer.alloc(256, 0xff) },
      'The public exponent of an RSA key must have at most 64 bits.',
    ],
  ])('returns 400 for an RSA key with %s, which cannot encrypt', async (_, { n, e }, error_description) => {
    const user = await sandbox.createUser();
    const key = createPublicKey({
      format: 'jwk',
      key: { kty: 'RSA', n: n.toString('base64url'), e: e.toString('base64url') },
    });
    const material = key.export({ type: 'spki', format: 'der' }).toString('base64');
    const body = upload(material, 'RSA_OAEP_256', 'PAYLOAD_ENCRYPTION');
    const response = await user.callAsApplication('POST', PATH, { body });
    expect(response.status).toBe(400);
    expect(response.body).toEqual({ error: 'public.key.invalid', error_description });
  });

  it('returns 400 for RSA below 2048 bits, a wrong curve, a wrong scope and a period that ends before it starts', async () => {
    const user = await sandbox.createUser();
    for (const body of [
      upload(rsa(1024), 'RSA_OAEP_256', 'PAYLOAD_ENCRYPTION'),
      upload(ec('P-384'), 'ES256', 'PAYLOAD_SIGNING'),
      upload(ec('P-256'), 'ES256', 'PAYLOAD_ENCRYPTION'),
      upload(ec('P-256'), 'ES256', 'PAYLOAD_SIGNING', { validTill: '2019-01-01 00:00:00' }),
      upload(ec('P-256'), 'ES256', 'PAYLOAD_SIGNING', { validFrom: '2026-02-30 00:00:00' }),
    ]) {
      expect((await user.callAsApplication('POST', PATH, { body })).status).toBe(400);
    }
  });
});
