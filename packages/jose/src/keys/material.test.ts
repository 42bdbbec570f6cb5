import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { makeKey, NOW, setOf } from '../../test/keys.ts';
import {
  decryptJwe,
  detectAlgorithm,
  encryptJwe,
  exportPrivateKey,
  exportPublicKey,
  exportPublicKeyPem,
  generateKeys,
  importPrivateKey,
  importPublicKey,
  JOSE_ALGORITHMS,
  type JoseAlgorithm,
  KeyError,
} from '../index.ts';

const rsa = (modulusLength: number, publicExponent = 65537): string =>
  generateKeyPairSync('rsa', { modulusLength, publicExponent })
    .publicKey.export({ type: 'spki', format: 'der' })
    .toString('base64');
/** An RSA public key of any numbers, in base64url. */
const rsaOf = (n: Uint8Array, e: Uint8Array): string =>
  createPublicKey({
    format: 'jwk',
    key: { kty: 'RSA', n: Buffer.from(n).toString('base64url'), e: Buffer.from(e).toString('base64url') },
  })
    .export({ type: 'spki', format: 'der' })
    .toString('base64');
const ec = (namedCurve: string): string =>
  generateKeyPairSync('ec', { namedCurve }).publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

/** Returns the reason of the KeyError that a promise rejects with. */
async function rejectionReason(promise: Promise<unknown>): Promise<unknown> {
  const error: unknown = await promise.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(KeyError);
  expect(error).toMatchObject({ code: 'key_error' });
  return (error as KeyError).reason;
}

describe.each(JOSE_ALGORITHMS)('%s', (algorithm) => {
  test('round-trips a generated key pair through export and import', async () => {
    const pair = await generateKeys(algorithm);
    const spki = await exportPublicKey(pair.publicKey);
    const pkcs8 = await exportPrivateKey(pair.privateKey);
    const publicKey = await importPublicKey(spki, algorithm);
    const privateKey = await importPrivateKey(pkcs8, algorithm, { extractable: true });
    expect([detectAlgorithm(publicKey), detectAlgorithm(privateKey)]).toEqual([algorithm, algorithm]);
    expect(await exportPublicKey(publicKey)).toBe(spki);
    expect(await exportPrivateKey(privateKey)).toBe(pkcs8);
  });
});

test('imports private keys as not extractable by default', async () => {
  const pkcs8 = await exportPrivateKey((await generateKeys('ES256')).privateKey);
  await expect(exportPrivateKey(await importPrivateKey(pkcs8, 'ES256'))).rejects.toThrow(TypeError);
});

test('decrypts with an imported private key', async () => {
  const key = await makeKey('RSA_OAEP_256');
  const publicKey = await importPublicKey(await exportPublicKey(key.publicKey), 'RSA_OAEP_256');
  const privateKey = await importPrivateKey(await exportPrivateKey(key.privateKey), 'RSA_OAEP_256');
  const { jwe } = await encryptJwe('x', { publicKey });
  expect((await decryptJwe(jwe, setOf({ ...key, privateKey }), { now: NOW })).payload).toBe('x');
});

test('exports PEM with the same DER in lines of 64 characters', async () => {
  const { publicKey } = await generateKeys('RSA_OAEP_256');
  const pem = await exportPublicKeyPem(publicKey);
  const lines = pem.split('\n');
  expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual([
    '-----BEGIN PUBLIC KEY-----',
    '-----END PUBLIC KEY-----',
    '',
  ]);
  expect(lines.slice(1, -2).join('')).toBe(await exportPublicKey(publicKey));
  expect(Math.max(...lines.slice(1, -2).map((line) => line.length))).toBe(64);
});

describe('KeyError', () => {
  test.each(['RSA_OAEP_256', 'PS256'] as const)('rejects a %s key below 2048 bits', async (algorithm) => {
    expect(await rejectionReason(importPublicKey(rsa(1024), algorithm))).toBe('size');
    expect(await rejectionReason(importPublicKey(rsa(2040), algorithm))).toBe('size');
  });

  test('rejects a weak public exponent', async () => {
    expect(await rejectionReason(importPublicKey(rsa(2048, 3), 'RSA_OAEP_256'))).toBe('exponent');
  });

  const modulus = Buffer.alloc(256, 0xff);
  const power = (bits: number): Uint8Array => Uint8Array.from([1, ...new Uint8Array(bits / 8 - 1), 1]);

  test.each([
    ['RSA_OAEP_256', 'an even modulus', Buffer.from(modulus).fill(0xfe, 255), power(16), 'modulus'],
    ['PS256', 'an even modulus', Buffer.from(modulus).fill(0xfe, 255), power(16), 'modulus'],
    ['RSA_OAEP_256', 'an exponent above 64 bits', modulus, power(64), 'exponent'],
    ['PS256', 'an exponent above 64 bits', modulus, power(64), 'exponent'],
    ['RSA_OAEP_256', 'an exponent larger than the modulus', Buffer.from(modulus).fill(0x80, 0, 1), modulus, 'exponent'],
  ] as const)('rejects a %s key with %s', async (algorithm, _, n, e, reason) => {
    expect(await rejectionReason(importPublicKey(rsaOf(n, e), algorithm))).toBe(reason);
  });

  test('accepts a public exponent of 49 bits that can encrypt', async () => {
    const publicKey = await importPublicKey(rsaOf(modulus, power(48)), 'RSA_OAEP_256');
    await encryptJwe('x', { publicKey });
  });

  test.each([
    ['ES256', 'P-384'],
    ['ES256', 'secp256k1'],
    ['ES384', 'P-256'],
    ['ES512', 'P-384'],
  ] as const)('rejects a %s key on the curve %s', async (algorithm, curve) => {
    expect(await rejectionReason(importPublicKey(ec(curve), algorithm))).toBe('curve');
  });

  test('rejects a key of another type', async () => {
    expect(await rejectionReason(importPublicKey(ec('P-256'), 'RSA_OAEP_256'))).toBe('encoding');
    expect(await rejectionReason(importPublicKey(rsa(2048), 'ES256'))).toBe('curve');
  });

  test.each(['', 'AAAA', 'not base64!', 'AAA', 'AB==', 'A'.repeat(8196), '-----BEGIN PUBLIC KEY-----'])(
    'rejects material that is not DER in base64: %j',
    async (material) => {
      expect(await rejectionReason(importPublicKey(material, 'RSA_OAEP_256'))).toBe('encoding');
    },
  );

  test.each(['RSA-OAEP-256', 'RS256', 'none', '', 'toString'])('rejects the algorithm %j', async (name) => {
    expect(await rejectionReason(importPublicKey(rsa(2048), name as JoseAlgorithm))).toBe('algorithm');
    expect(await rejectionReason(generateKeys(name as JoseAlgorithm))).toBe('algorithm');
  });

  test('rejects a private key as a public key, and the reverse', async () => {
    const pair = await generateKeys('RSA_OAEP_256');
    expect(await rejectionReason(importPublicKey(await exportPrivateKey(pair.privateKey), 'RSA_OAEP_256'))).toBe(
      'encoding',
    );
    expect(await rejectionReason(importPrivateKey(await exportPublicKey(pair.publicKey), 'RSA_OAEP_256'))).toBe(
      'encoding',
    );
  });

  test('never contains the key material in its message', async () => {
    const material = rsa(1024);
    await expect(importPublicKey(material, 'PS256')).rejects.not.toThrow(material.slice(0, 20));
  });
});

test.each([1024, 2047, 9000, 2048.5])(
  'throws TypeError when generating an RSA key of %s bits',
  async (modulusLength) => {
    await expect(generateKeys('RSA_OAEP_256', { modulusLength })).rejects.toThrow(TypeError);
  },
);
