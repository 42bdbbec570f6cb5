import type { ProfileKey } from '@sca-kit/engine';

/** Returns the profile that the router found. Throws when there is none, which is an error in the OpenAPI document. */
export function requireProfile(profile: ProfileKey | null): ProfileKey {
  if (!profile) throw new TypeError('The operation acts on a profile, but the router found none.');
  return profile;
}
