import { openAuditLog } from '@sca-kit/server';
import type { AuditVerdict, BreakReason } from '@sca-kit/store';
import { EXIT } from '../exit.ts';
import { configOf, type ServerOptions } from '../server-options.ts';
import { paint, write } from '../write.ts';
import { clientsToLookAt } from './clients-to-look-at.ts';

/** Options of `sca-kit audit verify`. */
export interface VerifyOptions extends ServerOptions {
  readonly client?: string;
  readonly json?: true;
}

type ClientVerdict = { readonly clientId: string } & AuditVerdict;

/**
 * Checks the chain of every client, or of one, and sets the exit code.
 * @throws CannotRunError when the client has no trail
 * @throws StartError when the trail cannot be opened
 */
export async function verifyTrail({ client, json, ...options }: VerifyOptions): Promise<void> {
  const { trail, close } = await openAuditLog(configOf(options));
  try {
    const verdicts: ClientVerdict[] = [];
    for (const clientId of await clientsToLookAt(trail, client)) {
      verdicts.push({ clientId, ...(await trail.verify(clientId)) });
    }
    const ok = verdicts.every((verdict) => verdict.ok);
    // Before anything is written: the reader may not wait for the end.
    process.exitCode = ok ? EXIT.fine : EXIT.faulty;
    if (json) await write(`${JSON.stringify({ ok, clients: verdicts })}\n`);
    else if (verdicts.length === 0) await write('There is nothing to check yet: no client has an audit trail.\n');
    else await write(verdicts.map((verdict) => `${describe(verdict)}\n`).join(''));
  } finally {
    await close();
  }
}

function describe(verdict: ClientVerdict): string {
  if (verdict.ok) {
    const events = verdict.count === 1 ? '1 event' : `${verdict.count} events`;
    const gone = verdict.pruned === 0 ? '' : `, and events 1-${verdict.pruned} were taken by retention`;
    return `${paint('green', 'unbroken')}  ${verdict.clientId}: ${events}${gone}`;
  }
  const { clientId, firstBreak, why } = verdict;
  return `${paint('red', 'broken')}    ${clientId}: at event ${firstBreak}, ${REASONS[why]}`;
}

const REASONS: Readonly<Record<BreakReason, string>> = {
  missing: 'which was written and is not there any more',
  changed: 'which is not what was written',
  head: 'because the end of the chain is gone, or is not its last event or not what was written',
  unsealed:
    'the last that is there, and nothing says that it was the last: no seal was ever made, or somebody took it away',
  anchor: 'the place up to which retention deleted, but it was not retention that wrote so',
};
