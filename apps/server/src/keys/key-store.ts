import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
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

/** One for encryption, and the signing algorithms that the description names. */
const ALGORITHMS: readonly JoseAlgorithm[] = ['RSA_OAEP_256', 'ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512'];

/**
 * Opens the keys of a sandbox: made on the first start and kept in `keys.json` of the data folder, readable for its
 * owner alone. With `:memory:` they live as long as the process.
 * @throws Error when the file cannot be read or is not a key file
 */
export async function openKeyStore(data: string, now: number): Promise<KeyStore> {
  if (data === ':memory:') return restored(await newKeys(now));
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const path = join(data, 'keys.json');
  return restored(stored(path) ?? created(path, await newKeys(now)));
}

function stored(path: string): StoredKeys | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const keys = JSON.parse(text) as StoredKeys;
  if (!Array.isArray(keys.master) || !Array.isArray(keys.jose))
    throw new Error(`${path} is not a key file of sca-kit.`);
  return keys;
}

/** Written whole or not at all; when another process was faster, its keys are taken. */
function created(path: string, keys: StoredKeys): StoredKeys {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, JSON.stringify(keys, null, 2), { mode: 0o600, flag: 'wx' });
  const winner = stored(path);
  if (winner) return winner;
  renameSync(draft, path);
  chmodSync(path, 0o600);
  return keys;
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
  return { master: [{ keyId: 'k1', secret: randomBytes(32).toString('base64') }], jose };
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
