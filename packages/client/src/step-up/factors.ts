import { type FactorDescriptor, factorOperationIds, type OperationDescriptor, operationOf } from '@sca-kit/api';
import type { CallOptions, Calls } from '../types.ts';
import type { ChallengeType, OtpChallengeType } from './handlers.ts';

/** Where a challenge is cleared. */
export interface Target {
  readonly oneTimeToken: string;
  /** With it the endpoints of the profile are used, without it those of the user's default profile. */
  readonly profileId: number | undefined;
  readonly options: CallOptions;
}

/** The part of an answer that matters here. */
export interface Outcome {
  readonly error?: unknown;
  readonly response: Response;
}

interface Operation extends Pick<OperationDescriptor, 'operationId'> {
  readonly field: string | undefined;
  readonly namesProfile: boolean;
}

/** The operations that do something for a kind of challenge, those of a profile first. */
function operationsThat(action: FactorDescriptor['action']): ReadonlyMap<ChallengeType, readonly Operation[]> {
  const found = new Map<ChallengeType, readonly Operation[]>();
  for (const id of factorOperationIds) {
    const { operationId, path, factor } = operationOf(id);
    if (factor?.action !== action) continue;
    const operation = { operationId, field: factor.field, namesProfile: path.includes('{profileId}') };
    const others = found.get(factor.type) ?? [];
    found.set(factor.type, operation.namesProfile ? [operation, ...others] : [...others, operation]);
  }
  return found;
}

const VERIFICATIONS = operationsThat('verify');
const TRIGGERS = operationsThat('trigger');

/** The challenges that the API takes an answer to. */
export const VERIFIABLE_TYPES: readonly ChallengeType[] = [...VERIFICATIONS.keys()].sort();

const at = (operations: ReadonlyMap<ChallengeType, readonly Operation[]>, type: ChallengeType, target: Target) =>
  operations.get(type)?.find(({ namesProfile }) => target.profileId !== undefined || !namesProfile);

/** Whether the API takes an answer to the challenge here. */
export function isVerifiable(type: ChallengeType, target: Target): boolean {
  return at(VERIFICATIONS, type, target) !== undefined;
}

/** Hands in the answer to a challenge that is verifiable. */
export function verify(calls: Calls, target: Target, type: ChallengeType, secret: string): Promise<Outcome> {
  const operation = at(VERIFICATIONS, type, target);
  if (!operation) throw new TypeError(`Nothing verifies ${type}`);
  return send(calls, target, operation, { body: { [operation.field ?? '']: secret } });
}

/** Whether the API has to send a code before the challenge can be answered. */
export function isOtp(type: ChallengeType): type is OtpChallengeType {
  return TRIGGERS.has(type);
}

/** Has the code of a challenge sent; `sentTo` tells where it went, masked. */
export async function trigger(
  calls: Calls,
  target: Target,
  type: OtpChallengeType,
): Promise<Outcome & { readonly sentTo: string }> {
  const operation = at(TRIGGERS, type, target);
  if (!operation) throw new TypeError(`Nothing triggers ${type}`);
  const sent = await send(calls, target, operation);
  return { ...sent, sentTo: String(sent.data?.[operation.field ?? ''] ?? '') };
}

interface AnyOutcome extends Outcome {
  readonly data?: Readonly<Record<string, unknown>>;
}

function send(calls: Calls, target: Target, operation: Operation, init: object = {}): Promise<AnyOutcome> {
  const { oneTimeToken, profileId, options } = target;
  const params = {
    header: { 'One-Time-Token': oneTimeToken },
    ...(operation.namesProfile && { path: { profileId } }),
  };
  // Which operation it is shows only now, so the types of the API end here.
  const call = calls.call as unknown as (operationId: string, init: object) => Promise<AnyOutcome>;
  return call(operation.operationId, { ...options, ...init, params });
}
