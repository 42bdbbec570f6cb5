import type { ProfileRecord, Scope } from '@sca-kit/engine';
import { type Selectable, sql } from 'kysely';
import { shardOf } from '../audit/chain.ts';
import type { Dialect, Queries } from '../database/database.ts';
import { prepare } from '../database/prepared.ts';
import type { Tables } from '../tables.ts';
import { columns, type Joined, PROFILE_COLUMNS, type ProfileRow, toProfile } from './records.ts';

type ChainHead = Selectable<Tables['auditChainHeads']>;

/** What a write transaction begins with. */
export interface LockedScope {
  /** Of the client in milliseconds, 0 if the client does not exist. */
  readonly clockOffset: number;
  /** The profile of a profile scope. */
  readonly profile: ProfileRecord | undefined;
  /** The head of the audit chain of the scope's user. */
  readonly chainHead: ChainHead | undefined;
}

const HEAD_COLUMNS = [
  'clientId',
  'shard',
  'sequence',
  'hash',
  'oldestAt',
  'mac',
  'checkpointSequence',
  'checkpointHash',
  'checkpointMac',
] as const;

interface ScopeValues {
  readonly clientId: string;
  readonly userId: number;
  readonly profileId: number;
  readonly shard: number;
}

interface ScopeRow {
  readonly clockOffset: number;
  readonly profile?: Joined<ProfileRow>;
  readonly head: Joined<ChainHead>;
}

/** Never negative, whatever the row says: a clock behind the system clock would write events that look old. */
const offsetIn = (row: { readonly clockOffset: number } | undefined): number => Math.max(0, row?.clockOffset ?? 0);

/** Reads the clock offset of a client in milliseconds, 0 if the client does not exist. */
export async function readClockOffset(db: Queries, clientId: string): Promise<number> {
  const row = await db.selectFrom('clients').select('clockOffset').where('clientId', '=', clientId).executeTakeFirst();
  return offsetIn(row);
}

/** A write transaction of SQLite has locked the file already. */
const readScope = prepare<ScopeValues, ScopeRow>((db, value) =>
  db
    .selectFrom('clients as client')
    .leftJoin('auditChainHeads as head', (join) =>
      join.onRef('head.clientId', '=', 'client.clientId').on('head.shard', '=', value('shard')),
    )
    .leftJoin('profiles as profile', (join) =>
      join
        .onRef('profile.clientId', '=', 'client.clientId')
        .on('profile.userId', '=', value('userId'))
        .on('profile.profileId', '=', value('profileId')),
    )
    .select('client.clockOffset')
    .select(columns('profile', PROFILE_COLUMNS))
    .select(columns('head', HEAD_COLUMNS))
    .where('client.clientId', '=', value('clientId')),
);

/**
 * Locks the row of the scope, then the chain head: counting the rows of the scope makes PostgreSQL lock them first, in every
 * transaction, so that two cannot deadlock. Both are read as the previous holder of the lock left them.
 */
function lockRows(table: 'profiles' | 'users' | 'clients') {
  return prepare<ScopeValues, ScopeRow>((db, value) => {
    const scope = db
      .with('locked', (cte) => {
        const ofClient = cte.selectFrom(table).where('clientId', '=', value('clientId'));
        const ofUser = table === 'clients' ? ofClient : ofClient.where(sql.ref('user_id'), '=', value('userId'));
        const ofProfile = table === 'profiles' ? ofUser.where(sql.ref('profile_id'), '=', value('profileId')) : ofUser;
        return ofProfile.selectAll().forUpdate();
      })
      .with('head', (cte) =>
        cte
          .selectFrom('auditChainHeads')
          .selectAll()
          .where('clientId', '=', value('clientId'))
          .where('shard', '=', value('shard'))
          .where(sql<boolean>`(select count(*) from locked) >= 0`)
          .forUpdate(),
      )
      .selectFrom('clients as client')
      .leftJoin('head', 'head.clientId', 'client.clientId')
      .select(['client.clockOffset', sql`(select count(*) from locked)`.as('locked')])
      .select(columns('head', HEAD_COLUMNS))
      .where('client.clientId', '=', value('clientId'));
    if (table !== 'profiles') return scope;
    return scope
      .leftJoin('locked as profile', 'profile.clientId', 'client.clientId')
      .select(PROFILE_COLUMNS.map((name) => sql.ref(`profile.${name}`).as(`profile:${name}`)));
  });
}

const lockProfile = lockRows('profiles');
const lockUser = lockRows('users');
const lockClient = lockRows('clients');

/**
 * Locks the row of the scope and the chain head of its user until the transaction ends, in one statement. A missing row locks
 * nothing.
 */
export async function lockScope(db: Queries, dialect: Dialect, scope: Scope): Promise<LockedScope> {
  const { clientId } = scope;
  const userId = 'userId' in scope ? scope.userId : 0;
  const shard = shardOf(userId);
  const profileId = 'profileId' in scope ? scope.profileId : 0;
  const lock = 'profileId' in scope ? lockProfile : 'userId' in scope ? lockUser : lockClient;
  const [row] = await (dialect === 'sqlite' ? readScope : lock)(db, { clientId, userId, profileId, shard });
  return {
    clockOffset: offsetIn(row),
    profile: row?.profile && row.profile.profileId !== null ? toProfile(row.profile) : undefined,
    chainHead: row && row.head.clientId !== null ? row.head : undefined,
  };
}
