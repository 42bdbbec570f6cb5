import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '../src/database/database.ts';

/** Numbers of transactions. */
export interface Counts {
  reads: number;
  writes: number;
}

/** Wraps a database so that its transactions are counted. */
export function countTransactions(database: Database): { readonly counted: Database; readonly counts: Counts } {
  const counts: Counts = { reads: 0, writes: 0 };
  const counted: Database = {
    ...database,
    read(work) {
      counts.reads += 1;
      return database.read(work);
    },
    write(work) {
      counts.writes += 1;
      return database.write(work);
    },
  };
  return { counted, counts };
}

/** Runs `work` and counts the turns of the event loop meanwhile. */
export async function countTurns<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly turns: number }> {
  let [turns, running] = [0, true];
  const counting = (async () => {
    for (; running; turns += 1) await nextTurn();
  })();
  const result = await work();
  running = false;
  await counting;
  return { result, turns };
}
