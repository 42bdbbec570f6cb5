import { appendFile, mkdir, readFile, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type DeadLetter, type DeadLetters, select } from './dead-letters.ts';

export interface FileDeadLettersOptions {
  /** A file of JSON Lines, created if missing, readable by its owner only. */
  readonly path: string;
  /** Size in bytes at which the file is renamed to `<path>.1`, replacing an older one; 1 MiB by default. */
  readonly maximumBytes?: number;
}

/**
 * Stores dead letters in a file. Each replica needs its own file.
 * @example
 * const deadLetters = createFileDeadLetters({ path: '/var/lib/sca/dead-letters.jsonl' });
 */
export function createFileDeadLetters({ path, maximumBytes = 1 << 20 }: FileDeadLettersOptions): DeadLetters {
  const older = `${path}.1`;
  // One writer at a time: a letter must not be appended while the file is moved.
  let last: Promise<void> = Promise.resolve();

  async function write(letter: DeadLetter): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    const size = (await orIfMissing(undefined, stat(path)))?.size ?? 0;
    if (size > maximumBytes) await rename(path, older);
    // The line break comes first, so that a line that a crash truncated does not damage the next one.
    await appendFile(path, `\n${JSON.stringify(letter)}`, { mode: 0o600 });
  }

  return {
    add(letter) {
      const written = last.then(() => write(letter));
      last = written.catch(() => {});
      return written;
    },
    async list(filter) {
      await last;
      const texts = await Promise.all([older, path].map((file) => orIfMissing('', readFile(file, 'utf8'))));
      return select(texts.flatMap(lettersIn), filter);
    },
  };
}

function lettersIn(text: string): DeadLetter[] {
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as DeadLetter];
    } catch {
      return [];
    }
  });
}

/** Resolves to the fallback if the file does not exist. */
async function orIfMissing<T, A>(fallback: A, found: Promise<T>): Promise<T | A> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return fallback;
    throw error;
  }
}
