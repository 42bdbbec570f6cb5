import type {
  AccessTokenRecord,
  ChallengeType,
  EnrolledFactors,
  OneTimeTokenRecord,
  OtpCodeRecord,
  PresentedIds,
  ProfileKey,
  ProfileRecord,
  RequestRecords,
  ScaSessionRecord,
  Slot,
  TokenLookup,
} from '@sca-kit/engine';
import { type AliasedRawBuilder, type RawBuilder, type Selectable, sql } from 'kysely';
import type { Dialect, Queries } from '../database/database.ts';
import { type Prepared, prepare } from '../database/prepared.ts';
import type { Tables } from '../tables.ts';

/** Columns of `alias`, each named `alias:column`. */
export function columns<Alias extends string, Column extends string>(
  alias: Alias,
  names: readonly Column[],
): `${Alias}.${Column} as ${Alias}:${Column}`[] {
  return names.map((name) => `${alias}.${name} as ${alias}:${name}` as const);
}

export const PROFILE_COLUMNS = [
  'clientId',
  'userId',
  'profileId',
  'type',
  'isDefault',
  'requiredFactors',
  'failedAttempts',
  'lockedUntil',
  'recentFailures',
  'createdAt',
] as const;

const TOKEN_COLUMNS = [
  'clientId',
  'userId',
  'profileId',
  'digest',
  'actionType',
  'risk',
  'linkDigest',
  'linkText',
  'slots',
  'requiredFactors',
  'createdAt',
  'expiresAt',
  'clearedAt',
  'approvedUntil',
  'consumedAt',
  'revokedAt',
  'version',
] as const;

const CODE_COLUMNS = [
  'clientId',
  'userId',
  'profileId',
  'tokenDigest',
  'channel',
  'mac',
  'createdAt',
  'expiresAt',
  'state',
] as const;

const ACCESS_TOKEN_COLUMNS = [
  'clientId',
  'digest',
  'kind',
  'userId',
  'createdAt',
  'expiresAt',
  'lastUsedAt',
  'steppedUpAt',
  'issuedDigest',
] as const;

const SESSION_COLUMNS = ['clientId', 'userId', 'profileId', 'openedAt', 'expiresAt'] as const;

/** A row of a left join, whose columns are all null when nothing was found. */
export type Joined<Row> = Row | { readonly [Column in keyof Row]: null };

export type ProfileRow = Selectable<Tables['profiles']>;
type TokenRow = Omit<Selectable<Tables['oneTimeTokens']>, 'keepUntil'>;

export function toProfile(row: ProfileRow): ProfileRecord {
  return { ...row, isDefault: row.isDefault === 1, recentFailures: JSON.parse(row.recentFailures) as number[] };
}

function toToken(row: TokenRow): OneTimeTokenRecord {
  return { ...row, slots: JSON.parse(row.slots) as Slot[] };
}

/** The rows of the factors of a profile as JSON: text on SQLite, parsed by the driver on PostgreSQL. */
type FactorColumns = { readonly [Table in keyof EnrolledFactors]: EnrolledFactors[Table] | string | null };

const NO_FACTORS: EnrolledFactors = { storedSecrets: [], deviceFingerprints: [], phoneNumbers: [] };

function toFactors(row: FactorColumns): EnrolledFactors {
  const parse = <Rows>(json: Rows | string | null): Rows =>
    (typeof json === 'string' ? JSON.parse(json) : (json ?? [])) as Rows;
  return {
    storedSecrets: parse(row.storedSecrets),
    deviceFingerprints: parse(row.deviceFingerprints),
    phoneNumbers: parse(row.phoneNumbers),
  };
}

interface Owner {
  readonly clientId: RawBuilder<unknown>;
  readonly userId: RawBuilder<unknown>;
  readonly profileId: RawBuilder<unknown>;
}

/**
 * Selects what the factors of a profile are stored in.
 * @param type the factor whose secret is selected
 */
function factorColumns(
  dialect: Dialect,
  { clientId, userId, profileId }: Owner,
  type: ChallengeType | null,
): readonly AliasedRawBuilder<string | null, keyof EnrolledFactors>[] {
  const [array, object] =
    dialect === 'postgres' ? ['json_agg', 'json_build_object'] : ['json_group_array', 'json_object'];
  const rows = (members: Readonly<Record<string, RawBuilder<unknown>>>, from: RawBuilder<unknown>) => {
    const pairs = Object.entries(members).flatMap(([name, column]) => [sql.lit(name), column]);
    return sql<
      string | null
    >`(select ${sql.raw(array ?? '')}(${sql.raw(object ?? '')}(${sql.join(pairs)})) from ${from})`;
  };
  const ofUser = sql`client_id = ${clientId} and user_id = ${userId}`;
  const ofProfile = sql`${ofUser} and profile_id = ${profileId}`;
  const column = sql.ref;
  const secret = type === null ? sql`null` : sql`case when factor = ${type} then secret end`;
  return [
    rows(
      { factor: column('factor'), createdAt: column('created_at'), secret },
      sql`stored_secrets where ${ofProfile}`,
    ).as('storedSecrets'),
    rows(
      { deviceFingerprintId: column('device_fingerprint_id'), mac: column('mac') },
      sql`device_fingerprints where ${ofProfile}`,
    ).as('deviceFingerprints'),
    rows(
      {
        clientId: column('client_id'),
        userId: column('user_id'),
        phoneNumberId: column('phone_number_id'),
        number: column('number'),
        mac: column('mac'),
        createdAt: column('created_at'),
      },
      sql`phone_numbers where ${ofUser}`,
    ).as('phoneNumbers'),
  ];
}

const selectFactors = prepare<ProfileKey, FactorColumns>((db, value, dialect) =>
  db.selectNoFrom([
    ...factorColumns(
      dialect,
      {
        clientId: sql`${value('clientId')}`,
        userId: sql`${value('userId')}`,
        profileId: sql`${value('profileId')}`,
      },
      null,
    ),
  ]),
);

/** Finds the factors of a profile. */
export async function findFactors(db: Queries, key: ProfileKey): Promise<EnrolledFactors> {
  const [row] = await selectFactors(db, key);
  return row ? toFactors(row) : NO_FACTORS;
}

const selectToken = prepare<
  { readonly clientId: string; readonly digest: string; readonly type: ChallengeType | null },
  FactorColumns & { readonly token: TokenRow; readonly code: Joined<OtpCodeRecord> }
>((db, value, dialect) =>
  db
    .selectFrom('oneTimeTokens as token')
    .leftJoin('otpCodes as code', (join) =>
      join
        .onRef('code.clientId', '=', 'token.clientId')
        .onRef('code.tokenDigest', '=', 'token.digest')
        .on('code.channel', '=', value('type')),
    )
    .select(columns('token', TOKEN_COLUMNS))
    .select(columns('code', CODE_COLUMNS))
    .select([
      ...factorColumns(
        dialect,
        { clientId: sql`token.client_id`, userId: sql`token.user_id`, profileId: sql`token.profile_id` },
        value('type'),
      ),
    ])
    .where('token.clientId', '=', value('clientId'))
    .where('token.digest', '=', value('digest')),
);

/** Finds a one-time token with what an attempt of one type is decided by. */
export async function lookUpToken(
  db: Queries,
  clientId: string,
  digest: string,
  type?: ChallengeType,
): Promise<TokenLookup> {
  const [row] = await selectToken(db, { clientId, digest, type: type ?? null });
  if (!row) return { token: undefined, factors: NO_FACTORS, otpCode: undefined };
  return {
    token: toToken(row.token),
    factors: toFactors(row),
    otpCode: row.code.mac === null ? undefined : row.code,
  };
}

interface LoadValues {
  readonly clientId: string;
  readonly accessToken: string | null;
  readonly profileId: number | null;
  readonly oneTimeToken: string | null;
}

interface LoadRow extends FactorColumns {
  readonly clockOffset: number;
  readonly apiKeyDigest: string | null;
  readonly bearer: Joined<AccessTokenRecord>;
  readonly profile: Joined<ProfileRow>;
  readonly session: Joined<ScaSessionRecord>;
  readonly token: Joined<TokenRow>;
  readonly simulated: number | boolean;
}

/** @param isDefault whether the profile is the default profile of the access token's user */
function selectRequest(isDefault: boolean, simulatedResponses: string | undefined): Prepared<LoadValues, LoadRow> {
  return prepare<LoadValues, LoadRow>((db, value, dialect) =>
    db
      .selectFrom('clients as client')
      .leftJoin('accessTokens as bearer', (join) =>
        join.onRef('bearer.clientId', '=', 'client.clientId').on('bearer.digest', '=', value('accessToken')),
      )
      .leftJoin('oneTimeTokens as token', (join) =>
        join.onRef('token.clientId', '=', 'client.clientId').on('token.digest', '=', value('oneTimeToken')),
      )
      .leftJoin('profiles as profile', (join) => {
        const ofClient = join.onRef('profile.clientId', '=', 'client.clientId');
        return isDefault
          ? ofClient.onRef('profile.userId', '=', 'bearer.userId').on('profile.isDefault', '=', 1)
          : ofClient.on('profile.profileId', '=', value('profileId'));
      })
      .leftJoin('scaSessions as session', (join) =>
        join
          .onRef('session.clientId', '=', 'profile.clientId')
          .onRef('session.userId', '=', 'profile.userId')
          .onRef('session.profileId', '=', 'profile.profileId'),
      )
      .select(['client.clockOffset', 'client.apiKeyDigest'])
      .select(columns('bearer', ACCESS_TOKEN_COLUMNS))
      .select(columns('profile', PROFILE_COLUMNS))
      .select(columns('session', SESSION_COLUMNS))
      .select(columns('token', TOKEN_COLUMNS))
      .select([
        ...factorColumns(
          dialect,
          {
            clientId: sql`client.client_id`,
            userId: sql`coalesce(profile.user_id, token.user_id)`,
            profileId: sql`coalesce(profile.profile_id, token.profile_id)`,
          },
          null,
        ),
        (simulatedResponses === undefined
          ? sql<boolean>`true`
          : sql<boolean>`exists (select 1 from ${sql.table(simulatedResponses)} where client_id = client.client_id)`
        ).as('simulated'),
      ])
      .where('client.clientId', '=', value('clientId')),
  );
}

/**
 * Creates the query that looks up everything a request presents.
 * @param simulatedResponses the table of simulated responses; without one, any client may have some
 */
export function requestLoader(
  simulatedResponses: string | undefined,
): (db: Queries, presented: PresentedIds) => Promise<RequestRecords> {
  const byId = selectRequest(false, simulatedResponses);
  const byDefault = selectRequest(true, simulatedResponses);
  return async (db, { clientId, accessToken = null, profileId, oneTimeToken = null }) => {
    const values = { clientId, accessToken, oneTimeToken, profileId: typeof profileId === 'number' ? profileId : null };
    const [row] = await (profileId === 'default' ? byDefault : byId)(db, values);
    if (!row) return NOTHING;
    const { clockOffset, apiKeyDigest, bearer, profile, session, token, simulated } = row;
    return {
      clockOffset: Math.max(0, clockOffset),
      apiKeyDigest,
      accessToken: bearer.digest === null ? undefined : bearer,
      profile: profile.profileId === null ? undefined : toProfile(profile),
      session: session.profileId === null ? undefined : session,
      oneTimeToken: token.digest === null ? undefined : toToken(token),
      factors: toFactors(row),
      simulated: Boolean(simulated),
    };
  };
}

/** The records of a client that does not exist. */
const NOTHING: RequestRecords = {
  clockOffset: 0,
  apiKeyDigest: null,
  accessToken: undefined,
  profile: undefined,
  session: undefined,
  oneTimeToken: undefined,
  factors: NO_FACTORS,
  simulated: false,
};
