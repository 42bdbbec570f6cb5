import {
  decryptAndVerify,
  decryptJwe,
  KeySet,
  type Signer,
  type SigningAlgorithm,
  signAndEncrypt,
  signJws,
  verifyJws,
} from '@sca-kit/jose';
import { describe, expect, test } from 'vitest';
import { codeOf, encryptedFor, routerFixture, versionedKey } from '../testing/router.fixture.ts';

const PLAYGROUND = '/v1/auth/jose/playground';
const JOSE = { 'content-type': 'application/jose+json' } as const;
const JWE = { ...JOSE, 'x-tw-jose-method': 'jwe' } as const;
const JWS_PATH = `${PLAYGROUND}/jws`;
const JWS = { ...JOSE, 'x-tw-jose-method': 'jws' } as const;
const NOW = Date.UTC(2026, 0, 1);

/** A signer of the client, whose signatures hold for one path. */
const signerFor = async (path: string, algorithm: SigningAlgorithm = 'PS256') => {
  const key = await versionedKey(algorithm, 'client');
  return { key, signer: { privateKey: key.privateKey as CryptoKey, keyId: key.keyId, url: path } };
};
const keySet = async (...keys: Parameters<typeof versionedKey>[]): Promise<KeySet> =>
  new KeySet(await Promise.all(keys.map((key) => versionedKey(...key))));
const header = (jwe: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(jwe.split('.')[0] ?? '', 'base64url').toString()) as Record<string, unknown>;

describe('the playground with uploaded keys', () => {
  const message = { message: 'hello' };
  const echoed = { message: 'jose-playground-response-hello', method: 'POST' };

  test('jwe: returns 200 encrypted with the key of the client, with the key id as kid', async () => {
    const { call, clientKeys } = await routerFixture();
    const key = await versionedKey('RSA_OAEP_256', 'client');
    clientKeys.push(key);
    const { jwe } = await encryptedFor(message);
    const response = await call(`${PLAYGROUND}/jwe`, { raw: jwe, headers: JWE });
    expect(header(response.text)).toMatchObject({ kid: key.keyId, alg: 'RSA-OAEP-256', enc: 'A256GCM' });
    const keys = await keySet(['RSA_OAEP_256', 'client']);
    expect((await decryptJwe(response.text, keys, { now: NOW })).payload).toEqual(echoed);
  });

  test('jwe: accepts GET with the JOSE method in a header', async () => {
    const { call, clientKeys } = await routerFixture();
    clientKeys.push(await versionedKey('RSA_OAEP_256', 'client'));
    const response = await call(`${PLAYGROUND}/jwe`, { headers: { 'x-tw-jose-method': 'jwe' } });
    const keys = await keySet(['RSA_OAEP_256', 'client']);
    expect((await decryptJwe(response.text, keys, { now: NOW })).payload).toMatchObject({ method: 'GET' });
  });

  test('jwe: returns 400 jwe_error for a client without a key', async () => {
    const { call } = await routerFixture();
    const { jwe } = await encryptedFor(message);
    const response = await call(`${PLAYGROUND}/jwe`, { raw: jwe, headers: JWE });
    expect([response.status, codeOf(response)]).toEqual([400, 'jwe_error']);
  });

  test.each<[SigningAlgorithm]>([['ES256'], ['ES512'], ['PS256']])(
    'jws: returns 200 signed by the server with the algorithm of the request, %s',
    async (algorithm) => {
      const { call, clientKeys } = await routerFixture({ serverKeys: ['ES256', 'ES512', 'PS256'] });
      const { key, signer } = await signerFor(JWS_PATH, algorithm);
      clientKeys.push(key);
      const response = await call(JWS_PATH, { raw: await signJws(message, signer), headers: JWS });
      expect(response.headers.get('x-tw-jose-method')).toBe('jws');
      const verified = await verifyJws(response.text, await keySet([algorithm]), { now: NOW });
      expect([verified.header.alg, verified.payload]).toEqual([algorithm, echoed]);
    },
  );

  test('jws: returns 400 jws_error for a signature with an unknown key and for a changed one', async () => {
    const { call, clientKeys } = await routerFixture();
    const { key, signer } = await signerFor(JWS_PATH);
    const jws = await signJws(message, signer);
    const unknown = await call(JWS_PATH, { raw: jws, headers: JWS });
    clientKeys.push(key);
    const changed = await call(JWS_PATH, { raw: `${jws.slice(0, -4)}AAAA`, headers: JWS });
    expect([unknown.status, codeOf(unknown)]).toEqual([400, 'jws_error']);
    expect(changed.body).toEqual(unknown.body);
  });

  test.each([
    [200, JWS_PATH],
    [200, `https://api.example.com${JWS_PATH}`],
    [400, undefined],
    [400, ''],
    [400, `${PLAYGROUND}/jwsjwe`],
    [400, `${JWS_PATH}/`],
    [400, 'https://['],
  ])('jws: returns %i for the protected header url %s', async (status, url) => {
    const { call, clientKeys } = await routerFixture();
    const { key, signer } = await signerFor(JWS_PATH);
    clientKeys.push(key);
    const jws = await signJws(message, { ...signer, url } as Signer);
    const response = await call(JWS_PATH, { raw: jws, headers: JWS });
    expect([response.status, status === 200 || codeOf(response)]).toEqual([status, status === 200 || 'jws_error']);
  });

  test.each(['jwsjwe', 'jws+jwe'])('%s: returns 200 signed, then encrypted, with the same method', async (method) => {
    const { call, clientKeys } = await routerFixture();
    const { key, signer } = await signerFor(`${PLAYGROUND}/jwsjwe`);
    clientKeys.push(key, await versionedKey('RSA_OAEP_256', 'client'));
    const { publicKey, keyId } = await versionedKey('RSA_OAEP_256');
    const { jwe } = await signAndEncrypt(message, { signer, recipient: { publicKey, keyId } });
    const response = await call(`${PLAYGROUND}/jwsjwe`, { raw: jwe, headers: { ...JOSE, 'x-tw-jose-method': method } });
    expect(response.headers.get('x-tw-jose-method')).toBe(method);
    const keys = { decryption: await keySet(['RSA_OAEP_256', 'client']), verification: await keySet(['ES256']) };
    expect((await decryptAndVerify(response.text, keys, { now: NOW })).payload).toEqual(echoed);
  });

  test('returns 400 for a message over 100 characters, plain or encrypted', async () => {
    const { call, callEncrypted } = await routerFixture();
    const long = { message: 'x'.repeat(101) };
    const plain = await call(`${PLAYGROUND}/jwe-direct-encryption`, { json: long });
    const encrypted = await callEncrypted(`${PLAYGROUND}/jwe-direct-encryption`, long);
    expect(plain.status).toBe(400);
    expect(encrypted.body).toEqual(plain.body);
    expect(codeOf(plain)).toBe('invalid_request');
  });
});

test('returns 500 without the reason when the server has no signing key', async () => {
  const { call, log, clientKeys } = await routerFixture({ serverKeys: ['RSA_OAEP_256'] });
  const { key, signer } = await signerFor(JWS_PATH);
  clientKeys.push(key);
  const response = await call(JWS_PATH, { raw: await signJws({ message: 'hello' }, signer), headers: JWS });
  expect([response.status, codeOf(response)]).toEqual([500, 'server_error']);
  expect(response.text).not.toContain('signing');
  expect(log.at(-1)?.cause).toBeInstanceOf(TypeError);
});
