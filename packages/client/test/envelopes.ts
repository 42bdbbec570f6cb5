import {
  type ContentKey,
  decryptAndVerify,
  decryptJwe,
  encryptDirect,
  encryptJwe,
  generateKeys,
  type JoseAlgorithm,
  KeySet,
  type PublishedKey,
  publishKey,
  scopeOf,
  signAndEncrypt,
  signJws,
  type VersionedKey,
  verifyJws,
} from '@sca-kit/jose';

type OwnKey = VersionedKey & { readonly privateKey: CryptoKey };

/** A fresh key. */
export async function makeKey(algorithm: JoseAlgorithm, version = 1): Promise<OwnKey> {
  const { publicKey, privateKey } = await generateKeys(algorithm);
  return { keyId: crypto.randomUUID(), version, algorithm, scope: scopeOf(algorithm), publicKey, privateKey };
}

export interface Opened {
  readonly value: unknown;
  readonly contentKey?: ContentKey;
}

/** The server's side of the envelopes, with the client's public keys as they were uploaded. */
export class Envelopes {
  encryption: OwnKey;
  signing: OwnKey;
  clientEncryption: VersionedKey | undefined;
  clientSigning: VersionedKey | undefined;
  readonly #replaced: OwnKey[] = [];

  constructor(encryption: OwnKey, signing: OwnKey) {
    this.encryption = encryption;
    this.signing = signing;
  }

  /** A new key takes the place of the old one, which stops at once. */
  async rotate(): Promise<void> {
    this.#replaced.push(this.encryption);
    this.encryption = await makeKey('RSA_OAEP_256', this.encryption.version + 1);
  }

  published(algorithm: string): Promise<PublishedKey> | undefined {
    const key = [this.encryption, this.signing].find((one) => one.algorithm === algorithm);
    return key && publishKey(key);
  }

  /** Opens what the server can open. */
  open(text: string, method: string | null, now: number): Promise<Opened> {
    return this.#open(text, method, now, [this.encryption]);
  }

  /** Opens what the server could ever open, for a judge who has to see what is inside. */
  openAny(text: string, method: string | null, now: number): Promise<Opened> {
    return this.#open(text, method, now, [
      this.encryption,
      ...this.#replaced.map((key) => ({ ...key, retiredAt: now })),
    ]);
  }

  async #open(text: string, method: string | null, now: number, keys: readonly OwnKey[]): Promise<Opened> {
    const decryption = new KeySet(keys);
    const verification = new KeySet(this.clientSigning ? [this.clientSigning] : []);
    if (method === 'jws') return { value: (await verifyJws(text, verification, { now })).payload };
    const { payload, contentKey } =
      method === 'jwsjwe'
        ? await decryptAndVerify(text, { decryption, verification }, { now })
        : await decryptJwe(text, decryption, { now });
    return { value: payload, contentKey };
  }

  async seal(value: unknown, method: string, contentKey: ContentKey | undefined): Promise<string> {
    if (method === 'jws') return signJws(value, this.signing);
    if (method === 'jwe' && contentKey !== undefined) return encryptDirect(value, contentKey);
    const recipient = this.clientEncryption;
    if (recipient === undefined) throw new Error('the client has uploaded no key');
    const sealed =
      method === 'jwe'
        ? await encryptJwe(value, recipient)
        : await signAndEncrypt(value, { signer: this.signing, recipient });
    return sealed.jwe;
  }
}
