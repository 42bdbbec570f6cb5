import { generateKeys, type JoseAlgorithm, KeySet, scopeOf, type VersionedKey } from '../src/index.ts';

/** An instant well inside every key's life, unless a test says otherwise. */
export const NOW: number = Date.UTC(2026, 10, 2);

/** A fresh key of version 1. */
export async function makeKey(
  algorithm: JoseAlgorithm,
  overrides: Partial<VersionedKey> = {},
): Promise<VersionedKey & { readonly privateKey: CryptoKey }> {
  const pair = await generateKeys(algorithm);
  return {
    keyId: `${algorithm}-1`,
    version: 1,
    algorithm,
    scope: scopeOf(algorithm),
    ...pair,
    ...overrides,
  } as VersionedKey & {
    readonly privateKey: CryptoKey;
  };
}

/** The same key without its private half. */
export function publicHalf(key: VersionedKey): VersionedKey {
  const { privateKey: _, ...rest } = key;
  return rest;
}

/** A set of these keys. */
export function setOf(...keys: VersionedKey[]): KeySet {
  return new KeySet(keys);
}

/** `text` with the character at `index` replaced by another one of `alphabet`. */
export function replaceCharacter(text: string, index: number, pick: number, alphabet: string): string {
  const others = [...alphabet].filter((one) => one !== text[index]);
  return text.slice(0, index) + others[pick % others.length] + text.slice(index + 1);
}

/** Every character a compact serialization may hold, and some it may not. */
export const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+/= \n\u00e9';
