/**
 * The distribution key of each table. One client may be a whole bank, so the client alone is a key only of small tables: of
 * clients and their public keys, which a distributed database copies to every node, and of the sandbox.
 */
export const DISTRIBUTION_KEYS: Readonly<Record<string, readonly [client: string, ...others: string[]]>> = {
  clients: ['client_id'],
  jose_public_keys: ['client_id'],
  inbox_messages: ['client_id'],
  simulated_responses: ['client_id'],
  users: ['client_id', 'user_id'],
  profiles: ['client_id', 'user_id'],
  access_tokens: ['client_id', 'user_id'],
  stored_secrets: ['client_id', 'user_id'],
  device_fingerprints: ['client_id', 'user_id'],
  phone_numbers: ['client_id', 'user_id'],
  one_time_tokens: ['client_id', 'user_id'],
  otp_codes: ['client_id', 'user_id'],
  sca_sessions: ['client_id', 'user_id'],
  authentication_factors: ['client_id', 'user_id'],
  factor_challenges: ['client_id', 'user_id'],
  transfers: ['client_id', 'user_id'],
  balances: ['client_id', 'user_id'],
  idempotency_records: ['client_id', 'key'],
  rate_limit_buckets: ['client_id', 'bucket'],
  rate_limit_hits: ['client_id', 'bucket'],
  request_limits: ['client_id', 'bucket'],
  audit_chain_heads: ['client_id', 'shard'],
  audit_events: ['client_id', 'shard'],
};

/** Columns that a row is found by when its key is not known, together with the client: each has an index of its own. */
const LOOKUPS: Readonly<Record<string, readonly string[]>> = {
  users: ['email'],
  profiles: ['profile_id'],
  access_tokens: ['digest'],
  phone_numbers: ['mac'],
  one_time_tokens: ['digest'],
  otp_codes: ['token_digest'],
  factor_challenges: ['challenge_id'],
  transfers: ['transfer_id'],
  balances: ['balance_id'],
};

/** Statements that no request waits for and that may ask every node. */
const MAINTENANCE: readonly RegExp[] = [
  // The sweep, and the migrations.
  /^delete from \w+ where (tat <= \S+ and )?\((\w+, )*\w+\) in \( ?select /,
  /^(create|alter|drop|pragma|begin|commit|rollback|start|set) ?/,
  /_before|kept_secrets|audit_heads|'failures:|^delete from sca_sessions$/,
  // Which audit chains retention prunes, which clients there are, and which keys the database belongs to.
  /^select client_id, shard from audit_chain_heads where oldest_at < \S+ order by/,
  /^select client_id from audit_chain_heads union select/,
  /^select \* from audit_chain_heads where shard = \S+ and \(mac !=/,
  // `audit verify` reads all chain heads of a client.
  /^select \* from audit_chain_heads where client_id = \S+ order by shard$/,
  // The sandbox: simulated responses to requests without credentials.
  /^(select target|delete) from simulated_responses where target = /,
];

interface Reference {
  readonly table: string;
  readonly alias: string;
}

/** A query without its subqueries. */
interface Scope {
  readonly text: string;
  readonly references: readonly Reference[];
}

const KEYWORD = /^(where|on|left|join|inner|order|limit|set|cross|union|group|values|for|returning|using|default)$/;

function referencesIn(text: string): readonly Reference[] {
  return [...text.matchAll(/\b(?:from|join|into|update) (\w+)(?: (?:as )?(\w+))?/g)].flatMap(([, table = '', alias]) =>
    table in DISTRIBUTION_KEYS ? [{ table, alias: alias === undefined || KEYWORD.test(alias) ? table : alias }] : [],
  );
}

/** Splits a statement into its queries: a subquery is a scope of its own. */
function scopesOf(statement: string): readonly Scope[] {
  const scopes: Scope[] = [];
  let text = statement;
  for (;;) {
    const [subquery, inner] = /\( ?((?:select|update|delete|insert) [^()]*)\)/.exec(text) ?? [];
    if (subquery !== undefined && inner !== undefined) {
      scopes.push({ text: inner, references: referencesIn(inner) });
      text = text.replace(subquery, '<query>');
      continue;
    }
    // What is left in parentheses are conditions, calls and lists.
    const flat = text.replace(/\(([^()]*)\)/, ' $1 ');
    if (flat === text) break;
    text = flat;
  }
  return [...scopes, { text, references: referencesIn(text) }];
}

/** How a query finds the rows of a table: `key` and `lookup` by values, `join` by what it found in another table. */
type Access = 'key' | 'lookup' | 'join' | 'none';

function accessOf({ text, references }: Scope, { table, alias }: Reference): Access {
  const own = references.every((other) => other.alias === alias) ? `(?<![\\w.])(?:${alias}\\.)?` : `\\b${alias}\\.`;
  const test = (pattern: string): boolean => new RegExp(pattern).test(text);
  const isValue = (column: string): boolean => test(`${own}${column} = (?:[?$:]|-?\\d|')`);
  const isInserted = (column: string): boolean => test(`insert into ${table}\\b[^?$:]*\\b${column}\\b`);
  const isJoined = (column: string): boolean =>
    test(`${own}${column} = (?:coalesce\\b|\\w+\\.)`) || test(`\\w+\\.${column} = ${alias}\\.${column}\\b`);
  const isJoinedTo = (column: string): boolean => test(`\\b${alias}\\.${column} = \\w+\\.`);
  const [client = '', ...others] = DISTRIBUTION_KEYS[table] ?? [];
  if ([client, ...others].every(isInserted)) return 'key';
  if (!isValue(client) && !isJoined(client)) return 'none';
  if (others.every(isValue)) return 'key';
  const lookups = LOOKUPS[table] ?? [];
  if (lookups.some(isValue)) return 'lookup';
  return others.every(isJoined) || lookups.some(isJoinedTo) ? 'join' : 'none';
}

/** How a statement uses the distribution keys. */
export interface StatementAccess {
  /** Tables that it touches without their key: every node would have to answer. */
  readonly unkeyed: readonly string[];
  /** Its first table, if it finds rows by rows of another table that may be on another node. */
  readonly joined: string | undefined;
}

/**
 * Statements that join across keys, by their first table: what a request presents, and a one-time token with the factors of its
 * profile. They save round trips on one PostgreSQL.
 */
const JOINED: readonly string[] = ['clients', 'one_time_tokens'];

/** Finds how a statement, as the driver gets it, uses the distribution keys. */
export function accessTo(sql: string): StatementAccess {
  // What an UPDATE sets says nothing about the rows that it finds.
  const statement = sql
    .replaceAll('"', '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^(update \w+) set .*? (?=where )/, '$1 ')
    .trim();
  if (MAINTENANCE.some((pattern) => pattern.test(statement))) return { unkeyed: [], joined: undefined };
  const found = scopesOf(statement).flatMap((scope) =>
    scope.references.map((reference) => ({ table: reference.table, scope, access: accessOf(scope, reference) })),
  );
  const isJoined = found.some(({ access }) => access === 'join');
  return {
    unkeyed: found.filter(({ access }) => access === 'none').map(({ table }) => table),
    joined: isJoined ? found.at(-1)?.scope.references[0]?.table : undefined,
  };
}

/** Adds an object for each statement of a run that breaks the rules of distribution: none, if the run keeps to them. */
export function distributionErrors(statements: Iterable<string>): readonly object[] {
  return [...statements].flatMap((statement) => {
    const { unkeyed, joined } = accessTo(statement);
    if (/\bnextval\b/i.test(statement)) return [{ statement, error: 'relies on a sequence' }];
    if (joined !== undefined && !JOINED.includes(joined)) return [{ statement, error: 'joins across keys' }];
    return unkeyed.length > 0 ? [{ statement, error: `touches ${unkeyed.join(', ')} without its key` }] : [];
  });
}
