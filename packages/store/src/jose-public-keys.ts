import type { AuditEvent } from '@sca-kit/engine';
import { type Selectable, sql } from 'kysely';
import type { AuditedWrite } from './audit/audited-write.ts';
import type { Database, Queries } from './database/database.ts';
import { lockScope } from './repositories/scope.ts';
import type { JosePublicKeyRecord, Tables } from './tables.ts';

/** Keys that a client may have of one scope and algorithm, because `findNewest` reads all of them. */
export const JOSE_PUBLIC_KEY_LIMIT = 32;

/** Public keys that clients uploaded. The sweep deletes keys that are past their validity. */
export interface JosePublicKeyStore {
  /** `id-taken` if the client has a key of this id, `full` if it has `JOSE_PUBLIC_KEY_LIMIT` of the same use. */
  insert(key: JosePublicKeyRecord, event?: AuditEvent): Promise<'added' | 'id-taken' | 'full'>;
  find(clientId: string, keyId: string): Promise<JosePublicKeyRecord | undefined>;
  /** The newest key of a scope (and algorithm, if given) that is valid at `at`. */
  findNewest(
    clientId: string,
    scope: JosePublicKeyRecord['scope'],
    at: number,
    algorithm?: string,
  ): Promise<JosePublicKeyRecord | undefined>;
}

type Insertion = Awaited<ReturnType<JosePublicKeyStore['insert']>>;

function toKey({ ordinal: _, ...row }: Selectable<Tables['josePublicKeys']>): JosePublicKeyRecord {
  return row;
}

async function checkInsertion(
  db: Queries,
  { clientId, keyId, scope, algorithm }: JosePublicKeyRecord,
): Promise<Insertion> {
  const ofClient = db.selectFrom('josePublicKeys').where('clientId', '=', clientId);
  const taken = await ofClient.select('keyId').where('keyId', '=', keyId).executeTakeFirst();
  if (taken) return 'id-taken';
  const { keys } = await ofClient
    .where((eb) => eb.and({ scope, algorithm }))
    .select((eb) => eb.fn.countAll<number>().as('keys'))
    .executeTakeFirstOrThrow();
  return keys < JOSE_PUBLIC_KEY_LIMIT ? 'added' : 'full';
}

async function add(db: Queries, key: JosePublicKeyRecord): Promise<void> {
  await db
    .insertInto('josePublicKeys')
    .values({
      ...key,
      ordinal: db
        .selectFrom('josePublicKeys')
        .select((eb) => sql<number>`coalesce(${eb.fn.max('ordinal')}, 0) + 1`.as('next'))
        .where('clientId', '=', key.clientId),
    })
    .execute();
}

export function josePublicKeyStore(database: Database, write: AuditedWrite): JosePublicKeyStore {
  return {
    async insert(key, event) {
      let result: Insertion = 'added';
      await write(event, async (db) => {
        // Concurrent uploads of one client wait here, so that they do not exceed the limit together.
        await lockScope(db, database.dialect, { clientId: key.clientId });
        result = await checkInsertion(db, key);
        if (result === 'added') await add(db, key);
        return result === 'added';
      });
      return result;
    },
    find: (clientId, keyId) =>
      database.read(async (db) => {
        const row = await db
          .selectFrom('josePublicKeys')
          .selectAll()
          .where((eb) => eb.and({ clientId, keyId }))
          .executeTakeFirst();
        return row && toKey(row);
      }),
    findNewest: (clientId, scope, at, algorithm) =>
      database.read(async (db) => {
        const row = await db
          .selectFrom('josePublicKeys')
          .selectAll()
          .where((eb) => eb.and({ clientId, scope }))
          .where('validFrom', '<=', at)
          .where('validTill', '>', at)
          .$if(algorithm !== undefined, (query) => query.where('algorithm', '=', algorithm as string))
          .orderBy('ordinal', 'desc')
          .limit(1)
          .executeTakeFirst();
        return row && toKey(row);
      }),
  };
}
