import { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { database } from '../options.ts';
import type { FailuresOptions } from './list-failures.ts';

/** Creates `sca-kit delivery`, which reports on the messages that a server sends. */
export function deliveryCommand(context: CommandContext): Command {
  const delivery = new Command('delivery').description('report on sent messages; the server may be running');
  delivery.addCommand(
    new Command('failures')
      .description('list undelivered messages, newest first, without codes and phone numbers')
      .option('--data <folder>', 'data folder of the server (default: SCA_DATA or .sca-kit)')
      .option(
        '--database <location>',
        'database that --client is looked up in: a file or postgres://…\n' +
          'without a password (default: SCA_DATABASE or the file in the data folder)',
        database,
      )
      .option('--client <id>', 'list only messages of this client')
      .option('--json', 'print one JSON object to stdout')
      .addHelpText('after', '\nExit codes: 0 listed, even if the list is empty; 2 no server data or no such client.')
      .action(async (options: FailuresOptions) => (await import('./list-failures.ts')).listFailures(options, context)),
  );
  return delivery;
}
