import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import type { KeyPurpose, Keys } from '../ports/index.ts';

const KEY_ID = 'test-1';

/** Keys with a fast hash in place of argon2id. `calls` counts the calls. */
export interface FakeKeys extends Keys {
  readonly calls: { hash: number; verifyHash: number; verifyMac: number };
}

/**
 * Creates keys for tests.
 * @example
 * const engine = createEngine({ ...ports, keys: fakeKeys() });
 */
export function fakeKeys(): FakeKeys {
  const key = (purpose: KeyPurpose): Buffer => Buffer.from(hkdfSync('sha256', 'test', '', purpose, 32));
  const hmac = (purpose: KeyPurpose, context: string, value: string): string =>
    createHmac('sha256', key(purpose)).update(`${context.length}:${context}${value}`).digest('base64url');
  const equal = (a: string, b: string): boolean =>
    a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
  const calls = { hash: 0, verifyHash: 0, verifyMac: 0 };

  return {
    calls,
    async hash(purpose, secret) {
      calls.hash += 1;
      const salt = randomBytes(8).toString('base64url');
      return `${KEY_ID}$${salt}$${hmac(purpose, salt, secret)}`;
    },
    async verifyHash(purpose, secret, encoded) {
      calls.verifyHash += 1;
      const [, salt = '', stored = ''] = encoded?.split('$') ?? [];
      return equal(hmac(purpose, salt, secret), stored);
    },
    async mac(purpose, context, value) {
      return `${KEY_ID}.${hmac(purpose, context, value)}`;
    },
    async verifyMac(purpose, context, value, stored) {
      calls.verifyMac += 1;
      return equal(`${KEY_ID}.${hmac(purpose, context, value)}`, stored ?? '');
    },
    async encrypt(purpose, context, plaintext) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key(purpose), iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
      return [KEY_ID, ...[iv, body, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
    },
    async decrypt(purpose, context, encrypted) {
      const [, iv = '', body = '', tag = ''] = encrypted.split('.');
      const decipher = createDecipheriv('aes-256-gcm', key(purpose), Buffer.from(iv, 'base64url'))
        .setAAD(Buffer.from(context))
        .setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]);
    },
    async digest(value) {
      return createHash('sha256').update(value).digest('base64url');
    },
  };
}
