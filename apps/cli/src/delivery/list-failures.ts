import type { DeadLetter } from '@sca-kit/delivery';
import { deadLettersOf } from '@sca-kit/server';
import { type CommandContext, write } from '../command-context.ts';
import { configOf, type ServerOptions } from '../server-options.ts';
import { assertClient, assertDataDir } from './assert-data-dir.ts';

/** Options of `sca-kit delivery failures`. */
export interface FailuresOptions extends ServerOptions {
  readonly client?: string;
  readonly json?: true;
}

/**
 * Lists the dead letters of a data folder.
 * @throws CannotRunError when the folder has no server data, or the client does not exist
 * @throws StartError when the client has no dead letter and the database cannot be opened to look it up
 */
export async function listFailures(
  { client, json, ...options }: FailuresOptions,
  { stdout, env }: CommandContext,
): Promise<void> {
  const config = configOf(options, env);
  assertDataDir(config.data);
  const failures = await deadLettersOf(config.data).list(client === undefined ? {} : { clientId: client });
  if (failures.length === 0 && client !== undefined) await assertClient(config, client);
  if (json) await write(stdout, `${JSON.stringify({ failures })}\n`);
  else if (failures.length === 0) await write(stdout, 'No delivery failures.\n');
  else await write(stdout, failures.map(describe).join(''));
}

function describe({
  failedAt,
  clientId,
  userId,
  channel,
  purpose,
  provider,
  failure,
  status,
  attempts,
}: DeadLetter): string {
  const result = status === null ? failure : `${failure} (${status})`;
  const tries = attempts === 1 ? '1 attempt' : `${attempts} attempts`;
  const when = new Date(failedAt).toISOString();
  return `${when}  ${clientId}  user ${userId}  ${channel} for ${purpose}: ${provider}, ${result}, ${tries}\n`;
}
