import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));

/**
 * Runs `redocly diff` on `base.json` and `revision.json` in a folder and writes `report.json` there. The command has no
 * function in `@redocly/openapi-core`, so it runs as a process.
 *
 * @throws {Error} with the output of the command, when it fails
 */
export async function runRedoclyDiff(folder: string): Promise<void> {
  const options = ['--config', 'redocly.yaml', '--format', 'json', '--output', 'report.json', '--fail-on', 'none'];
  const child = spawn(process.execPath, [cli, 'diff', 'base.json', 'revision.json', ...options], {
    cwd: folder,
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`redocly diff failed: ${output.trim()}`);
}
