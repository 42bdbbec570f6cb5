import type { AuditEvent, Scope, Store, Transaction } from '../ports/index.ts';
import { memoryRecords, profileIn } from './memory-records.ts';
import { memoryRepositories } from './memory-repositories.ts';
import { memoryRequestLimits } from './memory-request-limits.ts';
import { WriteConflict } from './memory-table.ts';
import { openTables, type Tables, tablesOf } from './memory-tables.ts';

/** A store in memory. */
export interface MemoryStore extends Store {
  /** The committed audit events, oldest first. */
  readonly auditLog: readonly AuditEvent[];
  /** Returns all stored rows and audit events as text. */
  dump(): string;
}

const MAX_ATTEMPTS = 20;

/**
 * Creates a store in memory that behaves like a database: transactions with the same scope run one after the other, others
 * interleave, uncommitted rows are invisible, a rejected transaction changes nothing, and of two transactions that change the same
 * row the second runs again.
 * @example
 * const store = memoryStore();
 * const user = await store.read({ clientId: 'acme' }, (tx) => tx.users.findByEmail('acme', 'ann@example.com'));
 */
export function memoryStore(): MemoryStore {
  const tables: Tables = tablesOf();
  const auditLog: AuditEvent[] = [];
  const queues = new Map<string, Promise<unknown>>();

  async function attempt<T>(scope: Scope, writable: boolean, work: (tx: Transaction) => Promise<T>): Promise<T> {
    let open = true;
    const assertUsable = (): void => {
      if (!open) throw new Error('The transaction has ended.');
    };
    const assertWritable = (): void => {
      if (!writable) throw new Error('A read transaction cannot write.');
    };
    const views = openTables(tables, assertUsable, assertWritable);
    const events: AuditEvent[] = [];
    const tx: Transaction = {
      ...memoryRepositories(views),
      clockOffset: views.clients.get(scope.clientId)?.clockOffset ?? 0,
      profile: profileIn(views, scope),
      audit: {
        async append(event) {
          assertUsable();
          assertWritable();
          events.push(structuredClone(event));
        },
      },
    };
    try {
      const result = await work(tx);
      for (const view of Object.values(views)) view.check();
      for (const view of Object.values(views)) view.apply();
      auditLog.push(...events);
      return result;
    } finally {
      open = false;
    }
  }

  return {
    auditLog,
    requestLimits: memoryRequestLimits(),
    dump: () => JSON.stringify([Object.entries(tables).map(([name, table]) => [name, [...table.committed]]), auditLog]),
    read: (scope, work) => attempt(scope, false, work),
    load: async (presented) =>
      memoryRecords(
        openTables(
          tables,
          () => {},
          () => {},
        ),
        presented,
      ),
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
      const pending = (queues.get(key) ?? Promise.resolve()).then(run, run);
      queues.set(
        key,
        pending.catch(() => {}),
      );
      return pending;
    },
  };
}
