import {
  type ContentKey,
  decryptDirect,
  encryptJwe,
  exportPublicKey,
  generateKeys,
  importPublishedKey,
  type JoseAlgorithm,
  KeySet,
  keyScope,
  type PublishedKey,
  type VersionedKey,
} from '@sca-kit/jose';
import type { ApiResponse } from './sandbox-server.ts';
import type { SandboxUser } from './sandbox-user.ts';

export const JOSE_TYPE = 'application/jose+json';

/** Fetches the public key of the server. */
export async function serverKey(user: SandboxUser, algorithm: JoseAlgorithm = 'RSA_OAEP_256'): Promise<VersionedKey> {
  const path = `/v1/auth/jose/response/public-keys?algorithm=${algorithm}&scope=${keyScope(algorithm)}`;
  return importPublishedKey((await user.call<PublishedKey>('GET', path)).body);
}

export interface EncryptedResponse extends ApiResponse<string> {
  readonly contentKey: ContentKey;
  /** Decrypts the response. */
  decrypt(): Promise<{ readonly payload: unknown; readonly header: object }>;
}

/** Encrypts a body for the server and sends it. */
export async function sendEncrypted(
  user: SandboxUser,
  path: string,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<EncryptedResponse> {
  const { jwe, contentKey } = await encryptJwe(value, await serverKey(user));
  const response = await sendCompact(user, path, jwe, headers);
  return { ...response, contentKey, decrypt: () => decryptDirect(response.body, contentKey) };
}

/** Sends text as a JOSE body. */
export function sendCompact(
  user: SandboxUser,
  path: string,
  compact: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<ApiResponse<string>> {
  const jose = { 'content-type': JOSE_TYPE, accept: JOSE_TYPE, 'x-tw-jose-method': 'jwe' };
  const call = { headers: { ...jose, ...headers }, body: compact };
  const forApplications = path.startsWith('/v1/auth/jose/playground');
  return forApplications ? user.callAsApplication('POST', path, call) : user.call('POST', path, call);
}

/** Generates a key pair and uploads its public key. */
export async function uploadKey(
  user: SandboxUser,
  algorithm: JoseAlgorithm,
): Promise<VersionedKey & { privateKey: CryptoKey }> {
  const pair = await generateKeys(algorithm);
  const keyId = crypto.randomUUID();
  const scope = keyScope(algorithm);
  const { status } = await user.callAsApplication('POST', '/v1/auth/jose/request/public-keys', {
    body: {
      keyId,
      scope,
      validFrom: '2020-01-01 00:00:00',
      validTill: '2090-01-01 00:00:00',
      publicKeyMaterial: { algorithm, keyMaterial: await exportPublicKey(pair.publicKey) },
    },
  });
  if (status !== 201) throw new Error(`The upload of the key returned ${status}.`);
  return { keyId, version: 1, algorithm, scope, ...pair };
}

export function keySet(...keys: readonly VersionedKey[]): KeySet {
  return new KeySet(keys);
}

/** Decodes the protected header of a compact JWE or JWS. */
export function protectedHeaderOf(compact: string): Readonly<Record<string, unknown>> {
  return JSON.parse(Buffer.from(compact.split('.')[0] ?? '', 'base64url').toString());
}
