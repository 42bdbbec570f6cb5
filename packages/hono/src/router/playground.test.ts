import { decryptAndVerify, decryptJwe, KeySet, signAndEncrypt, signJws, verifyJws } from '@sca-kit/jose';
import { describe, expect, test } from 'vitest';
import { codeOf, encryptedFor, routerFixture, versionedKey } from '../testing/router.fixture.ts';

const PLAYGROUND = '/v1/auth/jose/playground';
const JOSE = { 'content-type': 'application/jose+json' } as const;
const JWE = { ...JOSE, 'x-tw-jose-method': 'jwe' } as const;
const NOW = Date.UTC(2026, 0, 1);

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

  test('jws: returns 200 signed by the server for a message signed by the client', async () => {
    const { call, clientKeys } = await routerFixture();
    const signer = await versionedKey('PS256', 'client');
    clientKeys.push(signer);
    const jws = await signJws(message, { privateKey: signer.privateKey as CryptoKey, keyId: signer.keyId });
    const response = await call(`${PLAYGROUND}/jws`, { raw: jws, headers: { ...JOSE, 'x-tw-jose-method': 'jws' } });
    expect(response.headers.get('x-tw-jose-method')).toBe('jws');
    expect((await verifyJws(response.text, await keySet(['ES256']), { now: NOW })).payload).toEqual(echoed);
  });

  test('jws: returns 400 jws_error for a signature with an unknown key and for a changed one', async () => {
    const { call, clientKeys } = await routerFixture();
    const signer = await versionedKey('PS256', 'client');
    const jws = await signJws(message, { privateKey: signer.privateKey as CryptoKey, keyId: signer.keyId });
    const headers = { ...JOSE, 'x-tw-jose-method': 'jws' };
    const unknown = await call(`${PLAYGROUND}/jws`, { raw: jws, headers });
    clientKeys.push(signer);
    const changed = await call(`${PLAYGROUND}/jws`, { raw: `${jws.slice(0, -4)}AAAA`, headers });
    expect([unknown.status, codeOf(unknown)]).toEqual([400, 'jws_error']);
    expect(changed.body).toEqual(unknown.body);
  });

  test('jwsjwe: returns 200 signed, then encrypted', async () => {
    const { call, clientKeys } = await routerFixture();
    const signer = await versionedKey('PS256', 'client');
    clientKeys.push(signer, await versionedKey('RSA_OAEP_256', 'client'));
    const server = await versionedKey('RSA_OAEP_256');
    const { jwe } = await signAndEncrypt(message, {
      signer: { privateKey: signer.privateKey as CryptoKey, keyId: signer.keyId },
      recipient: { publicKey: server.publicKey, keyId: server.keyId },
    });
    const headers = { ...JOSE, 'x-tw-jose-method': 'jwsjwe' };
    const response = await call(`${PLAYGROUND}/jwsjwe`, { raw: jwe, headers });
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
  const signer = await versionedKey('PS256', 'client');
  clientKeys.push(signer);
  const jws = await signJws({ message: 'hello' }, { privateKey: signer.privateKey as CryptoKey, keyId: signer.keyId });
  const response = await call(`${PLAYGROUND}/jws`, { raw: jws, headers: { ...JOSE, 'x-tw-jose-method': 'jws' } });
  expect([response.status, codeOf(response)]).toEqual([500, 'server_error']);
  expect(response.text).not.toContain('signing');
  expect(log.at(-1)?.cause).toBeInstanceOf(TypeError);
});
