import { type Authentication, createAuthentication } from './authenticate.ts';
import { type Clients, createClients } from './clients.ts';
import { createGrants, type Grants } from './grants.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { createPasswordLogin, type LoginWithPassword } from './password-login.ts';
import { createUsers, type Users } from './users.ts';

/** Who is who: clients, their users, and the tokens that speak for them. */
export interface Identity extends Clients, Users, Grants, Authentication {
  readonly loginWithPassword: LoginWithPassword;
}

export function createIdentity(deps: IdentityDeps): Identity {
  const clients = createClients(deps);
  return {
    ...clients,
    ...createUsers(deps),
    ...createGrants(deps),
    ...createAuthentication(deps, clients),
    loginWithPassword: createPasswordLogin(deps),
  };
}
