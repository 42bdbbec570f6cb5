/** A request of a flow. `<<name>>` in path, headers and body stands for a value of the user, or one taken before. */
export interface Step {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The expected status. Any other makes the run invalid. */
  readonly status: number;
  /** Takes a value from the response, for the steps after it. */
  readonly take?:
    | { readonly name: string; readonly header: string }
    | { readonly name: string; readonly member: string };
}

/** Values of a user by name. */
export type User = Readonly<Record<string, string>>;

/** Runs flows as fast as the server responds. */
export interface FlowJob {
  readonly kind: 'flow';
  readonly url: string;
  readonly steps: readonly Step[];
  /** Taken in turn, one for each flow. */
  readonly users: readonly User[];
  readonly seconds: number;
  /** Flows of one step: ends after so many and not after `seconds`. */
  readonly amount?: number;
  /** Each runs one flow at a time. */
  readonly connections: number;
}

/** Sends one request at a fixed rate, whether or not earlier ones have returned. */
export interface PacedJob extends Pick<FlowJob, 'url' | 'users' | 'seconds'> {
  readonly kind: 'paced';
  readonly step: Step;
  readonly perSecond: number;
}

/** Sends `count` requests over one connection at once, and again when all have been responded to. Ignores the statuses. */
export interface FloodJob extends Pick<FlowJob, 'url' | 'users' | 'seconds'> {
  readonly kind: 'flood';
  readonly step: Step;
  readonly count: number;
}

export type Job = FlowJob | PacedJob | FloodJob;

export interface LoadResult {
  /** Completed flows, or completed requests. */
  readonly perSecond: number;
  /** Milliseconds: of each request of a `paced` job. */
  readonly latencies: readonly number[];
  /** Unexpected responses and errors, with their number: `POST /v2/…/verify returned 429`. */
  readonly failures: Readonly<Record<string, number>>;
}

/** Fills in the values of a user. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/<<(\w+)>>/g, (_, name: string) => values[name] ?? '');

/** `METHOD /path`, for messages. */
export const nameOf = ({ method, path }: Step): string => `${method} ${path.replace(/\?.*/, '')}`;

/** Returns a request with the values filled in. */
export function requestOf(
  { method, path, headers = {}, body }: Step,
  values: Readonly<Record<string, string>>,
): Pick<Step, 'method' | 'path' | 'headers' | 'body'> {
  return {
    method,
    path: fill(path, values),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value, values)])),
    ...(body === undefined ? {} : { body: fill(body, values) }),
  };
}

/** Reads the value that a step takes from its response. */
export function taken(
  take: NonNullable<Step['take']>,
  body: string,
  headers: Readonly<Record<string, string>>,
): string {
  if ('header' in take) {
    const found = Object.entries(headers).find(([name]) => name.toLowerCase() === take.header);
    return found?.[1] ?? '';
  }
  const value = take.member
    .split('.')
    .reduce<unknown>((parent, name) => (parent as Readonly<Record<string, unknown>>)?.[name], JSON.parse(body));
  return String(value);
}
