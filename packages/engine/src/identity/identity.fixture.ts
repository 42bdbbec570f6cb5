import type { Actor } from '../actor.ts';
import { createContext } from '../context.ts';
import type { Limits } from '../limits/limits.ts';
import { type MemoryStore, type TestPorts, testPorts } from '../testing/index.ts';
import type { ClientCredentials } from './clients.ts';
import { createIdentity, type Identity } from './create-identity.ts';
import type { CreatedUser } from './users.ts';

export const CLIENT: Actor = { clientId: 'acme', userId: null, name: 'application', traceId: 'trace-1' };
export const PASSWORD = 'correct horse battery';

export interface IdentityFixture extends TestPorts {
  readonly identity: Identity;
  readonly credentials: ClientCredentials;
  readonly user: CreatedUser;
}

/** A client with one user. */
export async function identityFixture(limits: Partial<Limits> = {}): Promise<IdentityFixture> {
  const ports = testPorts();
  const identity = createIdentity(createContext({ ...ports, limits }));
  const credentials = await identity.createClient(CLIENT);
  if (!credentials) throw new Error('The client exists');
  const user = await identity.createUser(CLIENT, { email: 'Ann@Example.com', password: PASSWORD });
  return { ...ports, identity, credentials, user };
}

export const typesOf = (store: MemoryStore): string[] => store.auditLog.map((event) => event.type);
