import { type Selectable, sql } from 'kysely';
import type { RecordedWrite } from '../audit/recorded-write.ts';
import type { Database } from '../database/database.ts';
import { changed } from '../repositories/results.ts';
import { lockScope } from '../repositories/scope.ts';
import type { Tables } from '../tables.ts';
import type { JosePublicKeyRecord } from './records.ts';
import type { JosePublicKeyStore } from './stores.ts';

function toKey({ ordinal: _, ...row }: Selectable<Tables['josePublicKeys']>): JosePublicKeyRecord {
  return row;
}

export function josePublicKeyStore(database: Database, write: RecordedWrite): JosePublicKeyStore {
  return {
    insert: (key, event) =>
      write(event, async (db) => {
        await lockScope(db, database.dialect, { clientId: key.clientId });
        return changed(
          await db
            .insertInto('josePublicKeys')
            .values({
              ...key,
              ordinal: db
                .selectFrom('josePublicKeys')
                .select((it) => sql<number>`coalesce(${it.fn.max('ordinal')}, 0) + 1`.as('next'))
                .where('clientId', '=', key.clientId),
            })
            .onConflict((it) => it.doNothing())
            .executeTakeFirst(),
        );
      }),
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
