import { type Selectable, sql } from 'kysely';
import type { AuditedWrite } from '../audit/audited-write.ts';
import type { Database, Queries } from '../database/database.ts';
import { lockScope } from '../repositories/scope.ts';
import type { Tables } from '../tables.ts';
import type { JosePublicKeyRecord } from './records.ts';
import type { JosePublicKeyStore } from './stores.ts';

/** Keys that a client may have for a scope and an algorithm at once. Each costs whoever looks for the newest. */
export const JOSE_PUBLIC_KEY_LIMIT = 32;

type Insertion = Awaited<ReturnType<JosePublicKeyStore['insert']>>;

function toKey({ ordinal: _, ...row }: Selectable<Tables['josePublicKeys']>): JosePublicKeyRecord {
  return row;
}

async function judge(db: Queries, { clientId, keyId, scope, algorithm }: JosePublicKeyRecord): Promise<Insertion> {
  const ofClient = db.selectFrom('josePublicKeys').where('clientId', '=', clientId);
  const taken = await ofClient.select('keyId').where('keyId', '=', keyId).executeTakeFirst();
  if (taken) return 'id-taken';
  const { keys } = await ofClient
    .where('scope', '=', scope)
    .where('algorithm', '=', algorithm)
    .select((it) => it.fn.countAll<number>().as('keys'))
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
        .select((it) => sql<number>`coalesce(${it.fn.max('ordinal')}, 0) + 1`.as('next'))
        .where('clientId', '=', key.clientId),
    })
    .execute();
}

export function josePublicKeyStore(database: Database, write: AuditedWrite): JosePublicKeyStore {
  return {
    async insert(key, event) {
      let answer: Insertion = 'added';
      await write(event, async (db) => {
        // Whoever counts holds the client: of uploads at once none takes a place that another has taken.
        await lockScope(db, database.dialect, { clientId: key.clientId });
        answer = await judge(db, key);
        if (answer === 'added') await add(db, key);
        return answer === 'added';
      });
      return answer;
    },
    find: (clientId, keyId) =>
      database.read(async (db) => {
        const row = await db
          .selectFrom('josePublicKeys')
          .selectAll()
          .where('clientId', '=', clientId)
          .where('keyId', '=', keyId)
          .executeTakeFirst();
        return row && toKey(row);
      }),
    findNewest: (clientId, scope, at, algorithm) =>
      database.read(async (db) => {
        const row = await db
          .selectFrom('josePublicKeys')
          .selectAll()
          .where('clientId', '=', clientId)
          .where('scope', '=', scope)
          .where('validFrom', '<=', at)
          .where('validTill', '>', at)
          .$if(algorithm !== undefined, (it) => it.where('algorithm', '=', algorithm as string))
          .orderBy('ordinal', 'desc')
          .limit(1)
          .executeTakeFirst();
        return row && toKey(row);
      }),
  };
}
