import type {
  ChallengeType,
  EnrolledFactors,
  PresentedIds,
  ProfileKey,
  ProfileRecord,
  RequestRecords,
  Scope,
} from '../ports/index.ts';
import { isOfProfile, isOfUser, keyOf, profileKey, type Views } from './memory-tables.ts';

export const NO_FACTORS: EnrolledFactors = { storedSecrets: [], deviceFingerprints: [], phoneNumbers: [] };

export function factorsOf(views: Views, key: ProfileKey, type?: ChallengeType): EnrolledFactors {
  return {
    storedSecrets: views.storedSecrets
      .rows()
      .filter(isOfProfile(key))
      .map(({ factor, createdAt, secret }) => ({ factor, createdAt, secret: factor === type ? secret : null })),
    deviceFingerprints: views.deviceFingerprints.rows().filter(isOfProfile(key)),
    phoneNumbers: views.phoneNumbers.rows().filter(isOfUser(key)),
  };
}

/** The profile of a scope. */
export function profileIn({ profiles }: Views, scope: Scope): ProfileRecord | undefined {
  if (!('profileId' in scope)) return undefined;
  const row = profiles.get(keyOf(scope.clientId, scope.profileId));
  return row?.userId === scope.userId ? row : undefined;
}

/** Looks up what a request presents. */
export function memoryRecords(
  views: Views,
  { clientId, accessToken, profileId, oneTimeToken }: PresentedIds,
): RequestRecords {
  const client = views.clients.get(clientId);
  const bearer = accessToken === undefined ? undefined : views.accessTokens.get(keyOf(clientId, accessToken));
  const token = oneTimeToken === undefined ? undefined : views.oneTimeTokens.get(keyOf(clientId, oneTimeToken));
  const isDefault = (row: ProfileRecord): boolean => row.isDefault && row.userId === bearer?.userId;
  const profile =
    profileId === 'default'
      ? views.profiles.rows().find((row) => row.clientId === clientId && isDefault(row))
      : views.profiles.get(keyOf(clientId, profileId ?? 0));
  const owner = profile ?? token;
  return {
    clockOffset: client?.clockOffset ?? 0,
    apiKeyDigest: client?.apiKeyDigest ?? null,
    accessToken: bearer,
    profile,
    session: profile && views.scaSessions.get(profileKey(profile)),
    oneTimeToken: token,
    factors: owner ? factorsOf(views, owner) : NO_FACTORS,
    simulated: true,
  };
}
