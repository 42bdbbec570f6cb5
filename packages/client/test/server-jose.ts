import {
  type ContentKey,
  decryptAndVerify,
  decryptJwe,
  encryptDirect,
  encryptJwe,
  generateKeys,
  type JoseAlgorithm,
  KeySet,
  keyScope,
  type PublishedKey,
  publishKey,
  signAndEncrypt,
  signJws,
  type VersionedKey,
  verifyJws,
} from '@sca-kit/jose';

type PrivateKey = VersionedKey & { readonly privateKey: CryptoKey };

/** Generates a key. */
export async function makeKey(algorithm: JoseAlgorithm, version = 1): Promise<PrivateKey> {
  const { publicKey, privateKey } = await generateKeys(algorithm);
  return { keyId: crypto.randomUUID(), version, algorithm, scope: keyScope(algorithm), publicKey, privateKey };
}

/** A decrypted or verified body. */
export interface DecryptedBody {
  readonly value: unknown;
  readonly contentKey?: ContentKey;
}

/** JOSE of the test server: its keys, and the public keys that the client uploaded. */
export class ServerJose {
  encryption: PrivateKey;
  signing: PrivateKey;
  clientEncryption: VersionedKey | undefined;
  clientSigning: VersionedKey | undefined;
  readonly #replaced: PrivateKey[] = [];

  constructor(encryption: PrivateKey, signing: PrivateKey) {
    this.encryption = encryption;
    this.signing = signing;
  }

  /** Replaces the encryption key. The old key stops working immediately. */
  async rotate(): Promise<void> {
    this.#replaced.push(this.encryption);
    this.encryption = await makeKey('RSA_OAEP_256', this.encryption.version + 1);
  }

  /** Returns the current key of an algorithm as the key endpoint publishes it; undefined if there is none. */
  published(algorithm: string): Promise<PublishedKey> | undefined {
    const key = [this.encryption, this.signing].find((one) => one.algorithm === algorithm);
    return key && publishKey(key);
  }

  /** Decrypts or verifies a body with the current keys. */
  decrypt(text: string, method: string | null, now: number): Promise<DecryptedBody> {
    return this.#decrypt(text, method, now, [this.encryption]);
  }

  /** Like `decrypt`, but also with replaced keys, so that a validator can read every body. */
  decryptWithAnyKey(text: string, method: string | null, now: number): Promise<DecryptedBody> {
    return this.#decrypt(text, method, now, [
      this.encryption,
      ...this.#replaced.map((key) => ({ ...key, retiredAt: now })),
    ]);
  }

  async #decrypt(
    text: string,
    method: string | null,
    now: number,
    keys: readonly PrivateKey[],
  ): Promise<DecryptedBody> {
    const decryption = new KeySet(keys);
    const verification = new KeySet(this.clientSigning ? [this.clientSigning] : []);
    if (method === 'jws') return { value: (await verifyJws(text, verification, { now })).payload };
    const { payload, contentKey } =
      method === 'jwsjwe'
        ? await decryptAndVerify(text, { decryption, verification }, { now })
        : await decryptJwe(text, decryption, { now });
    return { value: payload, contentKey };
  }

  /** Encrypts or signs a response body. */
  async encrypt(value: unknown, method: string, contentKey: ContentKey | undefined): Promise<string> {
    if (method === 'jws') return signJws(value, this.signing);
    if (method === 'jwe' && contentKey !== undefined) return encryptDirect(value, contentKey);
    const recipient = this.clientEncryption;
    if (recipient === undefined) throw new Error('The client has not uploaded a public key.');
    const encrypted =
      method === 'jwe'
        ? await encryptJwe(value, recipient)
        : await signAndEncrypt(value, { signer: this.signing, recipient });
    return encrypted.jwe;
  }
}
