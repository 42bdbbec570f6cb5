import {
  constants,
  createCipheriv,
  createDecipheriv,
  KeyObject,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ALPHABET, makeKey, NOW, replaceCharacter, setOf, withoutPrivateKey } from '../../test/keys.ts';
import {
  decryptDirect,
  decryptJwe,
  encryptDirect,
  encryptJwe,
  generateKeys,
  JoseError,
  JweError,
  type KeySet,
  type VersionedKey,
} from '../index.ts';

let key: VersionedKey & { readonly privateKey: CryptoKey };
let keys: KeySet;
const options = { now: NOW };

beforeAll(async () => {
  key = await makeKey('RSA_OAEP_256');
  keys = setOf(key);
});

const segmentsOf = (jwe: string): string[] => jwe.split('.');
const headerOf = (jwe: string): unknown => JSON.parse(Buffer.from(segmentsOf(jwe)[0] ?? '', 'base64url').toString());

describe('encryptJwe and decryptJwe', () => {
  test('round-trips any JSON value', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.boolean(), async (value, withKeyId) => {
        const { jwe } = await encryptJwe(value, { publicKey: key.publicKey, ...(withKeyId && { keyId: key.keyId }) });
        const decrypted = await decryptJwe(jwe, keys, options);
        expect(decrypted.payload).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 50 },
    );
  });

  test('writes only alg, enc and the given kid into the header', async () => {
    const plain = await encryptJwe({}, { publicKey: key.publicKey });
    const named = await encryptJwe({}, { publicKey: key.publicKey, keyId: 'k' });
    expect(headerOf(plain.jwe)).toEqual({ alg: 'RSA-OAEP-256', enc: 'A256GCM' });
    expect(headerOf(named.jwe)).toEqual({ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: 'k' });
  });

  test('uses the parse option: a SyntaxError is a JweError, other errors are rethrown', async () => {
    const { jwe } = await encryptJwe({ pin: '1234' }, { publicKey: key.publicKey });
    const decrypted = await decryptJwe(jwe, keys, { ...options, parse: (text) => [text] });
    expect(decrypted.payload).toEqual(['{"pin":"1234"}']);
    const decryptThrowing = (error: Error) =>
      decryptJwe(jwe, keys, {
        ...options,
        parse() {
          throw error;
        },
      });
    await expect(decryptThrowing(new SyntaxError('invalid'))).rejects.toThrow(JweError);
    await expect(decryptThrowing(new RangeError('too large'))).rejects.toThrow(RangeError);
  });

  test('rejects a header of more than 8192 characters', async () => {
    const long = { ...key, keyId: 'k'.repeat(8192) };
    const { jwe } = await encryptJwe({}, long);
    await expect(decryptJwe(jwe, setOf(long), options)).rejects.toThrow(JweError);
  });

  test('decrypts a response with the content key of the request', async () => {
    const { jwe, contentKey } = await encryptJwe({ pin: '1234' }, { publicKey: key.publicKey });
    const request = await decryptJwe(jwe, keys, options);
    const response = await encryptDirect({ ok: true }, request.contentKey);
    expect((await decryptDirect(response, contentKey)).payload).toEqual({ ok: true });
  });

  test('returns content keys that are not extractable', async () => {
    const { jwe, contentKey } = await encryptJwe(1, { publicKey: key.publicKey });
    const decrypted = await decryptJwe(jwe, keys, options);
    expect([contentKey.extractable, decrypted.contentKey.extractable]).toEqual([false, false]);
  });

  test('encrypts the same value differently each time, except for the header', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => encryptJwe('same', { publicKey: key.publicKey })));
    const pairs = segmentsOf(one?.jwe ?? '').map((segment, index) => segment === segmentsOf(two?.jwe ?? '')[index]);
    expect(pairs).toEqual([true, false, false, false, false]);
  });

  test.each([undefined, () => 1, Symbol('x')])(
    'throws TypeError for a value that JSON cannot represent: %s',
    async (value) => {
      await expect(encryptJwe(value, { publicKey: key.publicKey })).rejects.toThrow(TypeError);
    },
  );

  test('throws TypeError when encrypting for a private or signing key', async () => {
    const signing = await generateKeys('PS256');
    await expect(encryptJwe(1, { publicKey: key.privateKey })).rejects.toThrow(TypeError);
    await expect(encryptJwe(1, { publicKey: signing.publicKey })).rejects.toThrow(TypeError);
  });

  test('throws TypeError when decrypting without a private key', async () => {
    const { jwe } = await encryptJwe(1, { publicKey: key.publicKey });
    await expect(decryptJwe(jwe, setOf(withoutPrivateKey(key)), options)).rejects.toThrow(TypeError);
    await expect(decryptJwe(jwe, setOf(), options)).rejects.toThrow(TypeError);
  });

  test.each([0, -1, 1.5, Number.NaN])('throws TypeError for a maxLength of %s', async (maxLength) => {
    await expect(decryptJwe('x', keys, { now: NOW, maxLength })).rejects.toThrow(TypeError);
  });
});

describe('interoperability with OpenSSL', () => {
  const oaep = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };

  test('decrypts a JWE that OpenSSL encrypted', async () => {
    const header = Buffer.from('{"enc":"A256GCM","alg":"RSA-OAEP-256","typ":"JOSE"}').toString('base64url');
    const raw = randomBytes(32);
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', raw, iv).setAAD(Buffer.from(header));
    const ciphertext = Buffer.concat([cipher.update('{"by":"openssl"}'), cipher.final()]);
    const encryptedKey = publicEncrypt({ key: KeyObject.from(key.publicKey), ...oaep }, raw);
    const rest = [encryptedKey, iv, ciphertext, cipher.getAuthTag()].map((part) => part.toString('base64url'));
    const decrypted = await decryptJwe([header, ...rest].join('.'), keys, options);
    expect(decrypted.payload).toEqual({ by: 'openssl' });
    expect(decrypted.header).toEqual({ enc: 'A256GCM', alg: 'RSA-OAEP-256', typ: 'JOSE' });
  });

  test('encrypts a JWE that OpenSSL decrypts', async () => {
    const { jwe } = await encryptJwe({ to: 'openssl' }, { publicKey: key.publicKey });
    const [header = '', ...rest] = segmentsOf(jwe);
    const [encryptedKey, iv, ciphertext, tag] = rest.map((part) => Buffer.from(part, 'base64url')) as [
      Buffer,
      Buffer,
      Buffer,
      Buffer,
    ];
    const raw = privateDecrypt({ key: KeyObject.from(key.privateKey), ...oaep }, encryptedKey);
    const decipher = createDecipheriv('aes-256-gcm', raw, iv).setAAD(Buffer.from(header)).setAuthTag(tag);
    expect(decipher.update(ciphertext, undefined, 'utf8') + decipher.final('utf8')).toBe('{"to":"openssl"}');
  });
});

describe('key selection of decryptJwe', () => {
  const HOUR = 3_600_000;

  test('decrypts with a replaced key exactly until its grace period ends, with and without kid', async () => {
    const old = { ...key, keyId: 'old', version: 1 };
    const current = await makeKey('RSA_OAEP_256', { keyId: 'current', version: 2, notBefore: NOW });
    const keySet = setOf(old, current);
    for (const keyId of [undefined, 'old']) {
      const { jwe } = await encryptJwe('hello', { publicKey: old.publicKey, ...(keyId && { keyId }) });
      expect((await decryptJwe(jwe, keySet, { now: NOW + 24 * HOUR - 1 })).payload).toBe('hello');
      await expect(decryptJwe(jwe, keySet, { now: NOW + 24 * HOUR })).rejects.toThrow(JweError);
    }
    const { jwe } = await encryptJwe('hello', { publicKey: current.publicKey });
    expect((await decryptJwe(jwe, keySet, { now: NOW })).payload).toBe('hello');
    await expect(decryptJwe(jwe, keySet, { now: NOW - 1 })).rejects.toThrow(JweError);
  });

  test('throws JweError if the content is encrypted for another key than kid', async () => {
    const other = await makeKey('RSA_OAEP_256', { keyId: 'other', version: 2, notBefore: 0 });
    const { jwe } = await encryptJwe('hello', { publicKey: key.publicKey, keyId: 'other' });
    await expect(decryptJwe(jwe, setOf({ ...key, retiredAt: NOW }, other), options)).rejects.toThrow(JweError);
  });

  test('throws JweError if all keys have expired', async () => {
    const { jwe } = await encryptJwe('hello', { publicKey: key.publicKey });
    const expired = setOf({ ...key, retiredAt: NOW - 1, graceSeconds: 0 });
    await expect(decryptJwe(jwe, expired, options)).rejects.toThrow(JweError);
  });
});

describe('encryptDirect and decryptDirect', () => {
  test('round-trips any JSON value, with alg and enc as its only header members', async () => {
    const { contentKey } = await encryptJwe(1, { publicKey: key.publicKey });
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const encrypted = await encryptDirect(value, contentKey);
        expect(headerOf(encrypted)).toEqual({ alg: 'dir', enc: 'A256GCM' });
        expect(segmentsOf(encrypted)[1]).toBe('');
        expect((await decryptDirect(encrypted, contentKey)).payload).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('never repeats an initialization vector in 2000 calls with one key', async () => {
    const { contentKey } = await encryptJwe(1, { publicKey: key.publicKey });
    const encrypted = await Promise.all(Array.from({ length: 2000 }, () => encryptDirect({}, contentKey)));
    expect(new Set(encrypted.map((one) => segmentsOf(one)[2])).size).toBe(2000);
  });

  test('rejects a change of any single character', async () => {
    const { contentKey } = await encryptJwe(1, { publicKey: key.publicKey });
    const encrypted = await encryptDirect({ a: 'some text' }, contentKey);
    await fc.assert(
      fc.asyncProperty(fc.nat(encrypted.length - 1), fc.nat(100), async (index, pick) => {
        const changed = replaceCharacter(encrypted, index, pick, ALPHABET);
        await expect(decryptDirect(changed, contentKey)).rejects.toThrow(new JweError());
      }),
      { numRuns: 500 },
    );
  });

  test('throws JweError for a response with another key, a request JWE and a response over maxLength', async () => {
    const { contentKey, jwe } = await encryptJwe(1, { publicKey: key.publicKey });
    const other = await encryptJwe(1, { publicKey: key.publicKey });
    const encrypted = await encryptDirect('x', contentKey);
    await expect(decryptDirect(encrypted, other.contentKey)).rejects.toThrow(new JweError());
    await expect(decryptDirect(jwe, contentKey)).rejects.toThrow(new JweError());
    await expect(decryptDirect(encrypted, contentKey, { maxLength: encrypted.length - 1 })).rejects.toThrow(
      new JweError(),
    );
    expect((await decryptDirect(encrypted, contentKey, { maxLength: encrypted.length })).payload).toBe('x');
  });

  test('throws TypeError for a key of another type', async () => {
    await expect(encryptDirect(1, key.publicKey)).rejects.toThrow(TypeError);
    await expect(decryptDirect('x', key.publicKey)).rejects.toThrow(TypeError);
  });

  test('throws only JoseErrors with a code', async () => {
    const { contentKey } = await encryptJwe(1, { publicKey: key.publicKey });
    const error: unknown = await decryptDirect('x', contentKey).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(JoseError);
    expect(error).toMatchObject({ code: 'jwe_error', name: 'JweError' });
  });
});
