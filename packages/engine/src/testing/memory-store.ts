import type { AuditEvent, Scope, Store, Transaction } from '../ports/index.ts';
import { memoryRepositories, openTables, type Tables, tablesOf } from './memory-repositories.ts';
import { WriteConflict } from './memory-table.ts';

/** A store in memory, for tests. */
export interface MemoryStore extends Store {
  /** The committed audit trail, oldest first. */
  readonly auditTrail: readonly AuditEvent[];
  /** Everything that is stored, as text: what a thief of the database would read. */
  dump(): string;
}

const MAX_ATTEMPTS = 20;

/**
 * Behaves as a database does: transactions of one scope run one after the other, those of different scopes
 * interleave, nobody sees uncommitted rows, a rejected transaction leaves no trace, and of two that change the same
 * row the second is repeated.
 */
export function memoryStore(): MemoryStore {
  const tables: Tables = tablesOf();
  const auditTrail: AuditEvent[] = [];
  const queues = new Map<string, Promise<unknown>>();

  async function attempt<T>(scope: Scope, writable: boolean, work: (tx: Transaction) => Promise<T>): Promise<T> {
    let open = true;
    const assertUsable = (): void => {
      if (!open) throw new Error('The transaction has ended');
    };
    const assertWritable = (): void => {
      if (!writable) throw new Error('A read does not write');
    };
    const views = openTables(tables, assertUsable, assertWritable);
    const events: AuditEvent[] = [];
    const tx: Transaction = {
      ...memoryRepositories(views),
      clockOffset: views.clients.get(scope.clientId)?.clockOffset ?? 0,
      audit: {
        async append(event) {
          assertUsable();
          assertWritable();
          events.push(structuredClone(event));
        },
      },
    };
    try {
      const answer = await work(tx);
      for (const view of Object.values(views)) view.check();
      for (const view of Object.values(views)) view.apply();
      auditTrail.push(...events);
      return answer;
    } finally {
      open = false;
    }
  }

  return {
    auditTrail,
    dump: () =>
      JSON.stringify([Object.entries(tables).map(([name, table]) => [name, [...table.committed]]), auditTrail]),
    read: (scope, work) => attempt(scope, false, work),
    transaction(scope, work) {
      const key = JSON.stringify([
        scope.clientId,
        'userId' in scope ? scope.userId : null,
        'profileId' in scope ? scope.profileId : null,
      ]);
      const run = async () => {
        for (let tries = 1; ; tries += 1) {
          try {
            return await attempt(scope, true, work);
          } catch (error) {
            if (!(error instanceof WriteConflict) || tries === MAX_ATTEMPTS) throw error;
          }
        }
      };
      const turn = (queues.get(key) ?? Promise.resolve()).then(run, run);
      queues.set(
        key,
        turn.catch(() => {}),
      );
      return turn;
    },
  };
}
