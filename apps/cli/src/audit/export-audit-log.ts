import { openAuditLog } from '@sca-kit/server';
import { CannotRunError } from '../exit.ts';
import { configOf, type ServerOptions } from '../server-options.ts';
import { write } from '../write.ts';
import { clientsToLookAt } from './clients-to-look-at.ts';

/** Options of `sca-kit audit export`. */
export interface ExportOptions extends ServerOptions {
  readonly client?: string;
  readonly after?: number;
}

/** Events in memory at once. */
const PAGE = 500;

/**
 * Writes events as JSON Lines, a page at a time.
 * @throws CannotRunError when `after` is given without a client: every client counts its events from 1; when the client
 *   has no trail
 * @throws StartError when the trail cannot be opened
 */
export async function exportAuditLog({ client, after = 0, ...options }: ExportOptions): Promise<void> {
  if (after > 0 && client === undefined) {
    throw new CannotRunError('--after needs --client, because every client counts its events from 1.');
  }
  const { auditLog, close } = await openAuditLog(configOf(options));
  try {
    for (const clientId of await clientsToLookAt(auditLog, client)) {
      for (let sequence = after; ; ) {
        const page = await auditLog.list(clientId, sequence, PAGE);
        await write(page.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
        sequence = page.at(-1)?.sequence ?? sequence;
        if (page.length < PAGE) break;
      }
    }
  } finally {
    await close();
  }
}
