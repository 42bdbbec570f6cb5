import fc from 'fast-check';
import { CompactEncrypt, importSPKI } from 'jose';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { ALPHABET, makeKey, NOW, replaceCharacter, setOf } from '../../test/keys.ts';
import { decryptJwe, encryptJwe, exportPublicKey, JweError, type KeySet, type VersionedKey } from '../index.ts';

type FullKey = VersionedKey & { readonly privateKey: CryptoKey };
let key: FullKey;
let older: FullKey;
let keys: KeySet;
let valid: string;
let sha1: CryptoKey;
const MAX = 4096;
const options = { now: NOW, maxLength: MAX };

beforeAll(async () => {
  older = await makeKey('RSA_OAEP_256', { keyId: 'older', version: 1 });
  key = await makeKey('RSA_OAEP_256', { keyId: 'current', version: 2, notBefore: NOW - 1000 });
  keys = setOf(older, key);
  valid = (await encryptJwe({ pin: '1234' }, { publicKey: key.publicKey, keyId: 'current' })).jwe;
  const pem = `-----BEGIN PUBLIC KEY-----\n${await exportPublicKey(key.publicKey)}\n-----END PUBLIC KEY-----`;
  sha1 = (await importSPKI(pem, 'RSA-OAEP', { extractable: true })) as CryptoKey;
});
afterEach(() => vi.restoreAllMocks());

const encode = (text: string | Uint8Array): string => Buffer.from(text).toString('base64url');
const withSegment = (index: number, change: (segment: string) => string): string =>
  valid
    .split('.')
    .map((segment, at) => (at === index ? change(segment) : segment))
    .join('.');

/** Encrypts a JWE with additional header members. */
function encryptWithHeader(
  header: object,
  plaintext: string | Uint8Array = '{}',
  publicKey: CryptoKey = key.publicKey,
): Promise<string> {
  return new CompactEncrypt(typeof plaintext === 'string' ? new TextEncoder().encode(plaintext) : plaintext)
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', ...header })
    .encrypt(publicKey, { crit: { 'urn:x': true } });
}

/** Encrypts a JWE with any text as its header, authenticated by a valid tag. `wrapped` is encrypted as the content key. */
async function encryptRaw(
  header: string,
  raw: Uint8Array<ArrayBuffer>,
  plaintext = '{}',
  wrapped = raw,
): Promise<string> {
  const protectedHeader = encode(header);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const contentKey = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  const additionalData = new TextEncoder().encode(protectedHeader);
  const encrypted = new Uint8Array(
    await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData },
      contentKey,
      new TextEncoder().encode(plaintext),
    ),
  );
  const encryptedKey = new Uint8Array(await crypto.subtle.encrypt('RSA-OAEP', key.publicKey, wrapped));
  const rest = [encryptedKey, iv, encrypted.subarray(0, -16), encrypted.subarray(-16)].map(encode);
  return [protectedHeader, ...rest].join('.');
}

const randomContentKey = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(32));
/** Start of a valid header, without the closing brace. */
const VALID_HEADER = '{"alg":"RSA-OAEP-256","enc":"A256GCM"';

/** Invalid JWEs. Each has one defect and could be decrypted without it. */
const INVALID_JWES: Readonly<Record<string, () => string | Promise<string>>> = {
  'an empty string': () => '',
  undefined: () => undefined as unknown as string,
  'one segment': () => 'abc',
  'four segments': () => valid.split('.').slice(0, 4).join('.'),
  'six segments': () => `${valid}.`,
  'only dots': () => '.'.repeat(MAX),
  'longer than allowed': async () => encryptWithHeader({}, JSON.stringify('x'.repeat(MAX))),
  'header that is not base64url': () => withSegment(0, (segment) => `${segment}=`),
  'header that is not JSON': () => encryptRaw('not json', randomContentKey()),
  'header that is an array': () => encryptRaw('[]', randomContentKey()),
  'header that is null': () => encryptRaw('null', randomContentKey()),
  'header with a byte order mark': () => encryptRaw(`\ufeff${VALID_HEADER}}`, randomContentKey()),
  'no alg': () => encryptRaw('{"enc":"A256GCM"}', randomContentKey()),
  'no enc': () => encryptRaw('{"alg":"RSA-OAEP-256"}', randomContentKey()),
  'alg RSA-OAEP with SHA-1': () => encryptWithHeader({ alg: 'RSA-OAEP' }, '{}', sha1),
  'alg RSA-OAEP over SHA-256': () => encryptRaw('{"alg":"RSA-OAEP","enc":"A256GCM"}', randomContentKey()),
  'alg dir': () => encryptRaw('{"alg":"dir","enc":"A256GCM"}', randomContentKey()),
  'alg in another case': () => encryptRaw('{"alg":"rsa-oaep-256","enc":"A256GCM"}', randomContentKey()),
  'enc A128GCM': () => encryptWithHeader({ enc: 'A128GCM' }),
  'enc A256CBC-HS512': () => encryptWithHeader({ enc: 'A256CBC-HS512' }),
  'zip, compressed': () => encryptWithHeader({ zip: 'DEF' }),
  'zip, null': () => encryptRaw(`${VALID_HEADER},"zip":null}`, randomContentKey()),
  crit: () => encryptWithHeader({ crit: ['urn:x'], 'urn:x': 1 }),
  'crit, empty': () => encryptRaw(`${VALID_HEADER},"crit":[]}`, randomContentKey()),
  p2c: () => encryptRaw(`${VALID_HEADER},"p2c":1000000000}`, randomContentKey()),
  epk: () => encryptRaw(`${VALID_HEADER},"epk":{}}`, randomContentKey()),
  'unknown kid': () => encryptWithHeader({ kid: 'nobody' }),
  'kid of another key': () => encryptWithHeader({ kid: 'older' }),
  'kid that is a number': () => encryptRaw(`${VALID_HEADER},"kid":7}`, randomContentKey()),
  'kid __proto__': () => encryptWithHeader({ kid: '__proto__' }),
  'no encrypted key': () => withSegment(1, () => ''),
  'encrypted key too short': () => withSegment(1, (segment) => segment.slice(0, 40)),
  'encrypted key too long': () => withSegment(1, (segment) => segment + segment.slice(0, 40)),
  'encrypted key of zeros': () => withSegment(1, () => encode(new Uint8Array(256))),
  'encrypted key above the modulus': () => withSegment(1, () => encode(new Uint8Array(256).fill(255))),
  'encrypted key for another recipient': async () =>
    encryptWithHeader({}, '{}', (await makeKey('RSA_OAEP_256')).publicKey),
  'content key of 16 bytes': () => encryptRaw(`${VALID_HEADER}}`, randomContentKey(), '{}', new Uint8Array(16)),
  'content key of 33 bytes': () => encryptRaw(`${VALID_HEADER}}`, randomContentKey(), '{}', new Uint8Array(33)),
  'another content key': () => encryptRaw(`${VALID_HEADER}}`, randomContentKey(), '{}', randomContentKey()),
  'no initialization vector': () => withSegment(2, () => ''),
  'initialization vector of 16 bytes': () => withSegment(2, () => encode(new Uint8Array(16))),
  'another initialization vector': () => withSegment(2, () => encode(new Uint8Array(12))),
  'no ciphertext': () => withSegment(3, () => ''),
  'ciphertext that is not base64url': () => withSegment(3, (segment) => `${segment.slice(0, -1)}+`),
  'no tag': () => withSegment(4, () => ''),
  'tag of 12 bytes': () => withSegment(4, (segment) => segment.slice(0, 16)),
  'another tag': () => withSegment(4, () => encode(new Uint8Array(16))),
  'plaintext that is not JSON': () => encryptWithHeader({}, 'hello'),
  'empty plaintext': () => encryptWithHeader({}, ''),
  'plaintext that is not UTF-8': () => encryptWithHeader({}, Uint8Array.of(0x22, 0xff, 0x22)),
};

interface Operation {
  readonly name: string;
  readonly input: Uint8Array;
}

/** Returns the private-key operations and content decryptions of `decryptJwe`, in order. */
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
  expect((await decryptJwe(valid, keys, options)).payload).toEqual({ pin: '1234' });
  expect((await decryptJwe(await encryptRaw(`${VALID_HEADER}}`, randomContentKey()), keys, options)).payload).toEqual(
    {},
  );
});

describe.each(Object.entries(INVALID_JWES))('%s', (_, make) => {
  test('throws the same JweError as every invalid JWE', async () => {
    const error: unknown = await decryptJwe(await make(), keys, options).catch((reason: unknown) => reason);
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
      // RSA rejects input of another length, or not below the modulus, without any work.
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
    fc.asyncProperty(fc.nat(valid.length - 1), fc.nat(100), async (index, pick) => {
      const changed = replaceCharacter(valid, index, pick, ALPHABET);
      await expect(decryptJwe(changed, keys, options)).rejects.toThrow(new JweError());
    }),
    { numRuns: 400 },
  );
});

test('rejects every other last character of a segment', async () => {
  const segments = valid.split('.');
  for (const [at, segment] of segments.entries()) {
    for (const other of ALPHABET) {
      if (segment.endsWith(other)) continue;
      const changed = segments.map((one, index) => (index === at ? one.slice(0, -1) + other : one)).join('.');
      await expect(decryptJwe(changed, keys, options)).rejects.toThrow(new JweError());
    }
  }
});

// The units of fast-check itself take seconds to build.
const codePoint = fc
  .integer({ min: 0, max: 0x10ffff })
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));

test('rejects arbitrary texts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string({ unit: codePoint }), fc.stringMatching(/^[\w-]*(\.[\w-]*){4}$/)),
      async (text) => {
        await expect(decryptJwe(text, keys, options)).rejects.toThrow(new JweError());
      },
    ),
    { numRuns: 200 },
  );
});
