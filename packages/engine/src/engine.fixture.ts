import { expect } from 'vitest';
import type { Actor } from './actor.ts';
import { createEngine } from './create-engine.ts';
import type { Engine } from './engine.ts';
import { ScaError, type ScaErrorCode } from './errors.ts';
import type { EngineOptions } from './options.ts';
import type { ProfileKey } from './ports/index.ts';
import { type TestPorts, testPorts } from './testing/index.ts';

export const PIN = '4711';
export const FINGERPRINT = '3f0c6ad1-device';
export const PHONE_NUMBER = '+6588888888';
export const FACE_MAP: string = btoa('a face, mapped');
const CLIENT_ID = 'acme';
export const APPLICATION: Actor = { clientId: CLIENT_ID, userId: null, name: 'application', traceId: 'trace-1' };

export type Preset = 'pin' | 'fingerprint' | 'phone' | 'face';

export interface EngineFixture extends TestPorts {
  readonly engine: Engine;
  readonly actor: Actor;
  readonly profile: ProfileKey;
  /** Issues a token for an action. */
  readonly challenge: (request?: Partial<Parameters<Engine['approvals']['decide']>[2]>) => Promise<string>;
  /** The event types of the audit log, oldest first. */
  readonly auditTypes: () => string[];
}

export interface FixtureOptions extends Partial<Omit<EngineOptions, 'fixedCodes'>> {
  /** Undefined for random codes. `111111` and `123456` unless given. */
  readonly fixedCodes?: EngineOptions['fixedCodes'] | undefined;
  readonly factors?: readonly Preset[];
  readonly requiredFactors?: 1 | 2;
}

/** Creates an engine with one client, user and profile. The profile has PIN and fingerprint unless `factors` is given. */
export async function engineFixture(options: FixtureOptions = {}): Promise<EngineFixture> {
  const { factors = ['pin', 'fingerprint'], requiredFactors = 2, fixedCodes: _, ...engineOptions } = options;
  const fixedCodes = 'fixedCodes' in options ? options.fixedCodes : { oneTimeToken: '111111', factor: '123456' };
  const ports = testPorts();
  const engine = createEngine({ ...ports, ...(fixedCodes && { fixedCodes }), ...engineOptions });
  await engine.identity.createClient(APPLICATION);
  const { actor, profile } = await addUser(engine, factors, requiredFactors);
  const challenge: EngineFixture['challenge'] = async (request) => {
    const approval = await engine.approvals.decide(actor, profile, { ...LOW, ...request });
    if (approval.approved || approval.reason !== 'challenge-required') throw new Error('No token was issued.');
    return approval.oneTimeToken;
  };
  const auditTypes = (): string[] => ports.store.auditLog.map((event) => event.type);
  return { ...ports, engine, actor, profile, challenge, auditTypes };
}

/** Creates another user of the client. */
export async function addUser(
  engine: Engine,
  factors: readonly Preset[] = [],
  requiredFactors: 1 | 2 = 2,
): Promise<{ actor: Actor; profile: ProfileKey }> {
  const user = await engine.identity.createUser(APPLICATION, { profiles: [{ type: 'personal', requiredFactors }] });
  const actor: Actor = { clientId: CLIENT_ID, userId: user.userId, name: `user:${user.userId}`, traceId: 'trace-2' };
  const profile = await engine.profiles.default(actor, user.userId);
  if (factors.includes('pin')) await engine.factors.enrol(actor, profile, 'PIN', PIN);
  if (factors.includes('fingerprint')) await engine.deviceFingerprints.create(actor, profile, FINGERPRINT);
  if (factors.includes('phone')) await engine.phoneNumbers.create(APPLICATION, profile, PHONE_NUMBER);
  if (factors.includes('face')) await engine.factors.enrol(actor, profile, 'FACE_MAP', FACE_MAP);
  return { actor, profile };
}

export const LOW = { actionType: 'BALANCE__GET_STATEMENT', risk: 'low' } as const;
export const HIGH = {
  actionType: 'TRANSFER__FUND',
  risk: 'high',
  link: { transferId: 7, amount: '12.50', payee: 'Zoe' },
} as const;

/** Returns the ScaError that `work` rejects with. */
export async function rejection(work: Promise<unknown>): Promise<ScaError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ScaError) return error;
  throw error ?? new Error('The call did not reject.');
}

export async function expectError(work: Promise<unknown>, code: ScaErrorCode): Promise<void> {
  expect((await rejection(work)).code).toBe(code);
}
