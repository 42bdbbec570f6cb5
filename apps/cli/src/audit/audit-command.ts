import { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { database, position } from '../options.ts';
import type { ExportOptions } from './export-audit-log.ts';
import type { VerifyOptions } from './verify-audit-log.ts';

/** Creates `sca-kit audit`, which reads the audit log of a server. */
export function auditCommand(context: CommandContext): Command {
  const audit = new Command('audit').description('verify and export the audit log; the server may be running');
  audit.addCommand(
    withServerData(
      new Command('verify').description('verify the hash chains and report the first break of each client'),
    )
      .option('--client <id>', 'verify only the chains of this client')
      .option('--json', 'print one JSON object to stdout')
      .addHelpText('after', '\nExit codes: 0 all chains are intact, 1 a chain is broken, 2 could not run.')
      .action(async (options: VerifyOptions) =>
        (await import('./verify-audit-log.ts')).verifyAuditLog(options, context),
      ),
  );
  audit.addCommand(
    withServerData(new Command('export').description('print events to stdout as JSON Lines, oldest first'))
      .option('--client <id>', 'export only the events of this client')
      .option(
        '--after <position>',
        'export only events after the position of an event, to continue an earlier export; needs --client',
        position,
      )
      .addHelpText(
        'after',
        '\nExit codes: 0 exported, even if there are no events; 2 no server data or no such client.',
      )
      .action(async (options: ExportOptions) =>
        (await import('./export-audit-log.ts')).exportAuditLog(options, context),
      ),
  );
  return audit;
}

function withServerData(command: Command): Command {
  return command
    .option('--data <folder>', 'data folder of the server, for its keys (default: SCA_DATA or .sca-kit)')
    .option(
      '--database <location>',
      'a file or postgres://… without a password (default: SCA_DATABASE or the file in the data folder)',
      database,
    );
}
