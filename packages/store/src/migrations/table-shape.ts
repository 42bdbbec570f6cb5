import { type ColumnDataType, type Expression, type Kysely, sql } from 'kysely';
import type { Dialect } from '../database/database.ts';

/** `?` allows null. Integers have 64 bits. */
type ColumnType = 'text' | 'text?' | 'integer' | 'integer?';

/** The shape of a table, the same for both dialects. Names are snake case. */
export interface TableShape {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Primary key; the owner first, so that the schema can be distributed by it. */
  readonly key: readonly string[];
  readonly unique?: readonly (readonly string[])[];
  readonly indexes?: readonly (readonly string[])[];
  /** Rows of many kilobytes: SQLite then keeps them outside of the key's tree. */
  readonly wide?: boolean;
  /** Keeps a table of this name that exists already. */
  readonly ifNotExists?: boolean;
}

function dataType(type: ColumnType, dialect: Dialect): ColumnDataType | Expression<unknown> {
  if (type.startsWith('text')) return 'text';
  return dialect === 'sqlite' ? 'integer' : 'bigint';
}

/**
 * Creates a table with its constraints and indexes.
 * @example
 * await createTable(db, dialect, {
 *   name: 'notes',
 *   columns: { client_id: 'text', user_id: 'integer', note_id: 'integer', text: 'text?' },
 *   key: ['client_id', 'note_id'],
 *   indexes: [['client_id', 'user_id']],
 * });
 */
export async function createTable(db: Kysely<unknown>, dialect: Dialect, shape: TableShape): Promise<void> {
  let table = db.schema.createTable(shape.name);
  if (shape.ifNotExists) table = table.ifNotExists();
  for (const [column, type] of Object.entries(shape.columns)) {
    table = table.addColumn(column, dataType(type, dialect), (definition) =>
      type.endsWith('?') ? definition : definition.notNull(),
    );
  }
  table = table.addPrimaryKeyConstraint(`${shape.name}_key`, [...shape.key] as never[]);
  for (const columns of shape.unique ?? []) {
    table = table.addUniqueConstraint(`${shape.name}_one_${columns.at(-1)}`, [...columns] as never[]);
  }
  if (dialect === 'sqlite') table = table.modifyEnd(shape.wide ? sql`strict` : sql`strict, without rowid`);
  await table.execute();
  for (const columns of shape.indexes ?? []) {
    const index = db.schema.createIndex(`${shape.name}_by_${columns.join('_')}`).on(shape.name);
    await (shape.ifNotExists ? index.ifNotExists() : index).columns([...columns]).execute();
  }
}
