import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createKeys } from './create-keys.ts';

const older = { keyId: 'k1', secret: new Uint8Array(randomBytes(32)) };
const newer = { keyId: 'k2', secret: new Uint8Array(randomBytes(32)) };
const before = createKeys([older]);
const after = createKeys([newer, older]);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('hashes', () => {
  test('are argon2id with the costs encoded, and differ each time', async () => {
    const [one, two] = await Promise.all([before.hash('pin', '1234'), before.hash('pin', '1234')]);
    expect(one).toMatch(/^argon2id\$k1\$m=19456,t=2,p=1\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(two);
  });

  test('verify at the cost encoded in them', async () => {
    const cheap = await createKeys([older], { memory: 8, passes: 1, parallelism: 1 }).hash('pin', '1234');
    expect(cheap).toContain('$m=8,t=1,p=1$');
    expect(await before.verifyHash('pin', '1234', cheap)).toBe(true);
  });

  test('verify only the right secret for the right purpose', async () => {
    const encoded = await before.hash('pin', '1234');
    expect(await before.verifyHash('pin', '1234', encoded)).toBe(true);
    expect(await before.verifyHash('pin', '1235', encoded)).toBe(false);
    expect(await before.verifyHash('password', '1234', encoded)).toBe(false);
    expect(await before.verifyHash('pin', '1234', undefined)).toBe(false);
  });

  test('do not verify under another pepper', async () => {
    const others = createKeys([{ keyId: 'k1', secret: new Uint8Array(randomBytes(32)) }]);
    expect(await others.verifyHash('pin', '1234', await before.hash('pin', '1234'))).toBe(false);
  });
});

describe('MACs', () => {
  test('differ by purpose, context and value', async () => {
    const all = await Promise.all([
      before.mac('device-fingerprint', 'ab', 'c'),
      before.mac('device-fingerprint', 'a', 'bc'),
      before.mac('device-fingerprint', '', 'abc'),
      before.mac('client-secret', 'ab', 'c'),
    ]);
    expect(new Set(all).size).toBe(4);
  });

  test('verify only for the same purpose, context and value', async () => {
    const mac = await before.mac('otp', 'context', 'value');
    expect(await before.verifyMac('otp', 'context', 'value', mac)).toBe(true);
    expect(await before.verifyMac('otp', 'context', 'other', mac)).toBe(false);
    expect(await before.verifyMac('otp', 'other', 'value', mac)).toBe(false);
    expect(await before.verifyMac('client-secret', 'context', 'value', mac)).toBe(false);
  });

  test.each([undefined, 'k1', 'k1.', 'k1.AAAA'])('reject every value when the stored MAC is %j', async (stored) => {
    expect(await before.verifyMac('otp', 'context', 'value', stored)).toBe(false);
  });
});

describe('encrypted values', () => {
  test('decrypt only for the same purpose and context, and only unchanged', async () => {
    const encrypted = await before.encrypt('inbox', 'acme', bytes('hello'));
    expect(await before.decrypt('inbox', 'acme', encrypted)).toEqual(bytes('hello'));
    await expect(before.decrypt('inbox', 'other', encrypted)).rejects.toThrow();
    await expect(before.decrypt('phone-number', 'acme', encrypted)).rejects.toThrow();
    await expect(before.decrypt('inbox', 'acme', `${encrypted.slice(0, -2)}AA`)).rejects.toThrow();
    await expect(before.decrypt('inbox', 'acme', 'k1.AAAA')).rejects.toThrow('too short');
  });

  test('differ each time', async () => {
    const encrypt = (): Promise<string> => before.encrypt('inbox', 'acme', bytes('hello'));
    expect(await encrypt()).not.toBe(await encrypt());
  });
});

describe('after a new master key was added', () => {
  test('new values use it, and older values still verify and decrypt', async () => {
    const [hash, mac, encrypted] = await Promise.all([
      before.hash('pin', '1234'),
      before.mac('otp', 'context', 'value'),
      before.encrypt('inbox', 'acme', bytes('hello')),
    ]);
    expect(await after.verifyHash('pin', '1234', hash)).toBe(true);
    expect(await after.verifyMac('otp', 'context', 'value', mac)).toBe(true);
    expect(await after.decrypt('inbox', 'acme', encrypted)).toEqual(bytes('hello'));
    expect(await after.encrypt('inbox', 'acme', bytes('hello'))).toMatch(/^k2\./);
    expect(await after.mac('otp', 'context', 'value')).toMatch(/^k2\./);
  });

  test('the oldest key of a purpose stays the same', () => {
    expect(after.oldest('audit')).toEqual(before.oldest('audit'));
  });
});

test('reports the service as unavailable, and not a wrong secret, when the master key of a value is missing', async () => {
  const mac = await after.mac('otp', 'context', 'value');
  await expect(before.verifyMac('otp', 'context', 'value', mac)).rejects.toMatchObject({
    code: 'service.unavailable',
    cause: { message: 'The master key k2 is missing.' },
  });
});

test('the check of a master key depends on its secret and not on its place', () => {
  const { k1, k2 } = after.checks;
  expect(before.checks).toEqual({ k1 });
  expect(k2).not.toBe(k1);
  expect(createKeys([{ ...newer, keyId: 'k1' }]).checks).toEqual({ k1: k2 });
});

test('throws a TypeError without a master key', () => {
  expect(() => createKeys([])).toThrow(TypeError);
});
