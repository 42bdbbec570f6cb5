import { Command } from 'commander';
import type { FailuresOptions } from './list-failures.ts';

/** `sca-kit delivery`: what became of the messages that a server sends. */
export function deliveryCommand(): Command {
  const delivery = new Command('delivery').description('look at messages; the server may be running');
  delivery.addCommand(
    new Command('failures')
      .description('list messages that no provider took, newest first; they hold no code and no number')
      .option('--data <folder>', 'the data folder of the server (SCA_DATA, else .sca-kit)')
      .option(
        '--database <location>',
        'for --client, to know its name: a file or postgres://… (SCA_DATABASE, else the file in the data folder)',
      )
      .option('--client <id>', 'only messages of this client, which has to exist')
      .option('--json', 'one JSON object on stdout')
      .addHelpText(
        'after',
        '\nExit codes: 0 listed, also when the list is empty; 2 no such server data, or no such client.',
      )
      .action(async (options: FailuresOptions) => (await import('./list-failures.ts')).listFailures(options)),
  );
  return delivery;
}
