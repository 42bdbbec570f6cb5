import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  decryptAndVerify,
  decryptDirect,
  decryptJwe,
  encryptJwe,
  exportPrivateKey,
  exportPublicKey,
  generateKeys,
  importContentKey,
  importPublishedKey,
  type PublishedKey,
  signAndEncrypt,
  signJws,
  verifyJws,
} from '@sca-kit/jose';
import document from '@sca-kit/spec/openapi.json' with { type: 'json' };
import { CompactEncrypt } from 'jose';
import { afterAll, describe, expect, it } from 'vitest';
import {
  JOSE_TYPE,
  keySet,
  protectedHeaderOf,
  sendCompact,
  sendEncrypted,
  serverKey,
  uploadKey,
} from './support/encrypted-requests.ts';
import { DEVICE, FACE_MAP, openSandbox, PIN, Sandbox } from './support/sandbox.ts';
import type { SandboxUser } from './support/sandbox-user.ts';

const sandbox = openSandbox();
const required = openSandbox({ SCA_JOSE: 'required' });
const PLAYGROUND = '/v1/auth/jose/playground';
const now = () => Date.now();

describe('Encrypted requests', () => {
  it('are compact JWE with RSA-OAEP-256 and A256GCM, with or without a kid', async () => {
    const user = await sandbox.createUser();
    const { publicKey, keyId } = await serverKey(user);
    const named = await encryptJwe({ pin: PIN }, { publicKey, keyId });
    expect(protectedHeaderOf(named.jwe)).toMatchObject({ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: keyId });
    expect((await sendCompact(user, user.v2Path('pin'), named.jwe)).status).toBe(200);
    const nameless = await encryptJwe({ deviceFingerprint: DEVICE }, { publicKey });
    expect(protectedHeaderOf(nameless.jwe)).not.toHaveProperty('kid');
    expect((await sendCompact(user, user.v2Path('device-fingerprints'), nameless.jwe)).status).toBe(200);
  });

  it('need X-TW-JOSE-Method: jwe', async () => {
    const user = await sandbox.createUser();
    for (const method of ['', 'jws']) {
      const response = await sendEncrypted(user, user.v2Path('pin'), { pin: PIN }, { 'x-tw-jose-method': method });
      expect(response.status).toBe(400);
    }
  });

  it('return 415 with a Content-Encoding or Accept-Encoding other than identity', async () => {
    const user = await sandbox.createUser();
    const send = (headers: Readonly<Record<string, string>>) =>
      sendEncrypted(user, user.v2Path('device-fingerprints'), { deviceFingerprint: crypto.randomUUID() }, headers);
    expect((await send({ 'content-encoding': 'identity', 'accept-encoding': 'identity' })).status).toBe(200);
    expect((await send({ 'accept-encoding': '*' })).status).toBe(200);
    expect((await send({ 'content-encoding': 'gzip' })).status).toBe(415);
    expect((await send({ 'accept-encoding': 'gzip, identity;q=0' })).status).toBe(415);
  });
});

describe('Encrypted responses', () => {
  it('are sent for Accept: application/json, too', async () => {
    const user = await sandbox.createUser();
    const accept = { accept: 'application/json' };
    const created = await sendEncrypted(user, user.v2Path('pin'), { pin: PIN }, accept);
    expect([created.status, (await created.decrypt()).payload]).toEqual([200, {}]);
    const device = await sendEncrypted(user, user.v2Path('device-fingerprints'), { deviceFingerprint: DEVICE }, accept);
    expect(device.status).toBe(200);
    const headers = { ...accept, 'One-Time-Token': await user.createToken() };
    for (const [path, body] of [
      ['pin/verify', { pin: PIN }],
      ['device-fingerprints/verify', { deviceFingerprint: DEVICE }],
    ] as const) {
      const verified = await sendEncrypted(user, user.v2Path(path), body, headers);
      expect([verified.status, verified.headers.get('content-type')]).toEqual([200, JOSE_TYPE]);
    }
  });

  it('of PIN and fingerprint use the content encryption key of the request (dir), each with a new IV', async () => {
    const user = await sandbox.createUser();
    const one = await sendEncrypted(user, user.v2Path('device-fingerprints'), { deviceFingerprint: DEVICE });
    expect(one.headers.get('content-type')).toBe(JOSE_TYPE);
    expect(one.headers.get('x-tw-jose-method')).toBe('jwe');
    expect(protectedHeaderOf(one.body)).toEqual({ alg: 'dir', enc: 'A256GCM' });
    expect((await one.decrypt()).payload).toEqual({
      deviceFingerprintId: expect.any(String),
      createdAt: expect.any(String),
    });

    const contentKey = await importContentKey(crypto.getRandomValues(new Uint8Array(32)));
    await expect(decryptDirect(one.body, contentKey)).rejects.toThrow();
    await sendEncrypted(user, user.v2Path('pin'), { pin: PIN });
    const token = await user.createToken();
    const jwe = (await encryptJwe({ pin: PIN }, await serverKey(user))).jwe;
    const headers = { 'One-Time-Token': token };
    const ivs = [];
    for (const _ of [1, 2, 3])
      ivs.push((await sendCompact(user, user.v2Path('pin/verify'), jwe, headers)).body.split('.')[2]);
    expect(new Set(ivs).size).toBe(3);
  });

  it('of POST /v2/…/pin are 200 with the JWE of {}', async () => {
    const user = await sandbox.createUser();
    const response = await sendEncrypted(user, user.v2Path('pin'), { pin: PIN });
    expect([response.status, (await response.decrypt()).payload]).toEqual([200, {}]);
  });

  it('with status 204 have no body', async () => {
    const user = await sandbox.createUser();
    const response = await sendEncrypted(user, '/v1/user/pin', { pin: PIN });
    expect([response.status, response.body, response.headers.get('content-type')]).toEqual([204, undefined, null]);
  });

  it('are sent by verify in v1 and v2', async () => {
    const user = await sandbox.createEnrolledUser();
    const token = await user.createToken();
    const headers = { 'One-Time-Token': token };
    const v2 = await sendEncrypted(user, user.v2Path('pin/verify'), { pin: PIN }, headers);
    expect((await v2.decrypt()).payload).toMatchObject({ oneTimeToken: token, challenges: [{ passed: true }, {}] });
    const path = '/v1/one-time-token/partner-device-fingerprint/verify';
    const v1 = await sendEncrypted(user, path, { deviceFingerprint: DEVICE }, headers);
    expect((await v1.decrypt()).payload).toMatchObject({ oneTimeTokenProperties: { challenges: [] } });
    expect((await user.getStatement(token)).status).toBe(200);
  });

  it('are plain JSON for errors', async () => {
    const user = await sandbox.createEnrolledUser();
    for (const response of [
      await sendEncrypted(user, user.v2Path('pin'), { pin: PIN }),
      await sendEncrypted(user, user.v2Path('pin'), { pin: 'long' }),
      await sendEncrypted(
        user,
        user.v2Path('pin/verify'),
        { pin: '0000' },
        { 'One-Time-Token': await user.createToken() },
      ),
    ]) {
      expect(response.headers.get('content-type')).toBe('application/json');
      expect(response.body).toHaveProperty('errors');
    }
  });
});

describe('Invalid JWEs', () => {
  const encrypt = async (user: SandboxUser, header: Readonly<Record<string, unknown>> = {}) => {
    const { publicKey } = await serverKey(user);
    return new CompactEncrypt(new TextEncoder().encode('{"pin":"1234"}'))
      .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', ...header })
      .encrypt(publicKey, { crit: { exp: true } });
  };
  const part = (compact: string, index: number, change: (text: string) => string) =>
    compact
      .split('.')
      .map((text, at) => (at === index ? change(text) : text))
      .join('.');
  const flip = (text: string) => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
  const header = (fields: object) => Buffer.from(JSON.stringify(fields)).toString('base64url');

  it('return the same 400 jwe_error for segments, header, key, tag, algorithm, zip, crit and p2c', async () => {
    const user = await sandbox.createUser();
    const good = await encrypt(user);
    const rsa = await generateKeys('RSA_OAEP_256');
    const other = await new CompactEncrypt(new TextEncoder().encode('{"pin":"1234"}'))
      .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM' })
      .encrypt(rsa.publicKey);
    const bad: Readonly<Record<string, string>> = {
      segments: good.split('.').slice(0, 4).join('.'),
      'one segment more': `${good}.x`,
      'not base64url': part(good, 3, () => '****'),
      header: part(good, 0, () => 'bm9qc29u'),
      key: part(good, 1, flip),
      'key of another server': other,
      iv: part(good, 2, flip),
      ciphertext: part(good, 3, flip),
      tag: part(good, 4, flip),
      'wrong algorithm': part(good, 0, () => header({ alg: 'RSA1_5', enc: 'A256GCM' })),
      'wrong encryption': part(good, 0, () => header({ alg: 'RSA-OAEP-256', enc: 'A128CBC-HS256' })),
      none: part(good, 0, () => header({ alg: 'none' })),
      dir: part(good, 0, () => header({ alg: 'dir', enc: 'A256GCM' })),
      zip: part(good, 0, () => header({ alg: 'RSA-OAEP-256', enc: 'A256GCM', zip: 'DEF' })),
      crit: await encrypt(user, { crit: ['exp'], exp: 1 }),
      p2c: part(good, 0, () => header({ alg: 'PBES2-HS512+A256KW', enc: 'A256GCM', p2c: 100_000_000, p2s: 'AAAA' })),
      'unknown kid': await encrypt(user, { kid: crypto.randomUUID() }),
      'plain JSON': '{"pin":"1234"}',
    };
    const responses = new Map<string, unknown>();
    for (const [name, compact] of Object.entries(bad)) {
      const { status, body } = await sendCompact(user, user.v2Path('pin'), compact);
      responses.set(name, [status, body]);
    }
    const expected = [400, { error: 'jwe_error', error_description: expect.any(String) }];
    for (const [name, response] of responses) {
      expect(response, name).toEqual(expected);
      expect(response, name).toEqual(responses.get('tag'));
    }
    expect((await sendCompact(user, user.v2Path('pin'), good)).status).toBe(200);
  });
});

describe('Plain JSON', () => {
  it('is accepted and returned by the same operations in the sandbox', async () => {
    const user = await sandbox.createUser();
    const response = await user.call('POST', user.v2Path('pin'), { body: { pin: PIN } });
    expect([response.status, response.headers.get('content-type'), response.body]).toEqual([
      200,
      'application/json',
      {},
    ]);
  });

  it('returns 415 with SCA_JOSE=required', async () => {
    const user = await required.createUser();
    expect((await user.call('POST', user.v2Path('pin'), { body: { pin: PIN } })).status).toBe(415);
    expect((await sendEncrypted(user, user.v2Path('pin'), { pin: PIN })).status).toBe(200);
    expect((await user.call('POST', user.v2Path('facemaps'), { body: { faceMap: FACE_MAP } })).status).toBe(204);
  });
});

describe('Keys', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sca-behaviour-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('rotate: the server publishes the newest version and decrypts with older ones for a grace period', async () => {
    const pair = await generateKeys('RSA_OAEP_256');
    const second = {
      keyId: crypto.randomUUID(),
      version: 2,
      algorithm: 'RSA_OAEP_256',
      publicKey: await exportPublicKey(pair.publicKey),
      privateKey: await exportPrivateKey(pair.privateKey),
    };
    const file = join(folder, 'keys.json');
    const inServer = async <Result>(step: (user: SandboxUser) => Promise<Result>): Promise<Result> => {
      const started = new Sandbox({ SCA_DATA: folder });
      await started.start();
      try {
        return await step(await started.createUser());
      } finally {
        await started.close();
      }
    };
    const first = await inServer((user) => serverKey(user));
    expect(first.version).toBe(1);
    const stored = JSON.parse(readFileSync(file, 'utf8')) as { jose: object[] };
    const afterRotation = (hoursAgo: number) => {
      const notBefore = Date.now() - hoursAgo * 3_600_000;
      writeFileSync(file, JSON.stringify({ ...stored, jose: [...stored.jose, { ...second, notBefore }] }));
      return inServer(async (user) => {
        const { jwe } = await encryptJwe({ pin: PIN }, first);
        return [(await serverKey(user)).version, (await sendCompact(user, user.v2Path('pin'), jwe)).status];
      });
    };
    expect(await afterRotation(1)).toEqual([2, 200]);
    expect(await afterRotation(25)).toEqual([2, 400]);
  });
});

describe('Key examples in the OpenAPI document', () => {
  it('can be imported and uploaded', async () => {
    const { paths } = document;
    const published = paths['/v1/auth/jose/response/public-keys'].get.responses['200'].content['application/json'];
    await expect(importPublishedKey(published.examples.encryption.value as PublishedKey)).resolves.toMatchObject({
      algorithm: 'RSA_OAEP_256',
    });
    const upload = paths['/v1/auth/jose/request/public-keys'].post.requestBody.content['application/json'];
    const user = await sandbox.createUser();
    const body = upload.examples.encryption.value;
    expect((await user.callAsApplication('POST', '/v1/auth/jose/request/public-keys', { body })).status).toBe(201);
  });
});

describe('The JOSE playground', () => {
  const echoed = { message: 'jose-playground-response-hello', method: 'POST' };

  it('jwe responds with the uploaded key and its id as kid', async () => {
    const user = await sandbox.createUser();
    const key = await uploadKey(user, 'RSA_OAEP_256');
    const post = await sendEncrypted(user, `${PLAYGROUND}/jwe`, { message: 'hello' });
    expect(protectedHeaderOf(post.body)).toMatchObject({ alg: 'RSA-OAEP-256', kid: key.keyId });
    expect((await decryptJwe(post.body, keySet(key), { now: now() })).payload).toEqual(echoed);
    const get = await user.callAsApplication<string>('GET', `${PLAYGROUND}/jwe`, {
      headers: { accept: JOSE_TYPE, 'x-tw-jose-method': 'jwe' },
    });
    expect((await decryptJwe(get.body, keySet(key), { now: now() })).payload).toMatchObject({ method: 'GET' });
  });

  it('jwe returns 400 without an uploaded key', async () => {
    const user = await sandbox.createUser();
    expect((await sendEncrypted(user, `${PLAYGROUND}/jwe`, { message: 'hello' })).status).toBe(400);
  });

  it('jwe-direct-encryption responds with the content encryption key of the request', async () => {
    const user = await sandbox.createUser();
    const response = await sendEncrypted(user, `${PLAYGROUND}/jwe-direct-encryption`, { message: 'hello' });
    expect(protectedHeaderOf(response.body)).toEqual({ alg: 'dir', enc: 'A256GCM' });
    expect((await response.decrypt()).payload).toEqual(echoed);
  });

  it.each(['ES256', 'ES512', 'PS384'] as const)(
    'jws echoes the message, signed with the algorithm of the request: %s',
    async (algorithm) => {
      const user = await sandbox.createUser();
      const signer = { ...(await uploadKey(user, algorithm)), url: `${PLAYGROUND}/jws` };
      const jws = await signJws({ message: 'hello' }, signer);
      const signed = await sendCompact(user, `${PLAYGROUND}/jws`, jws, { 'x-tw-jose-method': 'jws' });
      const keys = keySet(await serverKey(user, algorithm));
      expect((await verifyJws(signed.body, keys, { now: now() })).payload).toEqual(echoed);
    },
  );

  it.each(['jwsjwe', 'jws+jwe'])('%s echoes the message and repeats the spelling of the method', async (method) => {
    const user = await sandbox.createUser();
    const signer = { ...(await uploadKey(user, 'ES256')), url: `${PLAYGROUND}/jwsjwe` };
    const own = await uploadKey(user, 'RSA_OAEP_256');
    const signing = await serverKey(user, 'ES256');
    const nested = await signAndEncrypt({ message: 'hello' }, { signer, recipient: await serverKey(user) });
    const response = await sendCompact(user, `${PLAYGROUND}/jwsjwe`, nested.jwe, { 'x-tw-jose-method': method });
    expect(response.headers.get('x-tw-jose-method')).toBe(method);
    const opened = await decryptAndVerify(
      response.body,
      { decryption: keySet(own), verification: keySet(signing) },
      { now: now() },
    );
    expect(opened.payload).toEqual(echoed);
  });

  it('returns 400 jws_error for a signature without the path of the operation in its header url', async () => {
    const user = await sandbox.createUser();
    const signer = await uploadKey(user, 'ES256');
    for (const url of [undefined, `${PLAYGROUND}/jwsjwe`]) {
      const jws = await signJws({ message: 'hello' }, url === undefined ? signer : { ...signer, url });
      const response = await sendCompact(user, `${PLAYGROUND}/jws`, jws, { 'x-tw-jose-method': 'jws' });
      expect([response.status, response.body]).toMatchObject([400, { error: 'jws_error' }]);
    }
  });

  it('returns 400 jws_error for a signature by a key that was not uploaded', async () => {
    const user = await sandbox.createUser();
    const stranger = await generateKeys('ES256');
    const jws = await signJws({ message: 'hello' }, stranger);
    const response = await sendCompact(user, `${PLAYGROUND}/jws`, jws, { 'x-tw-jose-method': 'jws' });
    expect([response.status, response.body]).toEqual([
      400,
      { error: 'jws_error', error_description: expect.any(String) },
    ]);
  });

  it('returns 400 for a message over 100 characters', async () => {
    const user = await sandbox.createUser();
    const path = `${PLAYGROUND}/jwe-direct-encryption`;
    expect((await sendEncrypted(user, path, { message: 'x'.repeat(100) })).status).toBe(200);
    expect((await sendEncrypted(user, path, { message: 'x'.repeat(101) })).status).toBe(400);
  });
});
