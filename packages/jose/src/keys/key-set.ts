import { assertStrongKey, detectAlgorithm, type JoseAlgorithm, type KeyScope, keyScope } from './algorithms.ts';

/** A version of a key. Times are milliseconds since the Unix epoch. */
export interface VersionedKey {
  /** `kid` of a JWE or JWS; unique in its set. */
  readonly keyId: string;
  /** 1, 2, 3 …: a higher number replaces a lower one of the same algorithm. */
  readonly version: number;
  readonly algorithm: JoseAlgorithm;
  /** Must match the algorithm. */
  readonly scope: KeyScope;
  readonly publicKey: CryptoKey;
  /** Absent in a set that only encrypts or verifies. */
  readonly privateKey?: CryptoKey;
  /** Start of validity. From then on the key replaces lower versions. */
  readonly notBefore?: number;
  /** End of use: the key is no longer returned as the newest, even without a newer version. */
  readonly retiredAt?: number;
  /** Overrides the grace period of the set for this key, in seconds; 0 disables a compromised key immediately. */
  readonly graceSeconds?: number;
}

/** Default grace period in which a replaced key still decrypts and verifies: 24 hours, in seconds. */
export const DEFAULT_GRACE_SECONDS: number = 24 * 60 * 60;

/**
 * An immutable set of key versions. The newest version of an algorithm encrypts or signs. Retired and replaced versions
 * still decrypt or verify for a grace period, because senders cache keys.
 *
 * @example
 * ```ts
 * const { publicKey, privateKey } = await generateKeys('RSA_OAEP_256');
 * const keys = new KeySet([
 *   { keyId: 'k1', version: 1, algorithm: 'RSA_OAEP_256', scope: 'PAYLOAD_ENCRYPTION', publicKey, privateKey },
 * ]);
 * const { payload } = await decryptJwe(body, keys, { now: Date.now() });
 * ```
 */
export class KeySet {
  /** All versions, newest first. */
  readonly keys: readonly VersionedKey[];
  readonly #graceSeconds: number;

  /**
   * @param keys in any order
   * @param options `graceSeconds`: see {@link DEFAULT_GRACE_SECONDS}
   * @throws {TypeError} inconsistent keys
   * @throws {KeyError} weak RSA keys
   */
  constructor(keys: Iterable<VersionedKey>, options: { readonly graceSeconds?: number } = {}) {
    const list = [...keys];
    for (const key of list) assertConsistent(key, list);
    const { graceSeconds = DEFAULT_GRACE_SECONDS } = options;
    assertGrace(graceSeconds);
    this.#graceSeconds = graceSeconds;
    this.keys = Object.freeze(list.map((key) => Object.freeze({ ...key })).sort((a, b) => b.version - a.version));
  }

  /** Returns a set with one more version. */
  with(key: VersionedKey): KeySet {
    return new KeySet([...this.keys, key], { graceSeconds: this.#graceSeconds });
  }

  /** Returns the version to publish, encrypt for or sign with at `now`; undefined if the set has none. */
  newest(algorithm: JoseAlgorithm, now: number): VersionedKey | undefined {
    return this.keys.find((key) => key.algorithm === algorithm && hasStarted(key, now) && !isRetired(key, now));
  }

  /** Returns a version, if it is usable at `now`. */
  version(algorithm: JoseAlgorithm, version: number, now: number): VersionedKey | undefined {
    return this.usable(keyScope(algorithm), now).find((key) => key.algorithm === algorithm && key.version === version);
  }

  /** Returns the versions that decrypt or verify at `now`, grace periods included; newest first. */
  usable(scope: KeyScope, now: number): readonly VersionedKey[] {
    return this.keys.filter((key) => key.scope === scope && hasStarted(key, now) && now < this.#usableUntil(key));
  }

  /** Returns the end of use: retirement or the start of the replacing version, plus the grace period. */
  #usableUntil(key: VersionedKey): number {
    const successors = this.keys.filter((other) => other.algorithm === key.algorithm && other.version > key.version);
    const replacedAt = Math.min(...successors.map((other) => other.notBefore ?? Number.POSITIVE_INFINITY));
    const grace = (key.graceSeconds ?? this.#graceSeconds) * 1000;
    return Math.min(key.retiredAt ?? Number.POSITIVE_INFINITY, replacedAt) + grace;
  }
}

function hasStarted(key: VersionedKey, now: number): boolean {
  if (!Number.isFinite(now)) throw new TypeError('now must be milliseconds since the Unix epoch.');
  return now >= (key.notBefore ?? Number.NEGATIVE_INFINITY);
}

function isRetired(key: VersionedKey, now: number): boolean {
  return now >= (key.retiredAt ?? Number.POSITIVE_INFINITY);
}

function assertGrace(seconds: number): void {
  if (!Number.isFinite(seconds) || seconds < 0) throw new TypeError('graceSeconds must be 0 or more, such as 86400.');
}

function assertConsistent(key: VersionedKey, all: readonly VersionedKey[]): void {
  const fail = (reason: string): never => {
    throw new TypeError(`Key ${JSON.stringify(key.keyId)}: ${reason}.`);
  };
  if (typeof key.keyId !== 'string' || key.keyId === '') fail('keyId must be a non-empty string');
  if (!Number.isSafeInteger(key.version) || key.version < 1) fail('version must be an integer of 1 or more');
  if (key.scope !== keyScope(key.algorithm)) fail(`scope must be ${keyScope(key.algorithm)} for ${key.algorithm}`);
  if (key.publicKey.type !== 'public' || detectAlgorithm(key.publicKey) !== key.algorithm) {
    fail(`publicKey must be a public key for ${key.algorithm}`);
  }
  if (!key.publicKey.extractable) fail('publicKey must be extractable, so that it can be published');
  const { privateKey } = key;
  if (privateKey && (privateKey.type !== 'private' || detectAlgorithm(privateKey) !== key.algorithm)) {
    fail(`privateKey must be a private key for ${key.algorithm}`);
  }
  for (const at of [key.notBefore, key.retiredAt]) {
    if (at !== undefined && !Number.isFinite(at))
      fail('notBefore and retiredAt must be milliseconds since the Unix epoch');
  }
  if ((key.retiredAt ?? Number.POSITIVE_INFINITY) < (key.notBefore ?? Number.NEGATIVE_INFINITY)) {
    fail('retiredAt must not be before notBefore');
  }
  if (key.graceSeconds !== undefined) assertGrace(key.graceSeconds);
  assertStrongKey(key.publicKey);
  if (privateKey) assertStrongKey(privateKey);
  for (const other of all) {
    if (other === key) continue;
    if (other.keyId === key.keyId) fail('another key has the same keyId');
    if (other.algorithm !== key.algorithm) continue;
    if (other.version === key.version) fail('another key has the same version');
    if (other.version > key.version && key.retiredAt === undefined && other.notBefore === undefined) {
      fail(
        `needs retiredAt, or its successor ${JSON.stringify(other.keyId)} needs notBefore, so that its grace period ends`,
      );
    }
  }
}
