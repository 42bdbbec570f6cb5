import type { Context } from '../context.ts';
import { type Authentication, createAuthentication } from './authenticate.ts';
import { type Clients, createClients } from './clients.ts';
import { createGrants, type Grants } from './grants.ts';
import { createPasswordLogin, type LoginWithPassword } from './password-login.ts';
import { createUsers, type Users } from './users.ts';

/** Clients, their users, and the tokens that authenticate them. */
export interface Identity extends Clients, Users, Grants, Authentication {
  readonly loginWithPassword: LoginWithPassword;
}

export function createIdentity(context: Context): Identity {
  const clients = createClients(context);
  return {
    ...clients,
    ...createUsers(context),
    ...createGrants(context),
    ...createAuthentication(context, clients),
    loginWithPassword: createPasswordLogin(context),
  };
}
