import type { OperationDescriptor } from '@sca-kit/api';
import type { Engine, ProfileKey } from '@sca-kit/engine';
import type { Exchange, ExchangeWith } from '../router/exchange.ts';

/** Adds the profile that the request acts on: 404 when it is not the caller's. */
export async function authorise({
  operation,
  options,
  ...request
}: ExchangeWith<'caller' | 'actor' | 'loaded' | 'parameters'>): Promise<{ readonly profile: ProfileKey | null }> {
  return { profile: await findProfile(operation, request, options.engine.profiles) };
}

/**
 * Finds the profile that a user's request acts on: the one in the path, else the user's default profile (v1). Another
 * user's profile gets the same error as one that does not exist, so that nobody learns which profiles exist.
 * @throws ScaError `profile.not.found`
 */
export async function findProfile(
  operation: OperationDescriptor,
  { caller, actor, loaded, parameters }: Pick<Exchange, 'caller' | 'actor' | 'loaded' | 'parameters'>,
  profiles: Engine['profiles'],
): Promise<ProfileKey | null> {
  if (caller.userId === null || caller.kind !== 'user') return null;
  const { profileId } = parameters.path;
  if (typeof profileId === 'number') return profiles.resolve(actor, profileId, loaded);
  return actsOnDefaultProfile(operation) ? profiles.default(actor, caller.userId, loaded) : null;
}

/** Whether an operation without a profile in its path acts on the user's default profile. */
export function actsOnDefaultProfile({ sca, tag }: OperationDescriptor): boolean {
  return sca !== null || tag === 'User Security';
}
