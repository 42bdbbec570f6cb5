import {
  decryptAndVerify,
  decryptDirect,
  decryptJwe,
  encryptJwe,
  exportPublicKey,
  generateKeys,
  importPublishedKey,
  KeySet,
  type PublishedKey,
  SIGNING_ALGORITHMS,
  signAndEncrypt,
  signJws,
  type VersionedKey,
  verifyJws,
} from '@sca-kit/jose';
import type { JoseExtension } from '@sca-kit/openapi';
import type { PlaintextAccess } from '../gateway/exchange.ts';

/** An encrypted body, and access to its plaintext. */
export interface EncryptedBody {
  readonly text: string;
  readonly plaintextAccess: PlaintextAccess;
}

/** Encrypts requests and decrypts responses with the check's own keys. */
export interface Encryption {
  /** Encrypts or signs a value for a path. `response` is the `x-jose` of the response, which may differ. */
  encrypt(
    value: unknown,
    path: string,
    jose: JoseExtension,
    response: JoseExtension | undefined,
  ): Promise<EncryptedBody>;
  /** Access to an encrypted response when the request was not encrypted. */
  plaintextAccess(response: JoseExtension): PlaintextAccess;
  /** Bodies for `uploadJosePublicKey`, one per key, with new ids each time. */
  uploads(): Promise<object[]>;
}

/**
 * Creates the encryption of a check.
 *
 * @param fetchKey returns the body of the target's public key operation
 */
export function createEncryption(fetchKey: (algorithm: string, scope: string) => Promise<unknown>): Encryption {
  const now = (): number => Date.now();
  const fetched = new Map<string, Promise<VersionedKey>>();
  const serverKey = (algorithm: string, scope: string): Promise<VersionedKey> => {
    const known =
      fetched.get(algorithm) ?? fetchKey(algorithm, scope).then((body) => importPublishedKey(body as PublishedKey));
    fetched.set(algorithm, known);
    return known;
  };
  const recipient = (): Promise<VersionedKey> => serverKey('RSA_OAEP_256', 'PAYLOAD_ENCRYPTION');
  const verification = async (): Promise<KeySet> =>
    new KeySet(
      (await Promise.allSettled(SIGNING_ALGORITHMS.map((each) => serverKey(each, 'PAYLOAD_SIGNING')))).flatMap(
        (each) => (each.status === 'fulfilled' ? [each.value] : []),
      ),
    );

  let own: Promise<OwnKeys> | undefined;
  const ownKeys = (): Promise<OwnKeys> => {
    own ??= makeOwnKeys();
    return own;
  };
  const decryptResponse = async (
    compact: string,
    jose: JoseExtension,
    contentKey: CryptoKey | undefined,
  ): Promise<unknown> => {
    const at = { now: now() };
    if (jose.method === 'jws') return (await verifyJws(compact, await verification(), at)).payload;
    const { decryption } = await ownKeys();
    if (jose.method === 'jwsjwe') {
      return (await decryptAndVerify(compact, { decryption, verification: await verification() }, at)).payload;
    }
    if (jose.response === 'key') return (await decryptJwe(compact, decryption, at)).payload;
    if (!contentKey) throw new Error('There is no content encryption key to decrypt the response with.');
    return (await decryptDirect(compact, contentKey)).payload;
  };

  return {
    async encrypt(value, path, jose, response = jose) {
      const signer = async () => ({ ...(await ownKeys()).signer, url: path });
      if (jose.method === 'jws') {
        const text = await signJws(value, await signer());
        return {
          text,
          plaintextAccess: {
            requestPlaintext: value,
            decryptResponse: (compact) => decryptResponse(compact, response, undefined),
          },
        };
      }
      const { jwe, contentKey } =
        jose.method === 'jwe'
          ? await encryptJwe(value, await recipient())
          : await signAndEncrypt(value, { signer: await signer(), recipient: await recipient() });
      return {
        text: jwe,
        plaintextAccess: {
          requestPlaintext: value,
          decryptResponse: (compact) => decryptResponse(compact, response, contentKey),
        },
      };
    },
    plaintextAccess: (response) => ({ decryptResponse: (compact) => decryptResponse(compact, response, undefined) }),
    uploads: async () => (await ownKeys()).uploads,
  };
}

interface OwnKeys {
  readonly signer: { readonly privateKey: CryptoKey; readonly keyId: string };
  readonly decryption: KeySet;
  readonly uploads: object[];
}

async function makeOwnKeys(): Promise<OwnKeys> {
  const [signing, encryption] = await Promise.all([generateKeys('ES256'), generateKeys('RSA_OAEP_256')]);
  const signingId = crypto.randomUUID();
  const encryptionId = crypto.randomUUID();
  const upload = async (keyId: string, scope: string, algorithm: string, key: CryptoKey): Promise<object> => ({
    keyId,
    scope,
    validFrom: '2020-01-01 00:00:00',
    validTill: '2099-01-01 00:00:00',
    publicKeyMaterial: { algorithm, keyMaterial: await exportPublicKey(key) },
  });
  return {
    signer: { privateKey: signing.privateKey, keyId: signingId },
    decryption: new KeySet([
      { keyId: encryptionId, version: 1, algorithm: 'RSA_OAEP_256', scope: 'PAYLOAD_ENCRYPTION', ...encryption },
    ]),
    uploads: [
      await upload(signingId, 'PAYLOAD_SIGNING', 'ES256', signing.publicKey),
      await upload(encryptionId, 'PAYLOAD_ENCRYPTION', 'RSA_OAEP_256', encryption.publicKey),
    ],
  };
}
