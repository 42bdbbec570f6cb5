import { openAuditLog } from '@sca-kit/server';
import type { AuditVerification, BreakReason } from '@sca-kit/store';
import { type CommandContext, type OutputStream, paint, write } from '../command-context.ts';
import { EXIT } from '../exit.ts';
import { configOf, type ServerOptions } from '../server-options.ts';
import { selectClients } from './select-clients.ts';

/** Options of `sca-kit audit verify`. */
export interface VerifyOptions extends ServerOptions {
  readonly client?: string;
  readonly json?: true;
}

type ClientVerification = { readonly clientId: string } & AuditVerification;

/**
 * Verifies the hash chains of one client or of every client, and sets the exit code.
 * @throws CannotRunError when the client has no audit log
 * @throws StartError when the audit log cannot be opened
 */
export async function verifyAuditLog(
  { client, json, ...options }: VerifyOptions,
  { stdout, env, setExitCode }: CommandContext,
): Promise<void> {
  const { auditLog, close } = await openAuditLog(configOf(options, env));
  try {
    const results: ClientVerification[] = [];
    for (const clientId of await selectClients(auditLog, client)) {
      results.push({ clientId, ...(await auditLog.verify(clientId)) });
    }
    const ok = results.every((result) => result.ok);
    setExitCode(ok ? EXIT.ok : EXIT.problemsFound);
    if (json) await write(stdout, `${JSON.stringify({ ok, clients: results })}\n`);
    else if (results.length === 0) await write(stdout, 'No client has an audit log yet.\n');
    else await write(stdout, results.map((result) => `${describe(result, stdout)}\n`).join(''));
  } finally {
    await close();
  }
}

function describe(result: ClientVerification, stdout: OutputStream): string {
  if (result.ok) {
    const events = result.count === 1 ? '1 event' : `${result.count} events`;
    const pruned = result.pruned === 0 ? '' : `; retention deleted ${result.pruned}`;
    return `${paint('green', 'intact', stdout)}  ${result.clientId}: ${events}${pruned}`;
  }
  const { clientId, shard, firstBreak, reason } = result;
  return `${paint('red', 'broken', stdout)}  ${clientId}: event ${firstBreak} of chain ${shard}: ${REASONS[reason]}`;
}

const REASONS: Readonly<Record<BreakReason, string>> = {
  missing: 'it was deleted.',
  changed: 'it was changed.',
  'chain-head': 'the end of the chain, or the whole chain, was deleted or changed.',
  'chain-head-unsigned': 'it is the last event, but the chain head has no HMAC, so later events may have been deleted.',
  checkpoint: 'retention did not write the checkpoint up to which events were deleted.',
};
