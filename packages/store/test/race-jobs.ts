import { randomUUID } from 'node:crypto';
import type { Stores } from '../src/index.ts';
import { anEvent, aPhoneNumber, NOW, type Tenant } from '../src/testing/contract/fixtures.ts';

/** What every racer of a race attempts. */
export interface Order {
  readonly job: keyof typeof JOBS;
  readonly tenant: Tenant;
  /** Number of the racer. */
  readonly worker: number;
  /** Attempts that this racer makes at once. */
  readonly attempts: number;
}

const profileOf = (order: Order) => order.tenant.profile;

/** Attempts at one thing that only some may win. Each returns whether it won, or was counted. */
const JOBS = {
  async consume(stores: Stores, order: Order): Promise<boolean> {
    return await stores.engine.transaction(profileOf(order), async (tx) => {
      const token = await tx.oneTimeTokens.find(order.tenant.clientId, 'high-risk');
      if (!token || token.consumedAt !== null) return false;
      return await tx.oneTimeTokens.update({ ...token, consumedAt: NOW, version: token.version + 1 });
    });
  },
  /** Reads outside the transaction that writes, so that the version alone decides. */
  async consumeStale(stores: Stores, order: Order): Promise<boolean> {
    const { clientId } = order.tenant;
    const token = await stores.engine.read(profileOf(order), (tx) => tx.oneTimeTokens.find(clientId, 'high-risk'));
    if (!token) return false;
    return await stores.engine.transaction({ clientId }, (tx) =>
      tx.oneTimeTokens.update({ ...token, consumedAt: NOW, version: 2 }),
    );
  },
  async guess(stores: Stores, order: Order): Promise<boolean> {
    const profile = profileOf(order);
    return await stores.engine.transaction(profile, async (tx) => {
      const found = await tx.profiles.find(profile.clientId, profile.profileId);
      if (!found || found.lockedUntil !== null) return false;
      const failedAttempts = found.failedAttempts + 1;
      await tx.profiles.setAttempts(profile, { failedAttempts, lockedUntil: failedAttempts >= 5 ? NOW : null });
      return true;
    });
  },
  async fingerprint(stores: Stores, order: Order): Promise<boolean> {
    const profile = profileOf(order);
    return await stores.engine.transaction(profile, async (tx) => {
      if ((await tx.deviceFingerprints.list(profile)).length >= 3) return false;
      const deviceFingerprintId = randomUUID();
      const row = { ...profile, deviceFingerprintId, mac: deviceFingerprintId, createdAt: NOW };
      return await tx.deviceFingerprints.insert(row);
    });
  },
  async phone(stores: Stores, order: Order): Promise<boolean> {
    const userId = 1 + Math.floor(Math.random() * 1_000_000_000);
    const user = { clientId: order.tenant.clientId, userId };
    return await stores.engine.transaction(user, (tx) =>
      tx.phoneNumbers.insert(aPhoneNumber({ ...order.tenant, user }, 'the-number')),
    );
  },
  async idempotency(stores: Stores, order: Order): Promise<boolean> {
    const record = { clientId: order.tenant.clientId, key: 'the-key', response: null, createdAt: NOW, expiresAt: NOW };
    return await stores.engine.transaction(order.tenant.user, (tx) => tx.idempotency.insert(record));
  },
  async append(stores: Stores, order: Order): Promise<boolean> {
    const userId = Math.floor(Math.random() * 50);
    await stores.engine.transaction({ clientId: order.tenant.clientId, userId }, (tx) =>
      tx.audit.append(anEvent(order.tenant.clientId, { worker: order.worker })),
    );
    return true;
  },
};

/** Makes all attempts of an order at once. Returns how many won. */
export async function runOrder(stores: Stores, order: Order): Promise<number> {
  const attempts = Array.from({ length: order.attempts }, () => JOBS[order.job](stores, order));
  return (await Promise.all(attempts)).filter(Boolean).length;
}
