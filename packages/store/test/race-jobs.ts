import { randomUUID } from 'node:crypto';
import { ScaError } from '@sca-kit/engine';
import type { Stores } from '../src/index.ts';
import { anEvent, aPhoneNumber, NOW, type Tenant } from '../src/testing/contract/fixtures.ts';

/** A job for one racer. */
export interface Task {
  readonly job: keyof typeof JOBS;
  readonly tenant: Tenant;
  /** Number of the racer. */
  readonly worker: number;
  /** Attempts that this racer makes at once. */
  readonly attempts: number;
}

const profileOf = (task: Task) => task.tenant.profile;

/** Jobs that compete for one row. Each returns whether it succeeded. */
const JOBS = {
  async consume(stores: Stores, task: Task): Promise<boolean> {
    return await stores.engine.transaction(profileOf(task), async (tx) => {
      const token = await tx.oneTimeTokens.find(task.tenant.clientId, 'high-risk');
      if (!token || token.consumedAt !== null) return false;
      await tx.oneTimeTokens.save({ ...token, consumedAt: NOW, version: token.version + 1 });
      return true;
    });
  },
  /** Reads outside the transaction that writes, so that the version alone decides. */
  async consumeStale(stores: Stores, task: Task): Promise<boolean> {
    const { clientId } = task.tenant;
    const token = await stores.engine.read(profileOf(task), (tx) => tx.oneTimeTokens.find(clientId, 'high-risk'));
    if (!token) return false;
    try {
      const next = { ...token, consumedAt: NOW, version: 2 };
      await stores.engine.transaction({ clientId }, (tx) => tx.oneTimeTokens.save(next));
      return true;
    } catch (error) {
      if (error instanceof ScaError && error.code === 'service.unavailable') return false;
      throw error;
    }
  },
  async countAttempt(stores: Stores, task: Task): Promise<boolean> {
    const profile = profileOf(task);
    return await stores.engine.transaction(profile, async (tx) => {
      const found = await tx.profiles.find(profile.clientId, profile.profileId);
      if (!found || found.lockedUntil !== null) return false;
      const failedAttempts = found.failedAttempts + 1;
      await tx.profiles.setAttempts(profile, {
        failedAttempts,
        lockedUntil: failedAttempts >= 5 ? NOW : null,
        recentFailures: [],
      });
      return true;
    });
  },
  async addFingerprint(stores: Stores, task: Task): Promise<boolean> {
    const profile = profileOf(task);
    return await stores.engine.transaction(profile, async (tx) => {
      if ((await tx.deviceFingerprints.list(profile)).length >= 3) return false;
      const deviceFingerprintId = randomUUID();
      const row = { ...profile, deviceFingerprintId, mac: deviceFingerprintId, createdAt: NOW };
      return await tx.deviceFingerprints.insert(row);
    });
  },
  async addPhoneNumber(stores: Stores, task: Task): Promise<boolean> {
    const userId = 1 + Math.floor(Math.random() * 1_000_000_000);
    const user = { clientId: task.tenant.clientId, userId };
    return await stores.engine.transaction(user, (tx) =>
      tx.phoneNumbers.insert(aPhoneNumber({ ...task.tenant, user }, 'the-number')),
    );
  },
  async insertIdempotencyRecord(stores: Stores, task: Task): Promise<boolean> {
    const record = { clientId: task.tenant.clientId, key: 'the-key', response: null, createdAt: NOW, expiresAt: NOW };
    return await stores.engine.transaction(task.tenant.user, (tx) => tx.idempotency.insert(record));
  },
  async appendEvent(stores: Stores, task: Task): Promise<boolean> {
    const userId = Math.floor(Math.random() * 50);
    await stores.engine.transaction({ clientId: task.tenant.clientId, userId }, (tx) =>
      tx.audit.append(anEvent(task.tenant.clientId, { worker: task.worker })),
    );
    return true;
  },
};

/** Makes all attempts of a task at once. Returns how many won. */
export async function runTask(stores: Stores, task: Task): Promise<number> {
  const attempts = Array.from({ length: task.attempts }, () => JOBS[task.job](stores, task));
  return (await Promise.all(attempts)).filter(Boolean).length;
}
