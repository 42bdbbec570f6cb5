import fc from 'fast-check';
import { CompactEncrypt, importSPKI } from 'jose';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { ALPHABET, makeKey, NOW, replaceCharacter, setOf } from '../../test/keys.ts';
import { decryptJwe, encryptJwe, exportPublicKey, JweError, type KeySet, type VersionedKey } from '../index.ts';

type FullKey = VersionedKey & { readonly privateKey: CryptoKey };
let key: FullKey;
let older: FullKey;
let keys: KeySet;
let good: string;
let sha1: CryptoKey;
const MAX = 4096;
const options = { now: NOW, maxLength: MAX };

beforeAll(async () => {
  older = await makeKey('RSA_OAEP_256', { keyId: 'older', version: 1 });
  key = await makeKey('RSA_OAEP_256', { keyId: 'current', version: 2, notBefore: NOW - 1000 });
  keys = setOf(older, key);
  good = (await encryptJwe({ pin: '1234' }, { publicKey: key.publicKey, keyId: 'current' })).jwe;
  const pem = `-----BEGIN PUBLIC KEY-----\n${await exportPublicKey(key.publicKey)}\n-----END PUBLIC KEY-----`;
  sha1 = (await importSPKI(pem, 'RSA-OAEP', { extractable: true })) as CryptoKey;
});
afterEach(() => vi.restoreAllMocks());

const encode = (text: string | Uint8Array): string => Buffer.from(text).toString('base64url');
const withSegment = (index: number, change: (segment: string) => string): string =>
  good
    .split('.')
    .map((segment, at) => (at === index ? change(segment) : segment))
    .join('.');

/** Sealed as it should be, but for the header or the plaintext. */
function seal(
  header: object,
  plaintext: string | Uint8Array = '{}',
  publicKey: CryptoKey = key.publicKey,
): Promise<string> {
  return new CompactEncrypt(typeof plaintext === 'string' ? new TextEncoder().encode(plaintext) : plaintext)
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', ...header })
    .encrypt(publicKey, { crit: { 'urn:x': true } });
}

/** A valid envelope whose header has one more member, put in before encryption so that the tag holds. */
async function sealRaw(header: string, raw: Uint8Array<ArrayBuffer>, plaintext = '{}', wrapped = raw): Promise<string> {
  const protectedHeader = encode(header);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const contentKey = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  const additionalData = new TextEncoder().encode(protectedHeader);
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData },
      contentKey,
      new TextEncoder().encode(plaintext),
    ),
  );
  const encryptedKey = new Uint8Array(await crypto.subtle.encrypt('RSA-OAEP', key.publicKey, wrapped));
  const rest = [encryptedKey, iv, sealed.subarray(0, -16), sealed.subarray(-16)].map(encode);
  return [protectedHeader, ...rest].join('.');
}

const raw32 = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(32));
const sound = '{"alg":"RSA-OAEP-256","enc":"A256GCM"';

/** Every way a JWE can be bad, each but for that one fault a JWE that would open. */
const FAULTS: Readonly<Record<string, () => string | Promise<string>>> = {
  'an empty string': () => '',
  undefined: () => undefined as unknown as string,
  'one segment': () => 'abc',
  'four segments': () => good.split('.').slice(0, 4).join('.'),
  'six segments': () => `${good}.`,
  'only dots': () => '.'.repeat(MAX),
  'longer than allowed': async () => seal({}, JSON.stringify('x'.repeat(MAX))),
  'header that is not base64url': () => withSegment(0, (segment) => `${segment}=`),
  'header that is not JSON': () => sealRaw('not json', raw32()),
  'header that is an array': () => sealRaw('[]', raw32()),
  'header that is null': () => sealRaw('null', raw32()),
  'header with a byte order mark': () => sealRaw(`\ufeff${sound}}`, raw32()),
  'no alg': () => sealRaw('{"enc":"A256GCM"}', raw32()),
  'no enc': () => sealRaw('{"alg":"RSA-OAEP-256"}', raw32()),
  'alg RSA-OAEP with SHA-1': () => seal({ alg: 'RSA-OAEP' }, '{}', sha1),
  'alg RSA-OAEP over SHA-256': () => sealRaw('{"alg":"RSA-OAEP","enc":"A256GCM"}', raw32()),
  'alg dir': () => sealRaw('{"alg":"dir","enc":"A256GCM"}', raw32()),
  'alg in another case': () => sealRaw('{"alg":"rsa-oaep-256","enc":"A256GCM"}', raw32()),
  'enc A128GCM': () => seal({ enc: 'A128GCM' }),
  'enc A256CBC-HS512': () => seal({ enc: 'A256CBC-HS512' }),
  'zip, compressed': () => seal({ zip: 'DEF' }),
  'zip, null': () => sealRaw(`${sound},"zip":null}`, raw32()),
  crit: () => seal({ crit: ['urn:x'], 'urn:x': 1 }),
  'crit, empty': () => sealRaw(`${sound},"crit":[]}`, raw32()),
  p2c: () => sealRaw(`${sound},"p2c":1000000000}`, raw32()),
  epk: () => sealRaw(`${sound},"epk":{}}`, raw32()),
  'unknown kid': () => seal({ kid: 'nobody' }),
  'kid of another key': () => seal({ kid: 'older' }),
  'kid that is a number': () => sealRaw(`${sound},"kid":7}`, raw32()),
  'kid __proto__': () => seal({ kid: '__proto__' }),
  'no encrypted key': () => withSegment(1, () => ''),
  'encrypted key too short': () => withSegment(1, (segment) => segment.slice(0, 40)),
  'encrypted key too long': () => withSegment(1, (segment) => segment + segment.slice(0, 40)),
  'encrypted key of zeros': () => withSegment(1, () => encode(new Uint8Array(256))),
  'encrypted key above the modulus': () => withSegment(1, () => encode(new Uint8Array(256).fill(255))),
  'encrypted key for somebody else': async () => seal({}, '{}', (await makeKey('RSA_OAEP_256')).publicKey),
  'content key of 16 bytes': () => sealRaw(`${sound}}`, raw32(), '{}', new Uint8Array(16)),
  'content key of 33 bytes': () => sealRaw(`${sound}}`, raw32(), '{}', new Uint8Array(33)),
  'another content key': () => sealRaw(`${sound}}`, raw32(), '{}', raw32()),
  'no initialization vector': () => withSegment(2, () => ''),
  'initialization vector of 16 bytes': () => withSegment(2, () => encode(new Uint8Array(16))),
  'another initialization vector': () => withSegment(2, () => encode(new Uint8Array(12))),
  'no ciphertext': () => withSegment(3, () => ''),
  'ciphertext that is not base64url': () => withSegment(3, (segment) => `${segment.slice(0, -1)}+`),
  'no tag': () => withSegment(4, () => ''),
  'tag of 12 bytes': () => withSegment(4, (segment) => segment.slice(0, 16)),
  'another tag': () => withSegment(4, () => encode(new Uint8Array(16))),
  'plaintext that is not JSON': () => seal({}, 'hello'),
  'empty plaintext': () => seal({}, ''),
  'plaintext that is not UTF-8': () => seal({}, Uint8Array.of(0x22, 0xff, 0x22)),
};
const faults = Object.entries(FAULTS);

interface Operation {
  readonly name: string;
  readonly input: Uint8Array;
}

/** The private-key operations and content decryptions that opening `jwe` causes, in order. */
async function operationsOf(jwe: string): Promise<Operation[]> {
  const spy = vi.spyOn(crypto.subtle, 'decrypt');
  await decryptJwe(jwe, keys, options).catch(() => undefined);
  const operations = spy.mock.calls.map(([algorithm, , input]) => ({
    name: (algorithm as { name: string }).name,
    input: new Uint8Array(input as ArrayBuffer),
  }));
  spy.mockRestore();
  return operations;
}

test('decrypts the JWE that the invalid ones are derived from', async () => {
  expect((await decryptJwe(good, keys, options)).payload).toEqual({ pin: '1234' });
  expect((await decryptJwe(await sealRaw(`${sound}}`, raw32()), keys, options)).payload).toEqual({});
});

describe.each(faults)('%s', (_, make) => {
  test('throws the same JweError as every invalid JWE', async () => {
    const error: unknown = await decryptJwe(await make(), keys, options).catch((fault: unknown) => fault);
    expect(error).toBeInstanceOf(JweError);
    const fields = Object.fromEntries(Object.entries(error as object));
    expect(fields).toEqual({ code: 'jwe_error', name: 'JweError' });
    expect((error as Error).message).toBe('The JWE cannot be decrypted.');
    expect((error as Error).cause).toBeUndefined();
  });

  test('costs one private-key operation and one decryption for each usable key', async () => {
    const operations = await operationsOf(await make());
    expect(operations.map(({ name }) => name)).toEqual(['RSA-OAEP', 'AES-GCM', 'RSA-OAEP', 'AES-GCM']);
    for (const { name, input } of operations) {
      // Of another length, or not below the modulus, RSA would refuse it without any work.
      if (name === 'RSA-OAEP') expect([input.length, input.every((byte) => byte === 255)]).toEqual([256, false]);
    }
  });
});

test('decrypts a decoy of the same length for a long text that is not a JWE', async () => {
  const operations = await operationsOf('.'.repeat(4000));
  expect(operations.filter(({ name }) => name === 'AES-GCM').map(({ input }) => input.length)).toEqual([3016, 3016]);
});

test('rejects a change of any single character', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 1), fc.nat(100), async (index, pick) => {
      const changed = replaceCharacter(good, index, pick, ALPHABET);
      await expect(decryptJwe(changed, keys, options)).rejects.toThrow(new JweError());
    }),
    { numRuns: 400 },
  );
});

test('rejects every other last character of a segment', async () => {
  const segments = good.split('.');
  for (const [at, segment] of segments.entries()) {
    for (const other of ALPHABET) {
      if (segment.endsWith(other)) continue;
      const changed = segments.map((one, index) => (index === at ? one.slice(0, -1) + other : one)).join('.');
      await expect(decryptJwe(changed, keys, options)).rejects.toThrow(new JweError());
    }
  }
});

test('rejects arbitrary texts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\w-]*(\.[\w-]*){4}$/)),
      async (text) => {
        await expect(decryptJwe(text, keys, options)).rejects.toThrow(new JweError());
      },
    ),
    { numRuns: 200 },
  );
});
