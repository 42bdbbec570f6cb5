import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { CannotRunError } from '../exit.ts';

/**
 * Returns a function that provides users: those of a file in turn, or one of each run of a command.
 * @throws CannotRunError when the file has no users, or both options are set
 */
export async function createUserSource(
  users: string | undefined,
  setup: string | undefined,
): Promise<(() => Promise<unknown>) | undefined> {
  if (users !== undefined && setup !== undefined) throw new CannotRunError('Pass --users or --setup, not both.');
  if (setup !== undefined) return () => runSetup(setup);
  if (users === undefined) return undefined;
  const list = await readUsers(users);
  let next = 0;
  return async () => list[next++ % list.length];
}

async function readUsers(file: string): Promise<readonly unknown[]> {
  try {
    const list: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (Array.isArray(list) && list.length > 0) return list;
  } catch (cause) {
    throw new CannotRunError(`--users: ${file} cannot be read as JSON.`, { cause });
  }
  throw new CannotRunError(`--users: ${file} must be a JSON list of users, for example [{ "accessToken": "…" }].`);
}

async function runSetup(command: string): Promise<unknown> {
  // What the command prints holds tokens, so that no message repeats it.
  const { stdout } = await promisify(execFile)('sh', ['-c', command]).catch(() => {
    throw new Error('The command of --setup failed.');
  });
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error('The command of --setup did not print a user as JSON.');
  }
}
