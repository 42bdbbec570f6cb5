import {
  argon2,
  createCipheriv,
  createDecipheriv,
  createHmac,
  hash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { type KeyPurpose, type Keys, ScaError } from '@sca-kit/engine';

/** A secret that the keys of all purposes are derived from. */
export interface MasterKey {
  readonly keyId: string;
  /** 32 random bytes. */
  readonly secret: Uint8Array;
}

/** The engine's `Keys` port, with the key of a purpose for code that encrypts or signs by itself. */
export interface NodeKeys extends Keys {
  /** Returns the oldest key of a purpose, 32 bytes: for values that cannot change keys, such as an audit log's chain. */
  oldest(purpose: KeyPurpose): Uint8Array;
  /** A value for each master key by its id, which identifies the key and does not reveal it: for `keyChecks` of a store. */
  readonly checks: Readonly<Record<string, string>>;
}

/** The cost of an argon2id hash (RFC 9106). */
export interface HashCost {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
  /** Lanes. */
  readonly parallelism: number;
}

/** OWASP's recommendation for argon2id: 19 MiB, two passes, one lane. */
const OWASP_COST: HashCost = { memory: 19_456, passes: 2, parallelism: 1 };
const TAG_LENGTH = 32;
const DUMMY_NONCE = Buffer.alloc(16);

/**
 * Creates the engine's keys on `node:crypto`: argon2id for low-entropy secrets, HMAC-SHA-256 and AES-256-GCM. Every purpose
 * has a key of its own (HKDF, RFC 5869). A stored value begins with the id of its master key, so that keys can rotate.
 * @param master newest first: the newest key protects new values, the older ones still read what they protected
 * @param hashCost of new argon2id hashes; a stored hash is verified at its own cost
 * @throws TypeError without a master key
 * @example
 * const { master } = await openKeyFile('.sca-kit/keys.json', Date.now());
 * const engine = createEngine({ ...ports, keys: createKeys(master) });
 */
export function createKeys(master: readonly MasterKey[], hashCost: HashCost = OWASP_COST): NodeKeys {
  const newest = master[0];
  const oldest = master.at(-1);
  if (!newest || !oldest) throw new TypeError('createKeys: master must contain at least one key.');
  const derived = new Map<string, Buffer>();

  function key(keyId: string, purpose: KeyPurpose): Buffer {
    const name = `${keyId}/${purpose}`;
    const known = derived.get(name);
    if (known) return known;
    const secret = master.find((candidate) => candidate.keyId === keyId)?.secret;
    // Another process may use a key that this one does not have yet.
    if (!secret) throw new ScaError('service.unavailable', { cause: new Error(`The master key ${keyId} is missing.`) });
    const created = Buffer.from(hkdfSync('sha256', secret, '', `sca-kit/v1/${purpose}`, 32));
    derived.set(name, created);
    return created;
  }

  function hmac(keyId: string, purpose: KeyPurpose, context: string, value: string): string {
    // Lengths keep ("ab", "c") and ("a", "bc") apart.
    const input = `${Buffer.byteLength(context)}:${context}${value}`;
    return `${keyId}.${createHmac('sha256', key(keyId, purpose)).update(input).digest('base64url')}`;
  }

  const pepper = (keyId: string, purpose: string): Buffer =>
    createHmac('sha256', key(keyId, 'pepper')).update(purpose).digest();

  return {
    async hash(purpose, secret) {
      const nonce = randomBytes(16);
      const tag = await argon2id(secret, nonce, pepper(newest.keyId, purpose), hashCost);
      return [
        'argon2id',
        newest.keyId,
        formatCost(hashCost),
        nonce.toString('base64url'),
        tag.toString('base64url'),
      ].join('$');
    },

    async verifyHash(purpose, secret, encoded) {
      const [, keyId, parameters, nonce, tag] = encoded?.split('$') ?? [];
      if (keyId === undefined || parameters === undefined || nonce === undefined || tag === undefined) {
        // The same work as for a stored hash, so that timing does not reveal whether a secret exists.
        await argon2id(secret, DUMMY_NONCE, pepper(newest.keyId, purpose), hashCost);
        return false;
      }
      const made = await argon2id(
        secret,
        Buffer.from(nonce, 'base64url'),
        pepper(keyId, purpose),
        parseCost(parameters),
      );
      return equal(made, Buffer.from(tag, 'base64url'));
    },

    async mac(purpose, context, value) {
      return hmac(newest.keyId, purpose, context, value);
    },

    async verifyMac(purpose, context, value, stored) {
      const keyId = stored?.split('.', 1)[0] ?? newest.keyId;
      return equal(Buffer.from(hmac(keyId, purpose, context, value)), Buffer.from(stored ?? ''));
    },

    async encrypt(purpose, context, plaintext) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key(newest.keyId, purpose), iv).setAAD(Buffer.from(context));
      const encrypted = Buffer.concat([iv, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
      return `${newest.keyId}.${encrypted.toString('base64url')}`;
    },

    async decrypt(purpose, context, encrypted) {
      const [keyId = '', text = ''] = encrypted.split('.');
      const bytes = Buffer.from(text, 'base64url');
      if (bytes.length < 28) throw new Error('The encrypted value is too short.');
      const decipher = createDecipheriv('aes-256-gcm', key(keyId, purpose), bytes.subarray(0, 12), {
        authTagLength: 16,
      });
      decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-16));
      return Uint8Array.from(Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]));
    },

    async digest(value) {
      return hash('sha256', value, 'base64url');
    },

    oldest: (purpose) => key(oldest.keyId, purpose),

    checks: Object.fromEntries(master.map(({ keyId }) => [keyId, key(keyId, 'key-check').toString('base64url')])),
  };
}

function argon2id(
  secret: string,
  nonce: Buffer,
  pepper: Buffer,
  { memory, passes, parallelism }: HashCost,
): Promise<Buffer> {
  const parameters = { message: secret, nonce, secret: pepper, memory, passes, parallelism, tagLength: TAG_LENGTH };
  return new Promise((resolve, reject) => {
    argon2('argon2id', parameters, (error, tag) => (error ? reject(error) : resolve(tag)));
  });
}

function formatCost({ memory, passes, parallelism }: HashCost): string {
  return `m=${memory},t=${passes},p=${parallelism}`;
}

function parseCost(text: string): HashCost {
  const [memory = 0, passes = 0, parallelism = 0] = text.split(',').map((part) => Number(part.slice(2)));
  return { memory, passes, parallelism };
}

function equal(a: Buffer, b: Buffer): boolean {
  // Lengths are public: every value of a purpose has the same.
  return a.length === b.length && timingSafeEqual(a, b);
}
