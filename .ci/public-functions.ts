import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A function that a package exports. `comment` is the doc comment of its declaration, empty if it has none. */
export interface PublicFunction {
  readonly name: string;
  readonly comment: string;
}

const RE_EXPORT = /^export (?:\*|\{([^}]*)\}) from '(\.[^']*)';/gm;
const DECLARATION =
  /(?:(\/\*\*(?:(?!\*\/)[\s\S])*\*\/)\n)?^export (?:(?:async )?function\*? (\w+)|const (\w+)\b[^=]*= (?:async )?(?:\(|<))/gm;

/**
 * Lists the functions that a module exports, its re-exports included. Reads the text of the sources, as Biome formats
 * it, because TypeScript 7.0 has no compiler API.
 */
export function publicFunctions(path: string): readonly PublicFunction[] {
  const source = readFileSync(path, 'utf8');
  const declared = [...source.matchAll(DECLARATION)].map(([, comment = '', name = '', constant = '']) => ({
    name: name || constant,
    comment,
  }));
  const reExported = [...source.matchAll(RE_EXPORT)].flatMap(([, names, from = '']) => {
    const functions = publicFunctions(join(dirname(path), from));
    const wanted = names?.split(',').map((name) => name.trim());
    return wanted ? functions.filter(({ name }) => wanted.includes(name)) : functions;
  });
  return [...declared, ...reExported];
}
