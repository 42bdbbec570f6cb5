import type { OperationDescriptor } from '@sca-kit/api';
import type { Actor, Engine, ProfileKey } from '@sca-kit/engine';
import type { Caller } from '../caller.ts';
import type { Parameters } from './validate.ts';

/**
 * Finds the profile that a user's request acts on: the one in the path, else the user's default profile (v1). Another
 * user's profile is answered like one that does not exist, since anything else would tell that it exists.
 * @throws ScaError `profile.not.found`
 */
export async function authorise(
  operation: OperationDescriptor,
  { caller, actor, parameters }: { readonly caller: Caller; readonly actor: Actor; readonly parameters: Parameters },
  profiles: Engine['profiles'],
): Promise<ProfileKey | null> {
  if (caller.userId === null || caller.kind !== 'user') return null;
  const { profileId } = parameters.path;
  if (typeof profileId === 'number') return profiles.resolve(actor, profileId);
  return operation.sca === null && operation.tag !== 'User Security' ? null : profiles.default(actor, caller.userId);
}
