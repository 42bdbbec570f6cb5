import type { Actor } from '../actor.ts';
import { contextFixture } from '../context.fixture.ts';
import { type Limits, limitsOf } from '../limits/limits.ts';
import { type FakeKeys, fakeKeys, type ManualClock, manualClock, memoryStore } from '../testing/index.ts';
import type { MemoryStore } from '../testing/memory-store.ts';
import type { ClientCredentials } from './clients.ts';
import { createIdentity, type Identity } from './create-identity.ts';
import type { CreatedUser } from './users.ts';

export const CLIENT: Actor = { clientId: 'acme', userId: null, name: 'application', traceId: 'trace-1' };
export const PASSWORD = 'correct horse battery';

export interface IdentityFixture {
  readonly identity: Identity;
  readonly clock: ManualClock;
  readonly store: MemoryStore;
  readonly keys: FakeKeys;
  readonly credentials: ClientCredentials;
  readonly user: CreatedUser;
}

/** A client with one user. */
export async function identityFixture(limits: Partial<Limits> = {}): Promise<IdentityFixture> {
  const clock = manualClock();
  const store = memoryStore();
  const keys = fakeKeys();
  const identity = createIdentity(contextFixture({ store, clock, keys, limits: limitsOf(limits) }));
  const credentials = await identity.createClient(CLIENT);
  if (!credentials) throw new Error('The client exists');
  const user = await identity.createUser(CLIENT, { email: 'Ann@Example.com', password: PASSWORD });
  return { identity, clock, store, keys, credentials, user };
}

export const typesOf = (store: MemoryStore): string[] => store.auditLog.map((event) => event.type);
