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

/** A client of the target in which users are created. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  /** For the operations that need one. */
  readonly apiKey?: string;
}

/** The factors of a new user; see the body of `POST /sandbox/users`. */
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

/** Reads the response. Missing members become empty; the gateway reports them as violations. */
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

/** Adds the client's credentials to the user: the target returns them only when it creates the client. */
export function withClient(user: SandboxUser, client: ClientCredentials | undefined): SandboxUser {
  if (!client || client.clientId !== user.clientId) return user;
  return {
    ...user,
    clientSecret: user.clientSecret || client.clientSecret,
    apiKey: user.apiKey || (client.apiKey ?? ''),
  };
}
