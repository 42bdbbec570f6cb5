export { DEFAULT_MAX_LENGTH } from './compact.ts';
export {
  type AnyJoseError,
  JoseError,
  type JoseErrorCode,
  JweError,
  JwsError,
  KeyError,
  type KeyErrorReason,
} from './errors.ts';
export { type ContentKey, importContentKey } from './jwe/content.ts';
export { type DecryptedDirect, decryptDirect, encryptDirect } from './jwe/direct.ts';
export {
  type DecryptedJwe,
  type DecryptOptions,
  decryptJwe,
  type EncryptedJwe,
  encryptJwe,
  type Recipient,
} from './jwe/jwe.ts';
export type { JweHeader } from './jwe/parse-jwe.ts';
export { type JwsHeader, type Signer, signJws, type VerifiedJws, verifyJws } from './jws/jws.ts';
export { type DecryptedJwsJwe, decryptAndVerify, type NestedKeys, signAndEncrypt } from './jws/nested.ts';
export {
  detectAlgorithm,
  type EncryptionAlgorithm,
  isJoseAlgorithm,
  JOSE_ALGORITHMS,
  type JoseAlgorithm,
  type KeyScope,
  keyScope,
  SIGNING_ALGORITHMS,
  type SigningAlgorithm,
} from './keys/algorithms.ts';
export { DEFAULT_GRACE_SECONDS, KeySet, type VersionedKey } from './keys/key-set.ts';
export {
  exportPrivateKey,
  exportPublicKey,
  exportPublicKeyPem,
  generateKeys,
  importPrivateKey,
  importPublicKey,
  type KeyPair,
} from './keys/material.ts';
export { importPublishedKey, type PublishedKey, publishKey } from './keys/published-key.ts';
