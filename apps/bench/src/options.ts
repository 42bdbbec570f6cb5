import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface Options {
  readonly quick: boolean;
  /** Names of benchmarks; empty for all. */
  readonly only: readonly string[];
  readonly json: string | null;
  readonly svg: string | null;
  readonly docs: boolean;
}

/** A command line that cannot be run. Its message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Reads the command line. Returns `help` when it asks for help.
 * @throws UsageError
 */
export function readOptions(args: readonly string[], names: readonly string[]): Options | 'help' {
  const values = parse(args);
  if (values.help) return 'help';
  const { quick = false, only = [], json, docs = false } = values;
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`There is no benchmark ${unknown}. The benchmarks are ${names.join(', ')}.`);
  if (docs && (quick || only.length > 0)) throw new UsageError('--docs needs a full run, without --quick and --only.');
  const svg = values.svg ?? (json === undefined ? null : `${json.replace(/\.json$/, '')}.svg`);
  return { quick, only, json: json ?? null, svg, docs };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        quick: { type: 'boolean' },
        only: { type: 'string', multiple: true },
        json: { type: 'string' },
        svg: { type: 'string' },
        docs: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
