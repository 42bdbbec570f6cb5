import { base64url, compactDecrypt, importJWK } from 'jose';
import { describe, expect, test } from 'vitest';
import { makeKey, NOW, setOf } from '../../test/keys.ts';
import { RFC7516_A1, RFC7516_A2, RFC7516_A3, RFC7520_5_2, RFC7520_5_6, THICK_AND_THIN } from '../../test/vectors.ts';
import { decryptDirect, decryptJwe, importContentKey, JweError, KeySet, type VersionedKey } from '../index.ts';
import { decryptContent } from './content.ts';

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** Decodes the parts of a compact JWE that content decryption needs. */
function contentOf(compact: string): Parameters<typeof decryptContent>[1] {
  const [protectedHeader = '', , ...rest] = compact.split('.');
  const [iv, ciphertext, tag] = rest.map((part) => base64url.decode(part) as Uint8Array<ArrayBuffer>);
  if (!iv || !ciphertext || !tag) throw new Error('The example is incomplete.');
  return { protectedHeader, iv, ciphertext, tag };
}

describe('A256GCM content of the published examples', () => {
  test('decrypts RFC 7516 A.1 with its content key', async () => {
    const contentKey = await importContentKey(RFC7516_A1.contentKey);
    expect(text(await decryptContent(contentKey, contentOf(RFC7516_A1.compact)))).toBe(RFC7516_A1.plaintext);
  });

  test('decrypts RFC 7520 5.2 with its content key', async () => {
    const contentKey = await importContentKey(base64url.decode(RFC7520_5_2.contentKey));
    expect(text(await decryptContent(contentKey, contentOf(RFC7520_5_2.compact)))).toBe(THICK_AND_THIN);
  });

  test('throws TypeError for a content key of another length', async () => {
    await expect(importContentKey(new Uint8Array(16))).rejects.toThrow(TypeError);
  });
});

describe('published JWEs with other algorithms are rejected, even with the right key', () => {
  test('rejects RFC 7516 A.1 (RSA-OAEP with SHA-1) with its own RSA key', async () => {
    const rsaKey = await importJWK(RFC7516_A1.jwk, 'RSA-OAEP');
    expect(text((await compactDecrypt(RFC7516_A1.compact, rsaKey)).plaintext)).toBe(RFC7516_A1.plaintext);

    const { n, e, kty } = RFC7516_A1.jwk;
    const key: VersionedKey = {
      keyId: 'a1',
      version: 1,
      algorithm: 'RSA_OAEP_256',
      scope: 'PAYLOAD_ENCRYPTION',
      publicKey: (await importJWK({ n, e, kty }, 'RSA-OAEP-256')) as CryptoKey,
      privateKey: (await importJWK(RFC7516_A1.jwk, 'RSA-OAEP-256')) as CryptoKey,
    };
    await expect(decryptJwe(RFC7516_A1.compact, new KeySet([key]), { now: NOW })).rejects.toThrow(new JweError());
  });

  test('rejects RFC 7516 A.3 (A128KW) and RFC 7520 5.6 (dir, A128GCM), which the jose library decrypts', async () => {
    const ownKeys = setOf(await makeKey('RSA_OAEP_256'));
    const contentKey = await importContentKey(RFC7516_A1.contentKey);
    const a3 = await compactDecrypt(RFC7516_A3.compact, await importJWK(RFC7516_A3.jwk));
    const dir = await compactDecrypt(RFC7520_5_6.compact, await importJWK(RFC7520_5_6.jwk));
    expect([text(a3.plaintext), text(dir.plaintext)]).toEqual([RFC7516_A3.plaintext, THICK_AND_THIN]);
    for (const compact of [RFC7516_A3.compact, RFC7520_5_6.compact]) {
      await expect(decryptJwe(compact, ownKeys, { now: NOW })).rejects.toThrow(new JweError());
      await expect(decryptDirect(compact, contentKey)).rejects.toThrow(new JweError());
    }
  });

  test.each([
    ['RFC 7516 A.2 (RSA1_5)', RFC7516_A2],
    ['RFC 7520 5.2 (RSA-OAEP over SHA-1)', RFC7520_5_2.compact],
  ])('rejects %s', async (_, compact) => {
    const ownKeys = setOf(await makeKey('RSA_OAEP_256', { keyId: RFC7520_5_2.kid }));
    await expect(decryptJwe(compact, ownKeys, { now: NOW })).rejects.toThrow(new JweError());
  });
});
