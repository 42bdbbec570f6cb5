import { describe, expect, it } from 'vitest';
import type { ProfileRecord } from '../ports/index.ts';
import { memoryStore } from './memory-store.ts';

const profile: ProfileRecord = {
  clientId: 'acme',
  userId: 1,
  profileId: 2,
  type: 'personal',
  isDefault: true,
  requiredFactors: 2,
  failedAttempts: 0,
  lockedUntil: null,
  recentFailures: [],
  createdAt: 0,
};
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('The store in memory', () => {
  it('leaves no trace of a rejected transaction', async () => {
    const store = memoryStore();
    const work = store.transaction(profile, async (tx) => {
      await tx.profiles.insert(profile);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await store.read(profile, (tx) => tx.profiles.find('acme', 2))).toBeUndefined();
    expect(store.auditLog).toEqual([]);
  });

  it('runs transactions of one scope one after the other', async () => {
    const store = memoryStore();
    await store.transaction(profile, (tx) => tx.profiles.insert(profile));
    const count = () =>
      store.transaction(profile, async (tx) => {
        const failedAttempts = ((await tx.profiles.find('acme', 2))?.failedAttempts ?? 0) + 1;
        await pause();
        await tx.profiles.setAttempts(profile, { failedAttempts, lockedUntil: null, recentFailures: [] });
      });
    await Promise.all(Array.from({ length: 10 }, count));
    expect((await store.read(profile, (tx) => tx.profiles.find('acme', 2)))?.failedAttempts).toBe(10);
  });

  it('repeats the second of two scopes that change one row', async () => {
    const store = memoryStore();
    await store.transaction(profile, (tx) => tx.profiles.insert(profile));
    let runs = 0;
    const count = (scope: { clientId: string; userId: number }) =>
      store.transaction(scope, async (tx) => {
        runs += 1;
        const failedAttempts = ((await tx.profiles.find('acme', 2))?.failedAttempts ?? 0) + 1;
        await pause();
        await tx.profiles.setAttempts(profile, { failedAttempts, lockedUntil: null, recentFailures: [] });
      });
    await Promise.all([count(profile), count({ clientId: 'acme', userId: 1 })]);
    expect((await store.read(profile, (tx) => tx.profiles.find('acme', 2)))?.failedAttempts).toBe(2);
    expect(runs).toBe(3);
  });

  it('rejects writes in a read, and any use after the end', async () => {
    const store = memoryStore();
    await expect(store.read(profile, (tx) => tx.profiles.insert(profile))).rejects.toThrow(
      'A read transaction cannot write',
    );
    const late = await store.read(profile, async (tx) => tx);
    await expect(late.profiles.find('acme', 2)).rejects.toThrow('has ended');
  });
});
