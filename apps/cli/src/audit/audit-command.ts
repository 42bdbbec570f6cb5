import { Command } from 'commander';
import { wholeNumber } from '../options.ts';
import type { ExportOptions } from './export-audit-log.ts';
import type { VerifyOptions } from './verify-audit-log.ts';

/** `sca-kit audit`: what a server wrote down about who did what. */
export function auditCommand(): Command {
  const audit = new Command('audit').description('check and export the audit log; the server may be running');
  audit.addCommand(
    atServer(new Command('verify').description('check the hash chains and name the first break of each'))
      .option('--client <id>', 'only the chain of this client, which has to exist')
      .option('--json', 'one JSON object on stdout')
      .addHelpText('after', '\nExit codes: 0 unbroken, 1 broken, 2 could not be checked.')
      .action(async (options: VerifyOptions) => (await import('./verify-audit-log.ts')).verifyAuditLog(options)),
  );
  audit.addCommand(
    atServer(new Command('export').description('write events to stdout, oldest first, one JSON object a line'))
      .option('--client <id>', 'only the events of this client, which has to exist')
      .option(
        '--after <sequence>',
        'only events after this one, to carry on an earlier export; needs --client',
        wholeNumber(0, Number.MAX_SAFE_INTEGER),
      )
      .addHelpText(
        'after',
        '\nExit codes: 0 exported, also when there is nothing; 2 no such server data, or no such client.',
      )
      .action(async (options: ExportOptions) => (await import('./export-audit-log.ts')).exportAuditLog(options)),
  );
  return audit;
}

function atServer(command: Command): Command {
  return command
    .option('--data <folder>', 'the data folder of the server, for its keys (SCA_DATA, else .sca-kit)')
    .option('--database <location>', 'a file or postgres://… (SCA_DATABASE, else the file in the data folder)');
}
