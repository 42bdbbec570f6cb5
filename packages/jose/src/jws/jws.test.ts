import fc from 'fast-check';
import { base64url, CompactSign, compactVerify, importJWK, type JWK } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { ALPHABET, makeKey, NOW, replaceCharacter, setOf, withoutPrivateKey } from '../../test/keys.ts';
import { DANGEROUS_BUSINESS, RFC7515_A1, RFC7515_A3, RFC7520_4_2, RFC7520_4_3, RFC7520_6 } from '../../test/vectors.ts';
import {
  JwsError,
  SIGNING_ALGORITHMS,
  type SigningAlgorithm,
  signJws,
  type VersionedKey,
  verifyJws,
} from '../index.ts';

const options = { now: NOW };
type FullKey = VersionedKey & { readonly privateKey: CryptoKey };
const keyPool = new Map<SigningAlgorithm, FullKey>();
const keyFor = (algorithm: SigningAlgorithm): FullKey => {
  const key = keyPool.get(algorithm);
  if (key === undefined) throw new Error(`There is no key for ${algorithm}.`);
  return key;
};

beforeAll(async () => {
  for (const algorithm of SIGNING_ALGORITHMS) keyPool.set(algorithm, await makeKey(algorithm));
});

describe.each(SIGNING_ALGORITHMS)('%s', (algorithm) => {
  test('round-trips any JSON value, signed with the key of kid', async () => {
    const key = keyFor(algorithm);
    const keys = setOf(...[...keyPool.values()].map(withoutPrivateKey));
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.boolean(), async (value, named) => {
        const jws = await signJws(value, { privateKey: key.privateKey, ...(named && { keyId: key.keyId }) });
        const verified = await verifyJws(jws, keys, options);
        expect(verified.payload).toEqual(JSON.parse(JSON.stringify(value)));
        expect(verified.keyId).toBe(key.keyId);
        expect(verified.header).toEqual({ alg: algorithm, ...(named && { kid: key.keyId }) });
      }),
      { numRuns: 20 },
    );
  });

  test('rejects a change of any single character', async () => {
    const key = keyFor(algorithm);
    const jws = await signJws({ amount: 12 }, { privateKey: key.privateKey, keyId: key.keyId });
    await fc.assert(
      fc.asyncProperty(fc.nat(jws.length - 1), fc.nat(100), async (index, pick) => {
        const changed = replaceCharacter(jws, index, pick, ALPHABET);
        await expect(verifyJws(changed, setOf(key), options)).rejects.toThrow(new JwsError());
      }),
      { numRuns: 60 },
    );
  });
});

describe('verifyJws rejects every invalid JWS with the same error', () => {
  const sign = (header: object, payload = '{}'): Promise<string> =>
    new CompactSign(new TextEncoder().encode(payload))
      .setProtectedHeader({ alg: 'ES256', ...header })
      .sign(keyFor('ES256').privateKey, { crit: { 'urn:x': true } });

  const invalid: Readonly<Record<string, () => string | Promise<string>>> = {
    'an empty string': () => '',
    'two segments': () => 'e30.e30',
    'four segments': async () => `${await sign({})}.`,
    'alg none': () => `${base64url.encode('{"alg":"none"}')}.e30.`,
    'unknown kid': () => sign({ kid: 'unknown' }),
    'kid of another key': () => sign({ kid: 'PS256-1' }),
    'kid that is a number': () => sign({ kid: 7 }),
    crit: () => sign({ crit: ['urn:x'], 'urn:x': 1 }),
    b64: () => sign({ crit: ['b64'], b64: true }),
    'b64 without crit': () => sign({ b64: true }),
    'payload that is not JSON': () => sign({}, 'hello'),
    'too long': () => sign({}, JSON.stringify('x'.repeat(2000))),
    'another key of the same curve': async () =>
      signJws({}, { privateKey: (await makeKey('ES256')).privateKey, keyId: 'ES256-1' }),
  };

  test.each(Object.entries(invalid))('%s', async (_, make) => {
    const error: unknown = await verifyJws(await make(), setOf(...keyPool.values()), {
      now: NOW,
      maxLength: 1000,
    }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(JwsError);
    expect(error).toMatchObject({ code: 'jws_error', message: 'The JWS cannot be verified.' });
    expect((error as Error).cause).toBeUndefined();
  });

  test('verifies the JWS that the invalid ones are derived from', async () => {
    expect((await verifyJws(await sign({}), setOf(...keyPool.values()), options)).payload).toEqual({});
  });

  test('verifies with a retired key until its grace period ends', async () => {
    const keys = setOf({ ...keyFor('ES256'), retiredAt: NOW, graceSeconds: 60 });
    const jws = await sign({});
    expect((await verifyJws(jws, keys, { now: NOW + 59_999 })).payload).toEqual({});
    await expect(verifyJws(jws, keys, { now: NOW + 60_000 })).rejects.toThrow(JwsError);
  });
});

test('throws TypeError when signing with a public or encryption key', async () => {
  const encryption = await makeKey('RSA_OAEP_256');
  await expect(signJws({}, { privateKey: keyFor('ES256').publicKey })).rejects.toThrow(TypeError);
  await expect(signJws({}, { privateKey: encryption.privateKey })).rejects.toThrow(TypeError);
});

describe('published examples', () => {
  const setWith = async (algorithm: SigningAlgorithm, jwk: JWK, keyId = 'vector') =>
    setOf({
      keyId,
      version: 1,
      algorithm,
      scope: 'PAYLOAD_SIGNING',
      publicKey: (await importJWK(jwk, algorithm)) as CryptoKey,
    });

  test('verifies RFC 7515 A.3 (ES256)', async () => {
    const verified = await verifyJws(RFC7515_A3.compact, await setWith('ES256', RFC7515_A3.jwk), options);
    expect(verified.payload).toEqual(RFC7515_A3.payload);
  });

  test('verifies the inner JWS of RFC 7520 6 (PS256)', async () => {
    const verified = await verifyJws(RFC7520_6.compact, await setWith('PS256', RFC7520_6.jwk), options);
    expect(verified.payload).toEqual(RFC7520_6.payload);
    expect(verified.header).toEqual({ alg: 'PS256', typ: 'JWT' });
  });

  test.each([
    ['RFC 7520 4.2 (PS384)', 'PS384', RFC7520_4_2],
    ['RFC 7520 4.3 (ES512)', 'ES512', RFC7520_4_3],
  ] as const)('rejects %s, whose signature is valid but whose payload is not JSON', async (_, algorithm, vector) => {
    const keys = await setWith(algorithm, vector.jwk, vector.kid);
    const [key] = keys.keys;
    const { payload } = await compactVerify(vector.compact, key?.publicKey as CryptoKey);
    expect(new TextDecoder().decode(payload)).toBe(DANGEROUS_BUSINESS);
    await expect(verifyJws(vector.compact, keys, options)).rejects.toThrow(new JwsError());
  });

  test('rejects RFC 7515 A.1 (HS256), which the jose library verifies', async () => {
    await compactVerify(RFC7515_A1.compact, await importJWK(RFC7515_A1.jwk));
    await expect(verifyJws(RFC7515_A1.compact, setOf(...keyPool.values()), options)).rejects.toThrow(new JwsError());
  });
});
