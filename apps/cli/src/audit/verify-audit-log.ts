import { openAuditLog } from '@sca-kit/server';
import type { AuditVerification, BreakReason } from '@sca-kit/store';
import { EXIT } from '../exit.ts';
import { configOf, type ServerOptions } from '../server-options.ts';
import { paint, write } from '../write.ts';
import { clientsToLookAt } from './clients-to-look-at.ts';

/** Options of `sca-kit audit verify`. */
export interface VerifyOptions extends ServerOptions {
  readonly client?: string;
  readonly json?: true;
}

type ClientVerification = { readonly clientId: string } & AuditVerification;

/**
 * Checks the chain of every client, or of one, and sets the exit code.
 * @throws CannotRunError when the client has no trail
 * @throws StartError when the trail cannot be opened
 */
export async function verifyAuditLog({ client, json, ...options }: VerifyOptions): Promise<void> {
  const { auditLog, close } = await openAuditLog(configOf(options));
  try {
    const verdicts: ClientVerification[] = [];
    for (const clientId of await clientsToLookAt(auditLog, client)) {
      verdicts.push({ clientId, ...(await auditLog.verify(clientId)) });
    }
    const ok = verdicts.every((verdict) => verdict.ok);
    // Before anything is written: the reader may not wait for the end.
    process.exitCode = ok ? EXIT.fine : EXIT.faulty;
    if (json) await write(`${JSON.stringify({ ok, clients: verdicts })}\n`);
    else if (verdicts.length === 0) await write('There is nothing to check yet: no client has an audit log.\n');
    else await write(verdicts.map((verdict) => `${describe(verdict)}\n`).join(''));
  } finally {
    await close();
  }
}

function describe(verdict: ClientVerification): string {
  if (verdict.ok) {
    const events = verdict.count === 1 ? '1 event' : `${verdict.count} events`;
    const gone = verdict.pruned === 0 ? '' : `, and events 1-${verdict.pruned} were deleted by retention`;
    return `${paint('green', 'unbroken')}  ${verdict.clientId}: ${events}${gone}`;
  }
  const { clientId, firstBreak, reason } = verdict;
  return `${paint('red', 'broken')}    ${clientId}: at event ${firstBreak}, ${REASONS[reason]}`;
}

const REASONS: Readonly<Record<BreakReason, string>> = {
  missing: 'which was written and is missing now.',
  changed: 'which was changed after it was written.',
  'chain-head': 'the last one: the chain head is missing, does not match it, or was not written by the server.',
  'chain-head-unsigned': 'the last one: the chain head carries no HMAC, so events after it may be missing.',
  checkpoint: 'the checkpoint of retention, which the server did not write.',
};
