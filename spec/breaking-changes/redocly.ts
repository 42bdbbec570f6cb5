import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));

/** A configuration that knows the rules for changes and nothing else: no rules or plugins of a project, maybe an old one. */
export const CONFIGURATION = 'extends:\n  - diff-recommended\n';

/**
 * Runs a Redocly command.
 * @throws Error with what the command said, when it ends with a code above the one expected
 */
export async function runRedocly(cwd: string, args: readonly string[], highestCode = 0): Promise<void> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const child = spawn(process.execPath, [cli, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code === null || code > highestCode) throw new Error(`redocly ${args[0]} failed: ${said.trim()}`);
}
