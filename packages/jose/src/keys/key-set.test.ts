import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeKey, NOW, withoutPrivateKey } from '../../test/keys.ts';
import { importPublishedKey, KeyError, KeySet, type PublishedKey, publishKey, type VersionedKey } from '../index.ts';

let template: VersionedKey;
let signing: VersionedKey;
let notExtractable: CryptoKey;
const DAY = 86_400_000;

beforeAll(async () => {
  template = await makeKey('RSA_OAEP_256');
  signing = await makeKey('ES256');
  const spki = await crypto.subtle.exportKey('spki', template.publicKey);
  notExtractable = await crypto.subtle.importKey('spki', spki, { name: 'RSA-OAEP', hash: 'SHA-256' }, false, [
    'encrypt',
  ]);
});

const version = (number: number, overrides: Partial<VersionedKey> = {}): VersionedKey => ({
  ...template,
  keyId: `k${number}`,
  version: number,
  notBefore: NOW + number * DAY,
  ...overrides,
});
const ids = (keys: readonly VersionedKey[]): string[] => keys.map((key) => key.keyId);

describe('versions of a KeySet', () => {
  test.each([
    ['before the first', 0, undefined, []],
    ['first', 1, 'k1', ['k1']],
    ['second, with the first in its grace period', 2, 'k2', ['k2', 'k1']],
    ['last moment of the first', 2.5 - 1e-6, 'k2', ['k2', 'k1']],
    ['after the grace period', 2.5, 'k2', ['k2']],
    ['third', 3, 'k3', ['k3', 'k2']],
    ['long after', 100, 'k3', ['k3']],
  ] as const)('%s: returns the newest and the usable versions', (_, day, newest, usable) => {
    const keys = new KeySet([version(2), version(3), version(1)], { graceSeconds: 12 * 3600 });
    const now = NOW + day * DAY;
    expect(keys.newest('RSA_OAEP_256', now)?.keyId).toBe(newest);
    expect(ids(keys.usable('PAYLOAD_ENCRYPTION', now))).toEqual(usable);
    for (const number of [1, 2, 3]) {
      const expected = (usable as readonly string[]).includes(`k${number}`) ? `k${number}` : undefined;
      expect(keys.version('RSA_OAEP_256', number, now)?.keyId).toBe(expected);
    }
  });

  test('returns the previous version as the newest after a retirement, while it is valid', () => {
    const keys = new KeySet([version(1), version(2, { retiredAt: NOW + 2.2 * DAY, graceSeconds: 0 })]);
    expect(keys.newest('RSA_OAEP_256', NOW + 2.1 * DAY)?.keyId).toBe('k2');
    expect(ids(keys.usable('PAYLOAD_ENCRYPTION', NOW + 2.2 * DAY))).toEqual(['k1']);
  });

  test('separates algorithms and scopes', () => {
    const keys = new KeySet([template, signing]);
    expect(ids(keys.usable('PAYLOAD_SIGNING', NOW))).toEqual([signing.keyId]);
    expect(keys.newest('ES384', NOW)).toBeUndefined();
  });

  test('returns as the newest the highest version that has started, which is always usable', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        fc.integer({ min: 0, max: 12 }),
        (versions, day) => {
          const keys = new KeySet(versions.map((number) => version(number)));
          const now = NOW + day * DAY;
          const started = versions.filter((number) => number <= day);
          const newest = keys.newest('RSA_OAEP_256', now);
          expect(newest?.version).toBe(started.length > 0 ? Math.max(...started) : undefined);
          if (newest) expect(keys.usable('PAYLOAD_ENCRYPTION', now)[0]).toBe(newest);
        },
      ),
    );
  });

  test('with() returns a new set with the same grace period', () => {
    const one = new KeySet([version(1)], { graceSeconds: 0 });
    const two = one.with(version(2));
    expect([one.keys.length, two.keys.length]).toEqual([1, 2]);
    expect(ids(two.usable('PAYLOAD_ENCRYPTION', NOW + 2 * DAY))).toEqual(['k2']);
  });
});

describe('KeySet throws TypeError for an inconsistent key', () => {
  const cases: Readonly<Record<string, () => VersionedKey[]>> = {
    'empty keyId': () => [version(1, { keyId: '' })],
    'version 0': () => [version(1, { version: 0 })],
    'wrong scope': () => [version(1, { scope: 'PAYLOAD_SIGNING' })],
    'public key of another algorithm': () => [version(1, { publicKey: signing.publicKey })],
    'private key as publicKey': () => [version(1, { publicKey: template.privateKey as CryptoKey })],
    'public key that is not extractable': () => [version(1, { publicKey: notExtractable })],
    'public key as privateKey': () => [version(1, { privateKey: template.publicKey })],
    'end before start': () => [version(1, { retiredAt: NOW })],
    'a time that is not a number': () => [version(1, { notBefore: Number.NaN })],
    'negative grace': () => [version(1, { graceSeconds: -1 })],
    'one keyId twice': () => [version(1), version(2, { keyId: 'k1' })],
    'one version twice': () => [version(1), version(1, { keyId: 'other' })],
    'replaced key without retiredAt and notBefore': () => {
      const { notBefore: _, ...second } = version(2);
      return [version(1), second];
    },
  };
  test.each(Object.entries(cases))('%s', (_, make) => {
    expect(() => new KeySet(make())).toThrow(TypeError);
  });

  test('throws TypeError for a now that is not a number', () => {
    expect(() => new KeySet([version(1)]).newest('RSA_OAEP_256', Number.NaN)).toThrow(TypeError);
  });
});

describe('published keys', () => {
  test('have the form of the API and no private key', async () => {
    const published = await publishKey(template);
    expect(Object.keys(published)).toEqual(['keyId', 'version', 'keyMaterial', 'scope']);
    expect(published.keyMaterial.algorithm).toBe('RSA_OAEP_256');
    expect(Buffer.from(published.keyMaterial.keyMaterial, 'base64')[0]).toBe(0x30);
  });

  test('round-trip through JSON', async () => {
    const again = await importPublishedKey(JSON.parse(JSON.stringify(await publishKey(template))) as PublishedKey);
    expect(again).toEqual({ ...withoutPrivateKey(template), publicKey: again.publicKey });
    expect(await publishKey(again)).toEqual(await publishKey(template));
  });

  test('are rejected if the scope does not match the algorithm', async () => {
    const published = await publishKey(template);
    await expect(importPublishedKey({ ...published, scope: 'PAYLOAD_SIGNING' })).rejects.toThrow(KeyError);
  });
});
