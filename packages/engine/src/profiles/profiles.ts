import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { ScaError } from '../errors.ts';
import type { ProfileKey, ProfileRecord, UserKey } from '../ports/index.ts';
import { type LoadedRequest, loadRequest } from '../requests/load-request.ts';

export interface Profiles {
  /** @throws ScaError `profile.not.found`, also when the profile is another user's */
  resolve(actor: Actor, profileId: number, loaded?: LoadedRequest): Promise<ProfileKey>;
  /** The user's default profile. @throws ScaError `user.not.found`, also when the actor is another user */
  default(actor: Actor, userId: number, loaded?: LoadedRequest): Promise<ProfileKey>;
  /** Default profile first. @throws ScaError `user.not.found`, also when the actor is another user */
  list(actor: Actor, userId: number): Promise<readonly ProfileRecord[]>;
}

export function createProfiles(context: Context): Profiles {
  const { store } = context;
  const profilesOf = async ({ clientId, userId: actorId }: Actor, userId: number) => {
    const key: UserKey = { clientId, userId };
    const profiles =
      actorId === null || actorId === userId ? await store.read(key, (tx) => tx.profiles.listByUser(key)) : [];
    if (profiles.length === 0) throw new ScaError('user.not.found');
    return profiles;
  };
  return {
    async resolve({ clientId, userId }, profileId, loaded) {
      const { records } = await loadRequest(context, { clientId, profileId }, loaded);
      const { profile } = records;
      if (!profile || (userId !== null && profile.userId !== userId)) {
        throw new ScaError('profile.not.found');
      }
      return keyOf(profile);
    },
    async default(actor, userId, loaded) {
      const isLoaded = loaded?.profileId === 'default' && actor.userId === userId;
      const profiles = isLoaded ? [loaded.records.profile] : await profilesOf(actor, userId);
      const profile = profiles.find((candidate) => candidate?.isDefault);
      if (!profile) throw new ScaError('user.not.found', { message: 'The user has no profile.' });
      return keyOf(profile);
    },
    list: profilesOf,
  };
}

function keyOf({ clientId, userId, profileId }: ProfileRecord): ProfileKey {
  return { clientId, userId, profileId };
}
