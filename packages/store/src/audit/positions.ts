import type { Queries } from '../database/database.ts';
import { type AuditEntry, SHARDS } from './chain.ts';
import { entriesAfter } from './entries.ts';

/** An entry with the position to continue from. */
export interface ListedEntry extends AuditEntry {
  /** Of this entry and the ones before it: `shard:sequence` of each chain, separated by commas. */
  readonly position: string;
}

/** The last sequence that was read of each chain. */
type Position = ReadonlyMap<number, number>;

/** Formats a position; `0` is the begin. */
export function formatPosition(position: Position): string {
  const ordered = [...position].filter(([, sequence]) => sequence > 0).sort(([a], [b]) => a - b);
  return ordered.map(([shard, sequence]) => `${shard}:${sequence}`).join() || '0';
}

function parsePosition(text: string): Map<number, number> {
  if (text === '0') return new Map();
  return new Map(
    text.split(',').map((part) => {
      const [, shard, sequence] = /^(\d{1,2}):(\d{1,16})$/.exec(part) ?? [];
      if (sequence === undefined) throw new TypeError(`'${text}' is not a position of an audit log.`);
      return [Number(shard), Number(sequence)];
    }),
  );
}

/** The newest event of each chain of a client, in one statement that reads one row of each. */
export async function ends(db: Queries, clientId: string): Promise<Position> {
  const row = await db
    .selectNoFrom((eb) =>
      Array.from({ length: SHARDS }, (_, shard) =>
        eb
          .selectFrom('auditEvents')
          .select(({ fn }) => fn.max('sequence').as('newest'))
          .where((of) => of.and({ clientId, shard }))
          .as(`chain${shard}`),
      ),
    )
    .executeTakeFirstOrThrow();
  return new Map(Object.values(row).map((newest, shard) => [shard, newest ?? 0]));
}

/** Reads entries of all chains of a client after a position. */
export async function entriesAfterPosition(
  db: Queries,
  clientId: string,
  after: string,
  limit: number,
): Promise<ListedEntry[]> {
  const position = parsePosition(after);
  const chains: AuditEntry[][] = [];
  for (const [shard, sequence] of await ends(db, clientId)) {
    const read = position.get(shard) ?? 0;
    if (sequence > read) chains.push(await entriesAfter(db, { clientId, shard }, read, limit));
  }
  const listed: ListedEntry[] = [];
  while (listed.length < limit) {
    const [first] = chains
      .filter((chain) => chain.length > 0)
      .sort(([a], [b]) => (a?.event.at ?? 0) - (b?.event.at ?? 0));
    const entry = first?.shift();
    if (!entry) break;
    position.set(entry.shard, entry.sequence);
    listed.push({ ...entry, position: formatPosition(position) });
  }
  return listed;
}
