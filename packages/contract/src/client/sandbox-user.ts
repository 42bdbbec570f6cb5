import { asArray, asObject } from '@sca-kit/openapi';

/** A fresh user of the target's sandbox with all its credentials, as `POST /sandbox/users` returns it. */
export interface SandboxUser {
  readonly userId: number;
  readonly email: string;
  readonly password: string;
  readonly registrationCode: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly apiKey: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly authToken: string;
  readonly applicationToken: string;
  /** The default profile first. */
  readonly profileIds: readonly number[];
  readonly balanceId: number;
  readonly transferId: number;
}

/** A client of the target, to make users in. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  /** For the operations that want one. */
  readonly apiKey?: string;
}

/** What a fresh user is to have; see the body of `POST /sandbox/users`. */
export interface SandboxUserOptions {
  readonly clientId?: string;
  readonly phoneNumber?: string;
  readonly pin?: string;
  readonly deviceFingerprint?: string;
  readonly faceMap?: string;
  readonly biometric?: boolean;
  readonly active?: boolean;
  readonly requiredFactors?: 1 | 2;
}

/** Reads the response; what is missing becomes empty and shows as a violation of its own. */
export function readSandboxUser(body: unknown): SandboxUser {
  const raw = asObject(body);
  const text = (name: string): string => (typeof raw[name] === 'string' ? raw[name] : '');
  const number = (name: string): number => (typeof raw[name] === 'number' ? raw[name] : 0);
  return {
    userId: number('userId'),
    email: text('email'),
    password: text('password'),
    registrationCode: text('registrationCode'),
    clientId: text('clientId'),
    clientSecret: text('clientSecret'),
    apiKey: text('apiKey'),
    accessToken: text('accessToken'),
    refreshToken: text('refreshToken'),
    authToken: text('authToken'),
    applicationToken: text('applicationToken'),
    profileIds: asArray(raw.profiles).flatMap((profile) => {
      const { id } = asObject(profile);
      return typeof id === 'number' ? [id] : [];
    }),
    balanceId: number('balanceId'),
    transferId: number('transferId'),
  };
}

/** The user with the credentials of its client: a target shows those of a client only when it makes the client. */
export function withClient(user: SandboxUser, client: ClientCredentials | undefined): SandboxUser {
  if (!client || client.clientId !== user.clientId) return user;
  return {
    ...user,
    clientSecret: user.clientSecret || client.clientSecret,
    apiKey: user.apiKey || (client.apiKey ?? ''),
  };
}
