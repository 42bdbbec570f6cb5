import type { ProfileKey } from '@sca-kit/engine';

/** The profile that the router found. Its absence is a mistake in the description, not in the request. */
export function profileOf(profile: ProfileKey | null): ProfileKey {
  if (!profile) throw new TypeError('The operation acts on a profile, but the router found none.');
  return profile;
}
