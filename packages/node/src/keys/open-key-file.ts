import { randomBytes } from 'node:crypto';
import {
  detectAlgorithm,
  exportPrivateKey,
  exportPublicKey,
  generateKeys,
  importPrivateKey,
  importPublicKey,
  isJoseAlgorithm,
  type JoseAlgorithm,
  KeySet,
  keyScope,
  type VersionedKey,
} from '@sca-kit/jose';
import type { MasterKey } from './create-keys.ts';
import { createKeyFile, KeyFileError, readKeyFile } from './key-file.ts';

/** The keys of a server. They are kept outside the database, so that a stolen database cannot be decrypted. */
export interface KeyMaterial {
  /** Newest first: the newest key protects new values, the older ones still read what they protected. */
  readonly master: readonly MasterKey[];
  /** The server's own JOSE keys, one for each algorithm. */
  readonly jose: KeySet;
}

interface StoredKeys {
  readonly master: readonly { readonly keyId: string; readonly secret: string }[];
  readonly jose: readonly {
    readonly keyId: string;
    readonly version: number;
    readonly algorithm: JoseAlgorithm;
    readonly publicKey: string;
    readonly privateKey: string;
    readonly notBefore: number;
  }[];
}

/** Bytes of a master key. */
const MASTER_KEY_LENGTH = 32;

/** One for encryption, and the signing algorithms of the OpenAPI document. */
const ALGORITHMS: readonly JoseAlgorithm[] = ['RSA_OAEP_256', 'ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512'];

/**
 * Opens a key file, and creates it with new keys when it does not exist. Only its owner can read it.
 * @param path of the JSON file
 * @param now milliseconds since the Unix epoch: new JOSE keys are valid from then on
 * @throws KeyFileError when the file cannot be read or written, or is not a key file
 * @example
 * const { master, jose } = await openKeyFile('.sca-kit/keys.json', Date.now());
 */
export async function openKeyFile(path: string, now: number): Promise<KeyMaterial> {
  const stored = readKeyFile(path, isKeys);
  if (stored) return importStored(path, stored);
  const keys = await newKeys(now);
  if (createKeyFile(path, keys)) return imported(keys);
  // Another process created the file in the meantime.
  const others = readKeyFile(path, isKeys);
  if (!others) throw new KeyFileError(`${path} was deleted while the server started. Start the server again.`);
  return importStored(path, others);
}

async function importStored(path: string, stored: StoredKeys): Promise<KeyMaterial> {
  try {
    return await imported(stored);
  } catch {
    // No cause: an error about a key could repeat a part of it.
    throw new KeyFileError(`${path} has a damaged key under "jose". Restore the file from a backup.`);
  }
}

/**
 * Generates new keys that are kept in memory only.
 * @param now milliseconds since the Unix epoch: the JOSE keys are valid from then on
 * @example
 * const { master } = await generateKeyMaterial(Date.now());
 */
export async function generateKeyMaterial(now: number): Promise<KeyMaterial> {
  return imported(await newKeys(now));
}

function isKeys(content: unknown): content is StoredKeys {
  const { master, jose } = (content ?? {}) as { readonly master?: unknown; readonly jose?: unknown };
  const isMaster = ({ keyId, secret }: Member): boolean => isId(keyId) && byteLength(secret) === MASTER_KEY_LENGTH;
  return (
    isListOf(master, isMaster) && isListOf(jose, ({ keyId, algorithm }) => isId(keyId) && isJoseAlgorithm(algorithm))
  );
}

type Member = Readonly<Record<string, unknown>>;

function isId(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isListOf(list: unknown, isValid: (member: Member) => boolean): boolean {
  const isMember = (member: unknown): boolean =>
    typeof member === 'object' && member !== null && isValid(member as Member);
  return Array.isArray(list) && list.length > 0 && list.every(isMember);
}

function byteLength(base64: unknown): number {
  return typeof base64 === 'string' ? Buffer.from(base64, 'base64').byteLength : 0;
}

async function newKeys(now: number): Promise<StoredKeys> {
  const jose = await Promise.all(
    ALGORITHMS.map(async (algorithm) => {
      const pair = await generateKeys(algorithm);
      return {
        keyId: crypto.randomUUID(),
        version: 1,
        algorithm: detectAlgorithm(pair.publicKey) ?? algorithm,
        publicKey: await exportPublicKey(pair.publicKey),
        privateKey: await exportPrivateKey(pair.privateKey),
        notBefore: now,
      };
    }),
  );
  return { master: [{ keyId: 'k1', secret: randomBytes(MASTER_KEY_LENGTH).toString('base64') }], jose };
}

async function imported(keys: StoredKeys): Promise<KeyMaterial> {
  const jose = await Promise.all(
    keys.jose.map(
      async ({ keyId, version, algorithm, publicKey, privateKey, notBefore }): Promise<VersionedKey> => ({
        keyId,
        version,
        algorithm,
        scope: keyScope(algorithm),
        publicKey: await importPublicKey(publicKey, algorithm),
        privateKey: await importPrivateKey(privateKey, algorithm),
        notBefore,
      }),
    ),
  );
  const master = keys.master.map(({ keyId, secret }) => ({
    keyId,
    secret: Uint8Array.from(Buffer.from(secret, 'base64')),
  }));
  return { master, jose: new KeySet(jose) };
}
