import type { Setup } from '../benchmark.ts';
import { fill, type Step, type User } from '../load/job.ts';
import { pathOf, type ServerProcess, startProcess } from '../processes.ts';
import { temporaryFolder } from '../sandbox/start-sandbox.ts';
import { challenge, status } from '../sandbox/steps.ts';

const PROGRAM = pathOf('yardsticks/bare-sqlite.ts');

/** Starts the bare routes on SQLite. They respond with the bytes of the sandbox. */
export async function startBareSqlite(
  setup: Setup,
  sandboxUrl: string,
  [user = {}]: readonly User[],
): Promise<ServerProcess & { readonly users: readonly User[] }> {
  const bodies = {
    status: await bodyOf(sandboxUrl, status, user),
    challenge: await bodyOf(sandboxUrl, challenge, user),
  };
  const server = await startProcess(setup, [PROGRAM, temporaryFolder(setup)], {
    BENCH_BODIES: JSON.stringify(bodies),
  });
  const users = Array.from({ length: 16 }, (_, number) => ({
    accessToken: 'user',
    token: `00000000-0000-4000-8000-${String(number * 60).padStart(12, '0')}`,
  }));
  return { ...server, users };
}

async function bodyOf(url: string, { method, path, headers = {} }: Step, user: User): Promise<string> {
  const filled = Object.entries(headers).map(([name, value]): [string, string] => [name, fill(value, user)]);
  return (await fetch(`${url}${fill(path, user)}`, { method, headers: filled })).text();
}
