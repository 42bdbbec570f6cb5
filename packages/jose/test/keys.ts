import { generateKeys, type JoseAlgorithm, KeySet, keyScope, type VersionedKey } from '../src/index.ts';

/** Default time of the tests, in milliseconds since the Unix epoch. All keys without other times are valid then. */
export const NOW: number = Date.UTC(2026, 10, 2);

/** Generates a key, by default version 1. */
export async function makeKey(
  algorithm: JoseAlgorithm,
  overrides: Partial<VersionedKey> = {},
): Promise<VersionedKey & { readonly privateKey: CryptoKey }> {
  const pair = await generateKeys(algorithm);
  return {
    keyId: `${algorithm}-1`,
    version: 1,
    algorithm,
    scope: keyScope(algorithm),
    ...pair,
    ...overrides,
  } as VersionedKey & {
    readonly privateKey: CryptoKey;
  };
}

/** Returns the key without its private key. */
export function withoutPrivateKey(key: VersionedKey): VersionedKey {
  const { privateKey: _, ...rest } = key;
  return rest;
}

/** Creates a set of keys. */
export function setOf(...keys: VersionedKey[]): KeySet {
  return new KeySet(keys);
}

/** Replaces the character at `index` by another one of `alphabet`, selected by `pick`. */
export function replaceCharacter(text: string, index: number, pick: number, alphabet: string): string {
  const others = [...alphabet].filter((one) => one !== text[index]);
  return text.slice(0, index) + others[pick % others.length] + text.slice(index + 1);
}

/** All characters of a compact serialization, and some invalid ones. */
export const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+/= \n\u00e9';
