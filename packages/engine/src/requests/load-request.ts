import type { Context } from '../context.ts';
import type { RequestRecords } from '../ports/index.ts';

/**
 * What a request presents, and what the store had of it when the request was authenticated. Pass it to the engine, which then
 * reads nothing twice. Whatever is changed is decided again under a lock.
 */
export interface LoadedRequest {
  readonly clientId: string;
  /** What was looked up beside the bearer token. */
  readonly profileId: number | 'default' | undefined;
  /** The text of the one-time token, and its digest. */
  readonly oneTimeToken: string | undefined;
  readonly tokenDigest: string | undefined;
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
  readonly records: RequestRecords;
}

/** What is to be looked up for a request. */
export interface RequestLookup {
  readonly clientId: string;
  /** Digest of the bearer token. */
  readonly accessToken?: string | undefined;
  readonly profileId?: number | 'default' | undefined;
  /** The text of the one-time token. */
  readonly oneTimeToken?: string | undefined;
}

/** Milliseconds. A caller who sends its body slowly must not use a session or a profile that is closed meanwhile. */
const MAX_AGE = 5_000;

/**
 * Looks up what a request presents, in one statement, unless it was loaded within the last five seconds.
 * @param loaded what was looked up when the request was authenticated
 */
export async function loadRequest(
  { store, keys, clock }: Pick<Context, 'store' | 'keys' | 'clock'>,
  lookup: RequestLookup,
  loaded?: LoadedRequest,
): Promise<LoadedRequest> {
  if (loaded && clock.now() - loaded.at < MAX_AGE && includes(loaded, lookup)) return loaded;
  const { clientId, accessToken, profileId, oneTimeToken } = lookup;
  const tokenDigest = oneTimeToken === undefined ? undefined : await keys.digest(oneTimeToken);
  const at = clock.now();
  const records = await store.load({ clientId, accessToken, profileId, oneTimeToken: tokenDigest });
  return { clientId, profileId, oneTimeToken, tokenDigest, at, records };
}

/** Whether the loaded request has what is to be looked up. Its factors are those of its profile, if it has one. */
function includes(loaded: LoadedRequest, { clientId, profileId, oneTimeToken }: RequestLookup): boolean {
  if (loaded.clientId !== clientId) return false;
  if (oneTimeToken !== undefined && loaded.oneTimeToken !== oneTimeToken) return false;
  const { profile, oneTimeToken: token } = loaded.records;
  if (profileId === undefined) return !profile || !token || token.profileId === profile.profileId;
  return profileId === (loaded.profileId === 'default' ? profile?.profileId : loaded.profileId);
}
