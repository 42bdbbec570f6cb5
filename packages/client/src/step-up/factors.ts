import { type FactorDescriptor, factorOperationIds, type OperationDescriptor, operationOf } from '@sca-kit/api';
import type { CallOptions, Calls } from '../types.ts';
import type { ChallengeType, OtpChallengeType } from './handlers.ts';

/** The token and profile of a challenge. */
export interface Target {
  readonly oneTimeToken: string;
  /** Selects the endpoints of the profile; `undefined` those of the user's default profile. */
  readonly profileId: number | undefined;
  readonly options: CallOptions;
}

/** Result of an untyped call. */
export interface CallResult {
  readonly error?: unknown;
  readonly response: Response;
}

interface Operation extends Pick<OperationDescriptor, 'operationId'> {
  readonly field: string | undefined;
  readonly hasProfile: boolean;
}

/** Returns the operations with an action by challenge type, those of a profile first. */
function operationsWith(action: FactorDescriptor['action']): ReadonlyMap<ChallengeType, readonly Operation[]> {
  const found = new Map<ChallengeType, readonly Operation[]>();
  for (const id of factorOperationIds) {
    const { operationId, path, factor } = operationOf(id);
    if (factor?.action !== action) continue;
    const operation = { operationId, field: factor.field, hasProfile: path.includes('{profileId}') };
    const previous = found.get(factor.type) ?? [];
    found.set(factor.type, operation.hasProfile ? [operation, ...previous] : [...previous, operation]);
  }
  return found;
}

const VERIFICATIONS = operationsWith('verify');
const TRIGGERS = operationsWith('trigger');

/** Challenge types with a verify operation. */
export const VERIFIABLE_TYPES: readonly ChallengeType[] = [...VERIFICATIONS.keys()].sort();

const at = (operations: ReadonlyMap<ChallengeType, readonly Operation[]>, type: ChallengeType, target: Target) =>
  operations.get(type)?.find(({ hasProfile }) => target.profileId !== undefined || !hasProfile);

/** Tells whether a challenge type can be verified for the target. */
export function isVerifiable(type: ChallengeType, target: Target): boolean {
  return at(VERIFICATIONS, type, target) !== undefined;
}

/** Verifies the secret of a challenge. */
export function verify(calls: Calls, target: Target, type: ChallengeType, secret: string): Promise<CallResult> {
  const operation = at(VERIFICATIONS, type, target);
  if (!operation) throw new TypeError(`No operation verifies ${type}.`);
  return send(calls, target, operation, { body: { [operation.field ?? '']: secret } });
}

/** Tells whether the API must send a code before the challenge can be verified. */
export function isOtp(type: ChallengeType): type is OtpChallengeType {
  return TRIGGERS.has(type);
}

/** Sends the code of a challenge. `sentTo` is the masked recipient. */
export async function trigger(
  calls: Calls,
  target: Target,
  type: OtpChallengeType,
): Promise<CallResult & { readonly sentTo: string }> {
  const operation = at(TRIGGERS, type, target);
  if (!operation) throw new TypeError(`No operation triggers ${type}.`);
  const sent = await send(calls, target, operation);
  return { ...sent, sentTo: String(sent.data?.[operation.field ?? ''] ?? '') };
}

interface AnyCallResult extends CallResult {
  readonly data?: Readonly<Record<string, unknown>>;
}

function send(calls: Calls, target: Target, operation: Operation, init: object = {}): Promise<AnyCallResult> {
  const { oneTimeToken, profileId, options } = target;
  const params = {
    header: { 'One-Time-Token': oneTimeToken },
    ...(operation.hasProfile && { path: { profileId } }),
  };
  // The operation is known only at run time, so the typed interface does not apply.
  const call = calls.call as unknown as (operationId: string, init: object) => Promise<AnyCallResult>;
  return call(operation.operationId, { ...options, ...init, params });
}
