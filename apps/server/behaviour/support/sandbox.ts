import type { components } from '@sca-kit/api';
import { afterAll, beforeAll } from 'vitest';
import { observeEvents } from './observations.ts';
import { SandboxServer } from './sandbox-server.ts';
import { SandboxUser } from './sandbox-user.ts';

export type UserRequest = components['schemas']['SandboxUserRequest'];

/** A sandbox that creates users. */
export class Sandbox extends SandboxServer {
  readonly #applicationTokens = new Map<string | undefined, string>();

  /** Creates a user, in a new client unless the `clientId` of another user is given. */
  async createUser(request: UserRequest = {}): Promise<SandboxUser> {
    const token = this.#applicationTokens.get(request.clientId);
    const response = await this.call<components['schemas']['SandboxUser']>('POST', '/sandbox/users', {
      ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
      body: request,
    });
    if (response.status !== 201) throw new Error(`POST /sandbox/users returned ${response.status}.`);
    this.#applicationTokens.set(response.body.clientId, response.body.applicationToken);
    return new SandboxUser(this, response.body);
  }

  /** Creates a user with the PIN `1234` and the device `laptop`: two categories. */
  createEnrolledUser(request: UserRequest = {}): Promise<SandboxUser> {
    return this.createUser({ pin: PIN, deviceFingerprint: DEVICE, ...request });
  }

  /** Creates a user with a phone number, which the Additional Factors family sends codes to. */
  createUserWithPhone(request: UserRequest = {}): Promise<SandboxUser> {
    return this.createUser({ phoneNumber: phoneNumber(), ...request });
  }

  /** Creates a user whose phone is an active factor of the Additional Factors family. */
  async createUserWithOtpFactor(request: UserRequest = {}): Promise<SandboxUser> {
    const user = await this.createUserWithPhone(request);
    await user.callWithAuthToken('POST', '/authentication_factors/otp/SMS');
    const body = { verificationCode: FACTOR_CODE };
    const { status } = await user.callWithAuthToken('POST', '/authentication_factors/otp/SMS/verify', { body });
    if (status !== 204) throw new Error(`The verification of the enrolment returned ${status}.`);
    await user.advanceClock(20);
    return user;
  }
}

export const PIN = '1234';
export const DEVICE = 'laptop';
export const FACE_MAP = 'ZmFjZS1tYXAtZXhhbXBsZQ==';
/** The OTP of the sandbox for one-time tokens. */
export const OTP_CODE = '111111';
/** The OTP of the sandbox for additional factors. */
export const FACTOR_CODE = '123456';

/** A landline of Singapore. */
export const LANDLINE = '+6563333333';
/** A mobile number of Cuba. */
export const UNSUPPORTED_COUNTRY = '+5351234567';

let numbers = 0;
/** Returns a valid mobile number of Singapore that no other test uses. */
export function phoneNumber(): string {
  numbers += 1;
  return `+65${90_000_000 + numbers}`;
}

/** Starts a sandbox before the tests of a file. After them, records the types of its audit events and closes it. */
export function openSandbox(environment: Readonly<Record<string, string>> = {}): Sandbox {
  const sandbox = new Sandbox(environment);
  beforeAll(() => sandbox.start());
  afterAll(async () => {
    await observeEvents(sandbox.server.services.stores.auditLog);
    await sandbox.close();
  });
  return sandbox;
}
