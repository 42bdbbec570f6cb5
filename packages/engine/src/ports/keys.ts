/** What a derived key is for, for example `password`; each purpose has a key of its own. A factor names its own. */
export type KeyPurpose = string;

/** Secrets at rest. Keys live outside the database; each stored value names the id of its key, so that keys rotate. */
export interface Keys {
  /** argon2id of a low-entropy secret (PIN, password), peppered, in an encoded string that names its key. */
  hash(purpose: KeyPurpose, secret: string): Promise<string>;
  /**
   * Whether `secret` is what `encoded` was made from. With `encoded` undefined it does the same work on a dummy and
   * answers false, so that "no PIN" takes as long as "wrong PIN".
   */
  verifyHash(purpose: KeyPurpose, secret: string, encoded: string | undefined): Promise<boolean>;
  /** Keyed hash (HMAC-SHA-256) bound to `context`, prefixed with the id of the key. Equal inputs give equal output. */
  mac(purpose: KeyPurpose, context: string, value: string): Promise<string>;
  /** Constant-time check of a value against a stored keyed hash, whichever key made it; false when undefined. */
  verifyMac(purpose: KeyPurpose, context: string, value: string, stored: string | undefined): Promise<boolean>;
  /** AES-256-GCM with `context` as associated data. */
  seal(purpose: KeyPurpose, context: string, plaintext: Uint8Array): Promise<string>;
  /** @throws when the envelope was tampered with, or its key is gone */
  open(purpose: KeyPurpose, context: string, sealed: string): Promise<Uint8Array>;
  /** SHA-256, base64url: for high-entropy text (tokens), and for links. */
  digest(value: string): Promise<string>;
}
