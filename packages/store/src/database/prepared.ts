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

/** Runs a query that is compiled already. */
export type Prepared<Values, Row> = (db: Queries, values: Values) => Promise<readonly Row[]>;

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
  return async (db, values) => {
    const executor = db.getExecutor();
    const dialect = executor.adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite';
    compiled[dialect] ??= build(db, (name) => new Placeholder(name) as never, dialect).compile();
    const { sql, query, queryId, parameters } = compiled[dialect];
    const filled = parameters.map((parameter) =>
      parameter instanceof Placeholder ? values[parameter.name as keyof Values] : parameter,
    );
    const result = await executor.withoutPlugins().executeQuery({ sql, query, queryId, parameters: filled });
    return result.rows.map((row) => toRow(row as Readonly<Record<string, unknown>>) as Row);
  };
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
