import { algorithmOf, assertSoundKey, type JoseAlgorithm, type KeyScope, scopeOf } from './algorithms.ts';

/** One version of a key. Instants are milliseconds since the Unix epoch. */
export interface VersionedKey {
  /** Goes into the `kid` of a header; unique in its set. */
  readonly keyId: string;
  /** 1, 2, 3 …: a higher number replaces a lower one of the same algorithm. */
  readonly version: number;
  readonly algorithm: JoseAlgorithm;
  /** Follows from the algorithm; stated because the API states it. */
  readonly scope: KeyScope;
  readonly publicKey: CryptoKey;
  /** Absent in a set that only seals or verifies. */
  readonly privateKey?: CryptoKey;
  /** The key does not exist before this instant; from here on it replaces the versions below it. */
  readonly notBefore?: number;
  /** From this instant the key is not served any more, even when no newer version has come. */
  readonly retiredAt?: number;
  /** Overrides the set's grace time for this key, in seconds; 0 stops a compromised key at once. */
  readonly graceSeconds?: number;
}

/** How long a replaced key still opens and verifies when nothing else is said: 24 hours, in seconds. */
export const DEFAULT_GRACE_SECONDS: number = 24 * 60 * 60;

/**
 * Versions of keys that replace one another. The newest version of an algorithm is served; a version that was retired
 * or replaced still opens (or verifies) for a grace time, because senders cache keys. Immutable; holds no clock.
 */
export class KeySet {
  /** All versions, newest first. */
  readonly keys: readonly VersionedKey[];
  readonly #graceSeconds: number;

  /**
   * @param keys in any order
   * @param options `graceSeconds`: see {@link DEFAULT_GRACE_SECONDS}
   * @throws {TypeError} keys that contradict themselves or one another
   * @throws {KeyError} RSA keys too weak to be used
   */
  constructor(keys: Iterable<VersionedKey>, options: { readonly graceSeconds?: number } = {}) {
    const list = [...keys];
    for (const key of list) assertConsistent(key, list);
    const { graceSeconds = DEFAULT_GRACE_SECONDS } = options;
    assertGrace(graceSeconds);
    this.#graceSeconds = graceSeconds;
    this.keys = Object.freeze(list.map((key) => Object.freeze({ ...key })).sort((a, b) => b.version - a.version));
  }

  /** A set that holds one more version. */
  with(key: VersionedKey): KeySet {
    return new KeySet([...this.keys, key], { graceSeconds: this.#graceSeconds });
  }

  /** The version to serve, seal to, or sign with at `now`; undefined when the set has none. */
  newest(algorithm: JoseAlgorithm, now: number): VersionedKey | undefined {
    return this.keys.find((key) => key.algorithm === algorithm && hasBegun(key, now) && !isRetired(key, now));
  }

  /** A given version, while it may still be used at `now`. */
  version(algorithm: JoseAlgorithm, version: number, now: number): VersionedKey | undefined {
    return this.usable(scopeOf(algorithm), now).find((key) => key.algorithm === algorithm && key.version === version);
  }

  /** The versions that open or verify at `now`: those being served and those in their grace time; newest first. */
  usable(scope: KeyScope, now: number): readonly VersionedKey[] {
    return this.keys.filter((key) => key.scope === scope && hasBegun(key, now) && now < this.#lastsUntil(key));
  }

  /** When a key stops opening: its retirement, or the start of the version that replaces it, plus the grace time. */
  #lastsUntil(key: VersionedKey): number {
    const successors = this.keys.filter((other) => other.algorithm === key.algorithm && other.version > key.version);
    const replacedAt = Math.min(...successors.map((other) => other.notBefore ?? Number.POSITIVE_INFINITY));
    const grace = (key.graceSeconds ?? this.#graceSeconds) * 1000;
    return Math.min(key.retiredAt ?? Number.POSITIVE_INFINITY, replacedAt) + grace;
  }
}

function hasBegun(key: VersionedKey, now: number): boolean {
  if (!Number.isFinite(now)) throw new TypeError('now must be milliseconds since the Unix epoch');
  return now >= (key.notBefore ?? Number.NEGATIVE_INFINITY);
}

function isRetired(key: VersionedKey, now: number): boolean {
  return now >= (key.retiredAt ?? Number.POSITIVE_INFINITY);
}

function assertGrace(seconds: number): void {
  if (!Number.isFinite(seconds) || seconds < 0) throw new TypeError('graceSeconds must be 0 or more, such as 86400');
}

function assertConsistent(key: VersionedKey, all: readonly VersionedKey[]): void {
  const fail = (fault: string): never => {
    throw new TypeError(`Key ${JSON.stringify(key.keyId)}: ${fault}`);
  };
  if (typeof key.keyId !== 'string' || key.keyId === '') fail('keyId must be a text that is not empty');
  if (!Number.isSafeInteger(key.version) || key.version < 1) fail('version must be a whole number from 1');
  if (key.scope !== scopeOf(key.algorithm)) fail(`${key.algorithm} keys have the scope ${scopeOf(key.algorithm)}`);
  if (key.publicKey.type !== 'public' || algorithmOf(key.publicKey) !== key.algorithm) {
    fail(`publicKey is no public key for ${key.algorithm}`);
  }
  if (!key.publicKey.extractable) fail('publicKey must be extractable: it is there to be published');
  const { privateKey } = key;
  if (privateKey && (privateKey.type !== 'private' || algorithmOf(privateKey) !== key.algorithm)) {
    fail(`privateKey is no private key for ${key.algorithm}`);
  }
  for (const at of [key.notBefore, key.retiredAt]) {
    if (at !== undefined && !Number.isFinite(at)) fail('instants must be milliseconds since the Unix epoch');
  }
  if ((key.retiredAt ?? Number.POSITIVE_INFINITY) < (key.notBefore ?? Number.NEGATIVE_INFINITY)) {
    fail('retiredAt is earlier than notBefore');
  }
  if (key.graceSeconds !== undefined) assertGrace(key.graceSeconds);
  assertSoundKey(key.publicKey);
  if (privateKey) assertSoundKey(privateKey);
  for (const other of all) {
    if (other === key) continue;
    if (other.keyId === key.keyId) fail('another key has the same keyId');
    if (other.algorithm !== key.algorithm) continue;
    if (other.version === key.version) fail('another key has the same version');
    if (other.version > key.version && key.retiredAt === undefined && other.notBefore === undefined) {
      fail(
        `needs retiredAt, or its successor ${JSON.stringify(other.keyId)} needs notBefore, for its grace time to end`,
      );
    }
  }
}
