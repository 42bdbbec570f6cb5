import type { DeadLetter } from '@sca-kit/delivery';
import { deadLettersOf } from '@sca-kit/server';
import { configOf, type ServerOptions } from '../server-options.ts';
import { write } from '../write.ts';
import { assertClient, assertServerData } from './assert-kept.ts';

/** Options of `sca-kit delivery failures`. */
export interface FailuresOptions extends ServerOptions {
  readonly client?: string;
  readonly json?: true;
}

/**
 * Lists the dead letters of a data folder.
 * @throws CannotRunError when no server kept anything there, or there is no such client
 * @throws StartError when nothing of the client is listed, and the database that would know it cannot be opened
 */
export async function listFailures({ client, json, ...options }: FailuresOptions): Promise<void> {
  const config = configOf(options);
  assertServerData(config.data);
  const failures = await deadLettersOf(config.data).list(client === undefined ? {} : { clientId: client });
  if (failures.length === 0 && client !== undefined) await assertClient(config, client);
  if (json) await write(`${JSON.stringify({ failures })}\n`);
  else if (failures.length === 0) await write('Every message was taken, or none was sent over a provider yet.\n');
  else await write(failures.map(line).join(''));
}

function line({
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
  const answer = status === null ? failure : `${failure} (${status})`;
  const tries = attempts === 1 ? '1 attempt' : `${attempts} attempts`;
  const when = new Date(failedAt).toISOString();
  return `${when}  ${clientId}  user ${userId}  ${channel} for ${purpose}: ${provider}, ${answer}, ${tries}\n`;
}
