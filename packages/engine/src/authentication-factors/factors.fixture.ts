import { expect } from 'vitest';
import type { Actor } from '../actor.ts';
import { createEngine } from '../create-engine.ts';
import type { Engine } from '../engine.ts';
import { type FactorErrorCode, ScaError } from '../errors.ts';
import type { AuthenticatedToken } from '../identity/authenticate.ts';
import type { Limits } from '../limits/limits.ts';
import type { UserKey } from '../ports/index.ts';
import type { SimulatedResponse, SimulatedResponseKind, SimulatedResponses } from '../simulated-responses.ts';
import { type TestPorts, testPorts } from '../testing/index.ts';

export const CODE = '123456';
export const WRONG_CODE = '654321';
export const MOBILE = '+447911123456';
export const CLIENT: Actor = { clientId: 'acme', userId: null, name: 'application', traceId: 'trace-1' };
export const DEVICE: Actor = { ...CLIENT, name: 'device' };

export interface FactorsFixture extends TestPorts {
  readonly engine: Engine;
  readonly actor: Actor;
  readonly user: UserKey;
  /** Logs the user in once more. */
  readonly logIn: () => Promise<string>;
  /** The simulated response, or error, of the next operation of a kind. */
  readonly simulated: Map<SimulatedResponseKind, SimulatedResponse | Error>;
  /** Moves past the resend interval. */
  readonly waitForResend: () => void;
  /** The event types of the audit log, from index `from`. */
  readonly auditTypes: (from?: number) => string[];
}

export interface FactorsOptions {
  readonly phoneNumber?: string | null;
  readonly active?: boolean;
  readonly limits?: Partial<Limits>;
  readonly randomCodes?: boolean;
  readonly unsupportedCountries?: readonly string[];
}

/** Creates an engine with one client and one user. The user has a mobile number unless `phoneNumber` is null. */
export async function factorsFixture(options: FactorsOptions = {}): Promise<FactorsFixture> {
  const { phoneNumber = MOBILE, active = true, limits = {}, randomCodes = false, unsupportedCountries } = options;
  const ports = testPorts();
  const simulated = new Map<SimulatedResponseKind, SimulatedResponse | Error>();
  const simulatedResponses: SimulatedResponses = {
    async next(_clientId, _userId, kind) {
      const response = simulated.get(kind);
      simulated.delete(kind);
      if (response instanceof Error) throw response;
      return response;
    },
  };
  const engine = createEngine({
    ...ports,
    ...(randomCodes ? {} : { fixedCodes: { oneTimeToken: '111111', factor: CODE } }),
    ...(unsupportedCountries ? { unsupportedCountries } : {}),
    limits,
    simulatedResponses,
  });
  await engine.identity.createClient(CLIENT);
  const { clientId, userId } = await engine.identity.createUser(CLIENT, { active });
  const user: UserKey = { clientId, userId };
  if (phoneNumber !== null) await engine.phoneNumbers.create(CLIENT, user, phoneNumber);
  return {
    ...ports,
    engine,
    actor: { clientId, userId, name: `user:${userId}`, traceId: 'trace-2' },
    user,
    logIn: async () => (await engine.identity.issueAuthToken(CLIENT, userId)).accessToken,
    simulated,
    waitForResend: () => ports.clock.advance(15_000),
    auditTypes: (from = 0) => ports.store.auditLog.slice(from).map((event) => event.type),
  };
}

/** Creates a user with an active OTP factor and a biometric device, and an auth token to step up. */
export async function enrolled(options: FactorsOptions = {}): Promise<FactorsFixture & { token: AuthenticatedToken }> {
  const fixture = await factorsFixture(options);
  const { engine, actor, user } = fixture;
  await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  await engine.authenticationFactors.verifyOtp(actor, user, 'SMS', fixture.delivery.otps.at(-1)?.code ?? '');
  await engine.authenticationFactors.linkBiometric(DEVICE, user);
  const token = await engine.identity.authenticate(await fixture.logIn());
  return { ...fixture, token };
}

export async function expectConflict(work: Promise<unknown>, errorCode: FactorErrorCode): Promise<void> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ScaError);
  expect(error).toMatchObject({ code: 'factor.conflict', details: { errorCode } });
}

/** Counts the results by `errorCode`, and successes as `ok`. */
export function tally(results: readonly PromiseSettledResult<unknown>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const result of results) {
    const name =
      result.status === 'fulfilled' ? 'ok' : (result.reason.details?.errorCode ?? result.reason.code ?? 'unexpected');
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
