import { setImmediate as breath } from 'node:timers/promises';
import type { Database } from '../database/database.ts';
import { readClockOffset } from '../repositories/scope.ts';
import { anchorMac } from './chain.ts';
import { lockHead } from './log.ts';

/** Events that a transaction takes at most. */
const PAGE = 500;

/** Clients that a round takes at most, of those on the system's clock and of those ahead of it. */
const CLIENTS = 100;

/** Clients with an event before the time on their clock: no others, however many there are. */
async function clientsToPrune(database: Database, before: number): Promise<ReadonlySet<string>> {
  return await database.read(async (db) => {
    const overdue = await db
      .selectFrom('auditHeads')
      .select('clientId')
      .where('oldestAt', '<', before)
      .orderBy('oldestAt')
      .limit(CLIENTS)
      .execute();
    // The cross join makes SQLite start at those few clients.
    const ahead = await db
      .selectFrom('clients')
      .crossJoin('auditHeads')
      .select('auditHeads.clientId')
      .where('clients.clockOffset', '>', 0)
      .whereRef('auditHeads.clientId', '=', 'clients.clientId')
      .where((it) => it('auditHeads.oldestAt', '<', it('clients.clockOffset', '+', before)))
      .limit(CLIENTS)
      .execute();
    return new Set([...overdue, ...ahead].map((row) => row.clientId));
  });
}

/** One bounded step of retention; answers how many events it took. */
async function pruneSome(database: Database, auditKey: Uint8Array, clientId: string, before: number): Promise<number> {
  return await database.write(async (db) => {
    const cut = before + (await readClockOffset(db, clientId));
    const head = await lockHead(db, database.dialect, clientId);
    const rows = await db
      .selectFrom('auditEvents')
      .select(['sequence', 'hash', 'at'])
      .where('clientId', '=', clientId)
      .where('sequence', '>', head.anchorSequence)
      .orderBy('sequence')
      .limit(PAGE + 1)
      .execute();
    const kept = rows.findIndex((row) => row.at >= cut);
    const gone = rows.slice(0, kept === -1 ? PAGE : Math.min(kept, PAGE));
    const last = gone.at(-1);
    if (last) {
      const { sequence, hash } = last;
      await db.deleteFrom('auditEvents').where('clientId', '=', clientId).where('sequence', '<=', sequence).execute();
      const anchor = { anchorSequence: sequence, anchorHash: hash };
      await db
        .updateTable('auditHeads')
        .set({ ...anchor, anchorMac: anchorMac(auditKey, clientId, sequence, hash) })
        .where('clientId', '=', clientId)
        .execute();
    }
    // Also when nothing went: what somebody deleted by hand must not be looked for in every round.
    const oldestAt = rows[gone.length]?.at ?? null;
    await db.updateTable('auditHeads').set({ oldestAt }).where('clientId', '=', clientId).execute();
    return gone.length;
  });
}

/** One bounded round of retention over the clients that it concerns; answers how many events it took. */
export async function pruneTrails(database: Database, auditKey: Uint8Array, before: number): Promise<number> {
  let pruned = 0;
  for (const clientId of await clientsToPrune(database, before)) {
    let gone: number;
    do {
      gone = await pruneSome(database, auditKey, clientId, before);
      pruned += gone;
      await breath();
    } while (gone === PAGE);
  }
  return pruned;
}
