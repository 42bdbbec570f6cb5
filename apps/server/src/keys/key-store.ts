import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  algorithmOf,
  exportPrivateKey,
  exportPublicKey,
  generateKeys,
  importPrivateKey,
  importPublicKey,
  type JoseAlgorithm,
  KeySet,
  scopeOf,
  type VersionedKey,
} from '@sca-kit/jose';
import { StartError } from '../start-error.ts';
import { createKeyFile, readKeyFile } from './key-file.ts';

/** The keys of a server. They live outside the database, so that a stolen database opens nothing. */
export interface KeyStore {
  /** Newest first; the newest is used, the others still open what they closed. 32 bytes each. */
  readonly master: readonly { readonly keyId: string; readonly secret: Uint8Array }[];
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
const MASTER_LENGTH = 32;

/** One for encryption, and the signing algorithms that the description names. */
const ALGORITHMS: readonly JoseAlgorithm[] = ['RSA_OAEP_256', 'ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512'];

/**
 * Opens the keys of a sandbox: made on the first start and kept in `keys.json` of the data folder, readable for its
 * owner alone. With `:memory:` they live as long as the process.
 * @throws StartError when the file cannot be read or written, or is not a key file
 */
export async function openKeyStore(data: string, now: number): Promise<KeyStore> {
  if (data === ':memory:') return restored(await newKeys(now));
  const path = join(data, 'keys.json');
  const stored = readKeyFile(path, isKeys);
  if (stored) return restored(stored);
  const keys = await newKeys(now);
  if (createKeyFile(path, keys)) return restored(keys);
  const others = readKeyFile(path, isKeys);
  if (!others) throw new StartError(`${path} went away while the server started. Start it again.`);
  return restored(others);
}

function isKeys(content: unknown): content is StoredKeys {
  const { master, jose } = (content ?? {}) as { readonly master?: unknown; readonly jose?: unknown };
  return isListOf(master, ({ secret }) => byteLength(secret) === MASTER_LENGTH) && isListOf(jose, () => true);
}

function isListOf(list: unknown, isSound: (member: Readonly<Record<string, unknown>>) => boolean): boolean {
  const isMember = (member: unknown): boolean =>
    typeof member === 'object' && member !== null && isSound(member as Readonly<Record<string, unknown>>);
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
        algorithm: algorithmOf(pair.publicKey) ?? algorithm,
        publicKey: await exportPublicKey(pair.publicKey),
        privateKey: await exportPrivateKey(pair.privateKey),
        notBefore: now,
      };
    }),
  );
  return { master: [{ keyId: 'k1', secret: randomBytes(MASTER_LENGTH).toString('base64') }], jose };
}

async function restored(keys: StoredKeys): Promise<KeyStore> {
  const jose = await Promise.all(
    keys.jose.map(
      async ({ keyId, version, algorithm, publicKey, privateKey, notBefore }): Promise<VersionedKey> => ({
        keyId,
        version,
        algorithm,
        scope: scopeOf(algorithm),
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
