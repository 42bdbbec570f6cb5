import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { makeKey, NOW, setOf, withoutPrivateKey } from '../../test/keys.ts';
import {
  decryptAndVerify,
  decryptDirect,
  encryptDirect,
  encryptJwe,
  JweError,
  JwsError,
  type NestedKeys,
  signAndEncrypt,
  type VersionedKey,
} from '../index.ts';

type FullKey = VersionedKey & { readonly privateKey: CryptoKey };
let receiver: FullKey;
let sender: FullKey;
let keys: NestedKeys;
const options = { now: NOW };

beforeAll(async () => {
  receiver = await makeKey('RSA_OAEP_256');
  sender = await makeKey('PS512');
  keys = { decryption: setOf(receiver), verification: setOf(withoutPrivateKey(sender)) };
});

const parties = () => ({
  signer: { privateKey: sender.privateKey, keyId: sender.keyId },
  recipient: { publicKey: receiver.publicKey, keyId: receiver.keyId },
});

test('round-trips any JSON value, and its content key encrypts a response', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      const { jwe, contentKey } = await signAndEncrypt(value, parties());
      const decrypted = await decryptAndVerify(jwe, keys, options);
      expect(decrypted.payload).toEqual(JSON.parse(JSON.stringify(value)));
      expect(decrypted.header).toMatchObject({ alg: 'RSA-OAEP-256', cty: 'JOSE', kid: receiver.keyId });
      expect(decrypted.signature).toEqual({ keyId: sender.keyId, header: { alg: 'PS512', kid: sender.keyId } });
      const response = await encryptDirect('ok', decrypted.contentKey);
      expect((await decryptDirect(response, contentKey)).payload).toBe('ok');
    }),
    { numRuns: 20 },
  );
});

test('parses the payload with the parse option', async () => {
  const { jwe } = await signAndEncrypt({ amount: 5 }, parties());
  const decrypted = await decryptAndVerify(jwe, keys, { ...options, parse: (text) => [text] });
  expect(decrypted.payload).toEqual(['{"amount":5}']);
});

test('throws JwsError for a signer that is not in the key set', async () => {
  const unknownSigner = await makeKey('PS512');
  const { jwe } = await signAndEncrypt({}, { ...parties(), signer: { privateKey: unknownSigner.privateKey } });
  await expect(decryptAndVerify(jwe, keys, options)).rejects.toThrow(new JwsError());
});

test('throws JwsError for a JWE without a JWS inside', async () => {
  const { jwe } = await encryptJwe({}, { publicKey: receiver.publicKey });
  await expect(decryptAndVerify(jwe, keys, options)).rejects.toThrow(new JwsError());
});

test('throws JweError for a JWE that cannot be decrypted', async () => {
  const { jwe } = await signAndEncrypt({}, parties());
  await expect(decryptAndVerify(`${jwe.slice(0, -3)}AAA`, keys, options)).rejects.toThrow(new JweError());
});
