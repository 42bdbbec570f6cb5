/** Thrown at commit when another transaction has changed a row that this one read. The store runs the work again. */
export class WriteConflict extends Error {}

/** The rows of a table as one transaction sees them. Its writes are invisible to others until they are committed. */
export interface TableView<Row> {
  get(key: string): Row | undefined;
  set(key: string, row: Row): void;
  /** Returns `false` when the key exists. */
  insert(key: string, row: Row): boolean;
  delete(key: string): boolean;
  rows(): Row[];
}

interface Pending<Row> {
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

export interface Commitable {
  /** @throws WriteConflict */
  check(): void;
  apply(): void;
}

export class MemoryTable<Row> {
  readonly committed: Map<string, Row> = new Map();

  /** A view for one transaction; `assertWritable` runs before each write. */
  open(assertUsable: () => void, assertWritable: () => void): TableView<Row> & Commitable {
    const committed = this.committed;
    const pending = new Map<string, Pending<Row>>();
    const firstSeen = new Map<string, Row | undefined>();
    const seen = (key: string): Row | undefined => {
      if (!firstSeen.has(key)) firstSeen.set(key, committed.get(key));
      return firstSeen.get(key);
    };
    const get = (key: string): Row | undefined => {
      assertUsable();
      const own = pending.get(key);
      return own ? own.after : seen(key);
    };
    const write = (key: string, after: Row | undefined): void => {
      assertUsable();
      assertWritable();
      pending.set(key, { before: seen(key), after });
    };
    return {
      get,
      set: write,
      insert(key, row) {
        if (get(key) !== undefined) return false;
        write(key, row);
        return true;
      },
      delete(key) {
        if (get(key) === undefined) return false;
        write(key, undefined);
        return true;
      },
      rows() {
        assertUsable();
        const keys = new Set([...committed.keys(), ...pending.keys()]);
        return [...keys].map(get).filter((row) => row !== undefined);
      },
      check() {
        for (const [key, { before }] of pending) if (committed.get(key) !== before) throw new WriteConflict();
      },
      apply() {
        for (const [key, { after }] of pending) {
          if (after === undefined) committed.delete(key);
          else committed.set(key, after);
        }
      },
    };
  }
}
