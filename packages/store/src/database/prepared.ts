import { type Compilable, type CompiledQuery, PostgresAdapter } from 'kysely';
import type { Dialect, Queries } from './database.ts';

/** Stands for a value that is known only when the query runs. */
class Placeholder {
  readonly name: PropertyKey;

  constructor(name: PropertyKey) {
    this.name = name;
  }
}

/** Returns a placeholder that has the type of the value it stands for. */
export type Value<Values> = <Name extends keyof Values>(name: Name) => Values[Name];

/** Returns the placeholders of some values by name. */
export function valuesOf<Values, Name extends keyof Values>(
  names: readonly Name[],
  value: Value<Values>,
): Pick<Values, Name> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Pick<Values, Name>;
}

/** A query that is compiled already. */
export interface Prepared<Values, Row> {
  (db: Queries, values: Values): Promise<readonly Row[]>;
  /** Returns the text of the query with its values, without running it. */
  compile(db: Queries, values: Values): CompiledQuery;
}

export function dialectOf(db: Queries): Dialect {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite';
}

/**
 * Prepares a query of the request path: Kysely builds and compiles it once for each dialect instead of each time. A column whose
 * alias is `group:name` becomes the member `name` of the object `group` in the row.
 * @param build gets placeholders for the values. The text must not depend on them
 */
export function prepare<Values extends object, Row = never>(
  build: (db: Queries, value: Value<Values>, dialect: Dialect) => Compilable,
): Prepared<Values, Row> {
  const compiled: { [Name in Dialect]?: CompiledQuery } = {};
  const toRow = rowMapper();
  const compile = (db: Queries, values: Values): CompiledQuery => {
    const dialect = dialectOf(db);
    compiled[dialect] ??= build(db, (name) => new Placeholder(name) as never, dialect).compile();
    const { sql, query, queryId } = compiled[dialect];
    const parameters = compiled[dialect].parameters.map((parameter) =>
      parameter instanceof Placeholder ? values[parameter.name as keyof Values] : parameter,
    );
    return { sql, query, queryId, parameters };
  };
  const run = async (db: Queries, values: Values): Promise<readonly Row[]> => {
    const { rows } = await db.getExecutor().withoutPlugins().executeQuery(compile(db, values));
    return rows.map((row) => toRow(row as Readonly<Record<string, unknown>>) as Row);
  };
  return Object.assign(run, { compile });
}

/** Maps rows to camel case and groups. All rows have the columns of the first. */
function rowMapper(): (row: Readonly<Record<string, unknown>>) => unknown {
  let columns: readonly { readonly column: string; readonly group: string | undefined; readonly name: string }[] = [];
  let groups: readonly string[] = [];
  const read = (row: Readonly<Record<string, unknown>>): void => {
    columns = Object.keys(row).map((column) => {
      const [first = '', second] = camelCase(column).split(':');
      return second === undefined ? { column, group: undefined, name: first } : { column, group: first, name: second };
    });
    groups = [...new Set(columns.flatMap(({ group }) => group ?? []))];
  };
  return (row) => {
    if (columns.length === 0) read(row);
    const mapped: Record<string, unknown> = {};
    const nested: Record<string, Record<string, unknown>> = {};
    for (const group of groups) mapped[group] = nested[group] = {};
    for (const { column, group, name } of columns) {
      const target = group === undefined ? mapped : nested[group];
      if (target) target[name] = row[column];
    }
    return mapped;
  };
}

function camelCase(column: string): string {
  return column.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
