import { openAuditLog } from '@sca-kit/server';
import { type CommandContext, write } from '../command-context.ts';
import { CannotRunError } from '../exit.ts';
import { configOf, type ServerOptions } from '../server-options.ts';
import { selectClients } from './select-clients.ts';

/** Options of `sca-kit audit export`. */
export interface ExportOptions extends ServerOptions {
  readonly client?: string;
  /** A position; exports the events after it. */
  readonly after?: string;
}

/** Events held in memory at a time. */
const PAGE_SIZE = 500;

/**
 * Prints audit events as JSON Lines.
 * @throws CannotRunError when `after` is given without a client, or the client has no audit log
 * @throws StartError when the audit log cannot be opened
 */
export async function exportAuditLog(
  { client, after = '0', ...options }: ExportOptions,
  { stdout, env }: CommandContext,
): Promise<void> {
  if (after !== '0' && client === undefined) {
    throw new CannotRunError('--after needs --client, because each client has positions of its own.');
  }
  const { auditLog, close } = await openAuditLog(configOf(options, env));
  try {
    for (const clientId of await selectClients(auditLog, client)) {
      for (let position = after; ; ) {
        const page = await auditLog.list(clientId, position, PAGE_SIZE);
        await write(stdout, page.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
        position = page.at(-1)?.position ?? position;
        if (page.length < PAGE_SIZE) break;
      }
    }
  } finally {
    await close();
  }
}
