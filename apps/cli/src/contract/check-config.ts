import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Command, InvalidArgumentError } from 'commander';
import { CannotRunError } from '../exit.ts';

const FILES = ['sca-kit.config.ts', 'sca-kit.config.json'] as const;

/**
 * Adds the values of the configuration file to the options of a command: of the one that is named, else of the one in the
 * working folder. Options win.
 * @throws CannotRunError when the file cannot be read, or has an unknown name or an invalid value
 */
export async function withConfig<Options extends { readonly config?: string }>(
  options: Options,
  command: Command,
): Promise<Options> {
  const name = options.config ?? FILES.find((each) => existsSync(each));
  if (name === undefined) return options;
  const config = await readConfig(name);
  const entries = Object.entries(config).flatMap(([key, value]): [string, unknown][] => {
    const option = command.options.find((each) => each.attributeName() === key);
    if (!option) throw new CannotRunError(`${name}: ${key} is not an option of ${command.name()}. See --help.`);
    if (command.getOptionValueSource(key) === 'cli') return [];
    if (typeof value === 'boolean') return value ? [[key, true]] : [];
    const text = Array.isArray(value) ? value.join(',') : String(value);
    try {
      return [[key, option.parseArg ? option.parseArg(text, undefined) : text]];
    } catch (error) {
      if (!(error instanceof InvalidArgumentError)) throw error;
      throw new CannotRunError(`${name}: ${key} is invalid. ${error.message}`, { cause: error });
    }
  });
  return { ...options, ...Object.fromEntries(entries) };
}

async function readConfig(name: string): Promise<Readonly<Record<string, unknown>>> {
  let config: unknown;
  try {
    config = name.endsWith('.json')
      ? JSON.parse(await readFile(name, 'utf8'))
      : ((await import(pathToFileURL(resolve(name)).href)) as { readonly default?: unknown }).default;
  } catch (cause) {
    throw new CannotRunError(`${name} cannot be read: ${cause instanceof Error ? cause.message : ''}`, { cause });
  }
  if (typeof config === 'object' && config !== null && !Array.isArray(config)) return { ...config };
  throw new CannotRunError(`${name} must be an object of options, for example { "target": "http://127.0.0.1:4100" }.`);
}
