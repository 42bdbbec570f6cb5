import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartError } from '../start-error.ts';

/**
 * Reads the file; undefined when there is none.
 * @param isSound whether the parsed content is what it should be
 * @throws StartError when it cannot be read or is not sound. Never repeats any of the content: it is secret
 */
export function readKeyFile<Content>(
  path: string,
  isSound: (content: unknown) => content is Content,
): Content | undefined {
  const text = reach(path, () => {
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  });
  if (text === undefined) return undefined;
  const content = parsed(text);
  if (isSound(content)) return content;
  throw new StartError(
    `${path} is not a key file. Put the right one back: without it, nothing that the database holds can be opened.`,
  );
}

/**
 * Writes the file for its owner alone, whole or not at all, unless it is there already: of several processes that start
 * at once, one wins.
 * @returns whether this call made the file
 * @throws StartError when the folder cannot be written
 */
export function createKeyFile(path: string, content: unknown): boolean {
  return reach(path, () => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const draft = `${path}.${randomBytes(6).toString('hex')}`;
    try {
      writeDurably(draft, JSON.stringify(content, null, 2));
      // Unlike a rename, a link never takes the place of a file that is there.
      linkSync(draft, path);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    } finally {
      discard(draft);
    }
  });
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function discard(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the text.
    return undefined;
  }
}

function reach<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined || error instanceof StartError) throw error;
    throw new StartError(
      `The keys cannot be kept in ${path} (${code}). Choose a folder that this user can write: SCA_DATA=.sca-kit`,
      { cause: error },
    );
  }
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}
