/** The purpose of a derived key, for example `password`. Each purpose has its own key. */
export type KeyPurpose = string;

/** Protects stored secrets. The keys are outside of the database. Each value contains the id of its key, so that keys can rotate. */
export interface Keys {
  /** Returns the peppered argon2id hash of a low-entropy secret (PIN, password), as an encoded string that contains its key id. */
  hash(purpose: KeyPurpose, secret: string): Promise<string>;
  /**
   * Whether `encoded` is the hash of `secret`. With `encoded` undefined it hashes a dummy and returns false, so that a missing PIN
   * takes as long as a wrong one.
   */
  verifyHash(purpose: KeyPurpose, secret: string, encoded: string | undefined): Promise<boolean>;
  /** Returns a keyed hash (HMAC-SHA-256) bound to `context`, with the id of the key in front. Equal inputs have equal hashes. */
  mac(purpose: KeyPurpose, context: string, value: string): Promise<string>;
  /** Compares a value with a stored keyed hash, of any known key, in constant time. With `stored` undefined it returns false. */
  verifyMac(purpose: KeyPurpose, context: string, value: string, stored: string | undefined): Promise<boolean>;
  /** Encrypts with AES-256-GCM, with `context` as associated data. */
  encrypt(purpose: KeyPurpose, context: string, plaintext: Uint8Array): Promise<string>;
  /** @throws when the value was changed, belongs to another context, or its key is missing */
  decrypt(purpose: KeyPurpose, context: string, encrypted: string): Promise<Uint8Array>;
  /** Returns SHA-256 in base64url, for high-entropy text (tokens) and for links. */
  digest(value: string): Promise<string>;
}
