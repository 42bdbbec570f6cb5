import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A key file cannot be read, written or used. Its message names the path and never repeats the content. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';
}

/**
 * Reads a JSON file. Returns undefined when it does not exist.
 * @param isValid whether the parsed content has the expected shape
 * @throws KeyFileError when the file cannot be read or its content is not valid
 */
export function readKeyFile<Content>(
  path: string,
  isValid: (content: unknown) => content is Content,
): Content | undefined {
  const text = access(path, () => {
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  });
  if (text === undefined) return undefined;
  const content = parsed(text);
  if (isValid(content)) return content;
  throw new KeyFileError(
    `${path} is not a valid key file. Restore it from a backup: without these keys, nothing in the database can be decrypted.`,
  );
}

/**
 * Writes a JSON file, readable by its owner only, unless it exists. The write is atomic: when several processes start at
 * once, one of them creates the file.
 * @returns whether this call created the file
 * @throws KeyFileError when the folder is not writable
 */
export function createKeyFile(path: string, content: unknown): boolean {
  return access(path, () => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const draft = `${path}.${randomBytes(6).toString('hex')}`;
    try {
      writeDurably(draft, JSON.stringify(content, null, 2));
      // Unlike a rename, a link never replaces an existing file.
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
    // The parser's message quotes the content, which is secret.
    return undefined;
  }
}

function access<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined || error instanceof KeyFileError) throw error;
    throw new KeyFileError(
      `The key file ${path} cannot be read or written (${code}). Choose a folder that this user can write to.`,
      { cause: error },
    );
  }
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}
