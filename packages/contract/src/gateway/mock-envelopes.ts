import {
  type ContentKey,
  decryptAndVerify,
  decryptJwe,
  detectAlgorithm,
  encryptDirect,
  encryptJwe,
  generateKeys,
  importPublicKey,
  isJoseAlgorithm,
  type JoseAlgorithm,
  KeySet,
  keyScope,
  publishKey,
  SIGNING_ALGORITHMS,
  signAndEncrypt,
  signJws,
  type VersionedKey,
  verifyJws,
} from '@sca-kit/jose';
import { asObject, asString } from '@sca-kit/openapi';

import type { DecryptedRequest, MockEnvelopes, MockRequest } from './mock.ts';

/** Which operations of the document hand keys out and take them in. */
export interface MockEnvelopeOptions {
  /** Default `getJosePublicKey`: responses `{keyId, version, keyMaterial, scope}` for the query's `algorithm`. */
  readonly publicKeyOperation?: string;
  /** Default `uploadJosePublicKey`: takes `{keyId, scope, publicKeyMaterial: {algorithm, keyMaterial}}`. */
  readonly uploadOperation?: string;
  /** Milliseconds since the Unix epoch; tests may hold it still. */
  readonly now?: () => number;
}

/**
 * Creates key pairs for the mock on first use, and publishes them through the documented operation. Keys that a client uploads
 * are stored: responses are encrypted to them, and signatures verified with them.
 *
 * @example
 * createMockGateway({ contract, mock: { envelopes: createMockEnvelopes() } });
 */
export function createMockEnvelopes(options: MockEnvelopeOptions = {}): MockEnvelopes {
  const now = options.now ?? Date.now;
  const own = new Map<JoseAlgorithm, Promise<VersionedKey>>();
  const uploaded: VersionedKey[] = [];

  const ownKey = (algorithm: JoseAlgorithm): Promise<VersionedKey> => {
    const made = own.get(algorithm) ?? makeKey(algorithm);
    own.set(algorithm, made);
    return made;
  };
  const encryption = async (): Promise<KeySet> => new KeySet([await ownKey('RSA_OAEP_256')]);
  const recipient = (): { publicKey: CryptoKey; keyId: string } => {
    const key = uploaded.findLast(({ algorithm }) => algorithm === 'RSA_OAEP_256');
    if (!key) throw new Error('The client has not uploaded an encryption key.');
    return { publicKey: key.publicKey, keyId: key.keyId };
  };
  const verification = (): KeySet => new KeySet(uploaded.filter(({ scope }) => scope === 'PAYLOAD_SIGNING'));

  return {
    async decrypt(compact, jose) {
      const at = { now: now() };
      if (jose.method === 'jws') return { payload: (await verifyJws(compact, verification(), at)).payload };
      if (jose.method === 'jwe') return decryptJwe(compact, await encryption(), at);
      return decryptAndVerify(compact, { decryption: await encryption(), verification: verification() }, at);
    },
    async encrypt(value, jose, decrypted) {
      if (jose.method === 'jwe' && jose.response === 'direct') return encryptDirect(value, contentKeyOf(decrypted));
      if (jose.method === 'jwe') return (await encryptJwe(value, recipient())).jwe;
      const { privateKey, keyId } = await ownKey(lastSigning(uploaded));
      if (!privateKey) throw new Error('The signing key has no private key.');
      const signer = { privateKey, keyId };
      if (jose.method === 'jws') return signJws(value, signer);
      return (await signAndEncrypt(value, { signer, recipient: recipient() })).jwe;
    },
    responses: {
      [options.publicKeyOperation ?? 'getJosePublicKey']: async ({ query }: MockRequest) => {
        const { algorithm } = query;
        return publishKey(await ownKey(isJoseAlgorithm(algorithm) ? algorithm : 'RSA_OAEP_256'));
      },
    },
    observe: {
      [options.uploadOperation ?? 'uploadJosePublicKey']: async (body: unknown) => {
        const key = await readUpload(body, uploaded.length + 1);
        if (key) uploaded.push(key);
      },
    },
  };
}

function contentKeyOf(decrypted: DecryptedRequest | undefined): ContentKey {
  if (!decrypted?.contentKey) throw new Error('The request has no content encryption key for the response.');
  return decrypted.contentKey;
}

const lastSigning = (keys: readonly VersionedKey[]): JoseAlgorithm =>
  keys.findLast(({ scope }) => scope === 'PAYLOAD_SIGNING')?.algorithm ?? SIGNING_ALGORITHMS[0] ?? 'ES256';

async function makeKey(algorithm: JoseAlgorithm): Promise<VersionedKey> {
  const pair = await generateKeys(algorithm);
  return { keyId: crypto.randomUUID(), version: 1, algorithm, scope: keyScope(algorithm), ...pair };
}

async function readUpload(body: unknown, version: number): Promise<VersionedKey | undefined> {
  const { keyId, publicKeyMaterial } = asObject(body);
  const { algorithm, keyMaterial } = asObject(publicKeyMaterial);
  const id = asString(keyId);
  const material = asString(keyMaterial);
  if (id === undefined || material === undefined || !isJoseAlgorithm(algorithm)) return undefined;
  const publicKey = await importPublicKey(material, algorithm).catch(() => undefined);
  if (!publicKey || detectAlgorithm(publicKey) !== algorithm) return undefined;
  return { keyId: id, version, algorithm, scope: keyScope(algorithm), publicKey };
}
